// Which reading of a crossing the source's operator shows. We decide by rule P1; a `present` fact is sent only where he
// decided otherwise: by correcting a lap, or by trusting the ankle where a beam was to be had.
import type { How } from '../../../shared/facts.ts';
import { clockOf } from './attempt.ts';
import { type Heat, type HeatStep, type KnownReading, unchanged } from './heat.ts';

/** Readings of one crossing lie within this. */
const crossingUs = 500_000;
/** P1a: a beam is believed where an ankle agrees within this. */
const agreeUs = 50_000;

const trust: Record<How, number> = { photo: 0, optical: 1, transponder: 2, manual: 3 };

function believed(reading: KnownReading, all: readonly KnownReading[]): number {
  const ankles = all.filter(({ how }) => how === 'transponder');
  const doubted =
    reading.how === 'optical' && ankles.length > 0 && !ankles.some(({ us }) => Math.abs(us - reading.us) <= agreeUs);
  return doubted ? trust.manual : trust[reading.how];
}

/** What rule P1 presents. */
function ours(all: readonly KnownReading[]): KnownReading | undefined {
  return all.toSorted((a, b) => believed(a, all) - believed(b, all) || a.us - b.us)[0];
}

/** Looks at the crossing of `entry` around `us` after a reading of it came or, with `corrected`, was changed by a hand. */
export function presentation(heat: Heat, entry: string, us: number, corrected: boolean): HeatStep {
  const all = [...heat.readings]
    .filter(([key, one]) => key.startsWith(`${entry} line `) && !one.deleted && Math.abs(one.us - us) <= crossingUs)
    .map(([, one]) => one);
  const theirs = all.findLast(({ presented }) => presented);
  const mine = ours(all);
  if (theirs === undefined || mine === undefined) return unchanged(heat);
  const chosen = heat.choices.get(entry) ?? [];
  const here = new Set(all.map(({ fact }) => fact));
  const last = chosen.findLast((fact) => here.has(fact));
  const deliberate = corrected || last !== undefined || trust[theirs.how] > trust[mine.how];
  if (!deliberate || theirs.fact === (last ?? mine.fact)) return unchanged(heat);
  const times = chosen.filter((fact) => fact === theirs.fact).length;
  const present = {
    id: `${theirs.fact}.p${times + 1}`,
    kind: 'present',
    target: theirs.fact,
    race: heat.race,
    source: clockOf(heat.source),
  } as const;
  const choices = new Map(heat.choices).set(entry, [...chosen, theirs.fact]);
  return { heat: { ...heat, choices }, facts: [present], refused: [] };
}
