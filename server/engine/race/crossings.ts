// Readings to crossings: all readings of one member passing one loop once belong together, and one is presented (P1, P1a, P2, P2a).
import type { How } from '../../../shared/facts.ts';
import type { TimedReading } from './clock.ts';

/** One passing of one loop by one entry, with all its readings. */
export interface Crossing {
  readonly loop: string;
  /** The presented reading. */
  readonly presented: TimedReading;
  /** Every reading of it, the presented one among them, by instant. */
  readonly readings: readonly TimedReading[];
}

export interface CrossingRules {
  /** P2 */
  readonly guardUs: number;
  /** P2a: by loop, the first instant at which a crossing can be one. */
  readonly firstUs: ReadonlyMap<string, number>;
  /** The operator's choices, the last one last. */
  readonly presented: readonly string[];
}

/** P1: readings of one crossing lie milliseconds apart; one this long after the first that no hand made is a stray, never presented by itself. */
const strayUs = 500_000;
/** P1a: a beam is believed only where a transponder agrees within this. */
const agreeUs = 50_000;

const trust: Record<How, number> = { photo: 0, optical: 1, transponder: 2, manual: 3 };

function byInstant(a: TimedReading, b: TimedReading): number {
  return a.instantUs - b.instantUs || (a.reading.id < b.reading.id ? -1 : 1);
}

function agrees(beam: TimedReading, transponders: readonly TimedReading[]): boolean {
  return transponders.some(({ instantUs }) => Math.abs(instantUs - beam.instantUs) <= agreeUs);
}

/** P1: the operator's choice, then photo finish, optical, transponder, manual; of equals the earliest. */
function presentedOf(members: readonly TimedReading[], choices: readonly string[]): TimedReading {
  const first = members[0] as TimedReading;
  if (members.length === 1) return first;
  for (let i = choices.length - 1; i >= 0; i -= 1) {
    const chosen = members.find(({ reading }) => reading.id === choices[i]);
    if (chosen !== undefined) return chosen;
  }
  const { instantUs: seenUs } = members.find(({ reading }) => reading.how !== 'manual') ?? first;
  const transponders = members.filter(({ reading }) => reading.how === 'transponder');
  const distrusted = (timed: TimedReading) =>
    timed.reading.how === 'optical' && transponders.length > 0 && !agrees(timed, transponders);
  let best = first;
  for (const timed of members) {
    if (timed.instantUs - seenUs > strayUs || distrusted(timed)) continue;
    if (trust[timed.reading.how] < trust[best.reading.how] || distrusted(best)) best = timed;
  }
  return best;
}

function group(readings: readonly TimedReading[], guardUs: number): TimedReading[][] {
  const groups: TimedReading[][] = [];
  for (const reading of readings) {
    const open = groups.at(-1);
    const first = open?.[0];
    if (open !== undefined && first !== undefined && reading.instantUs - first.instantUs < guardUs) open.push(reading);
    else groups.push([reading]);
  }
  return groups;
}

/** The crossings of one entry, in order of time; `readings` are those that name it. */
export function crossingsOf(readings: readonly TimedReading[], rules: CrossingRules): readonly Crossing[] {
  const byLoop = new Map<string, TimedReading[]>();
  for (const timed of readings) {
    const { loop } = timed.reading;
    const firstUs = rules.firstUs.get(loop);
    if (firstUs === undefined || timed.instantUs < firstUs) continue;
    const list = byLoop.get(loop);
    if (list === undefined) byLoop.set(loop, [timed]);
    else list.push(timed);
  }
  const crossings: Crossing[] = [];
  for (const [loop, list] of byLoop) {
    for (const members of group(list.sort(byInstant), rules.guardUs)) {
      crossings.push({ loop, presented: presentedOf(members, rules.presented), readings: members });
    }
  }
  return byLoop.size < 2 ? crossings : crossings.sort((a, b) => byInstant(a.presented, b.presented));
}

/**
 * P1a: gives each beam reading of nobody in particular to the one entry whose transponder agrees with it.
 * In a pack, where several agree, to none. Returns what each entry gained.
 */
export function beamsOf(
  beams: readonly TimedReading[],
  named: ReadonlyMap<string, readonly TimedReading[]>,
): Map<string, TimedReading[]> {
  const gained = new Map<string, TimedReading[]>();
  for (const beam of beams) {
    const owners = [...named].filter(([, readings]) =>
      readings.some(
        ({ reading: { how, loop }, instantUs }) =>
          how === 'transponder' && loop === beam.reading.loop && Math.abs(instantUs - beam.instantUs) <= agreeUs,
      ),
    );
    const owner = owners.length === 1 ? owners[0]?.[0] : undefined;
    if (owner === undefined) continue;
    const list = gained.get(owner);
    if (list === undefined) gained.set(owner, [beam]);
    else list.push(beam);
  }
  return gained;
}
