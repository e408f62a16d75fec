// Which reading of a crossing is shown, and what it took the place of (P1, P1a).
import type { How } from '../../../shared/facts.ts';
import type { TimedReading } from './clock.ts';

/** P1: readings of one crossing lie milliseconds apart; one this long after the first that no hand made is a stray, never presented by itself. */
const strayUs = 500_000;
/** P1a: a beam is believed only where a transponder agrees within this; what two kinds of device tell apart is more. */
export const agreeUs = 50_000;

/** P1, the most believed first. */
export const kinds: readonly How[] = ['photo', 'optical', 'transponder', 'manual'];

const trust = Object.fromEntries(kinds.map((how, index) => [how, index])) as Record<How, number>;

/** Why another reading is shown than the one before it. */
export type Cause = 'photo' | 'operator';

export interface Presented {
  readonly timed: TimedReading;
  /** P1a: a beam that no ankle has confirmed yet. */
  readonly unconfirmed: boolean;
  readonly replaced?: { readonly instantUs: number; readonly cause: Cause };
}

function agrees(beam: TimedReading, ankles: readonly TimedReading[]): boolean {
  return ankles.some(({ instantUs }) => Math.abs(instantUs - beam.instantUs) <= agreeUs);
}

/** Photo finish, optical, transponder, manual; of equals the earliest. */
function mostBelieved(members: readonly TimedReading[], ankles: readonly TimedReading[]): TimedReading {
  const first = members[0] as TimedReading;
  const { instantUs: seenUs } = members.find(({ reading }) => reading.how !== 'manual') ?? first;
  const distrusted = (timed: TimedReading) =>
    timed.reading.how === 'optical' && ankles.length > 0 && !agrees(timed, ankles);
  let best = first;
  for (const timed of members) {
    if (timed.instantUs - seenUs > strayUs || distrusted(timed)) continue;
    if (trust[timed.reading.how] < trust[best.reading.how] || distrusted(best)) best = timed;
  }
  return best;
}

/** Where an operator moved the reading, when it was sent to have happened. */
function movedFrom({ reading, instantUs }: TimedReading): Presented['replaced'] {
  const { sentAt, at } = reading;
  return sentAt === undefined ? undefined : { instantUs: instantUs - (at - sentAt), cause: 'operator' };
}

function chosen(timed: TimedReading, instead: TimedReading): Presented {
  const replaced =
    timed === instead ? movedFrom(timed) : ({ instantUs: instead.instantUs, cause: 'operator' } as const);
  return { timed, unconfirmed: false, ...(replaced !== undefined && { replaced }) };
}

/** P1: the operator's choice, the last one last, then what is believed most. `members` are by instant, and not none. */
export function presentedOf(members: readonly TimedReading[], choices: readonly string[]): Presented {
  const first = members[0] as TimedReading;
  // Most crossings are one reading of an ankle.
  const isPlain = first.reading.how !== 'optical' && first.reading.sentAt === undefined;
  if (members.length === 1 && isPlain) return { timed: first, unconfirmed: false };
  const ankles = members.filter(({ reading }) => reading.how === 'transponder');
  const best = mostBelieved(members, ankles);
  for (let i = choices.length - 1; i >= 0; i -= 1) {
    const choice = members.find(({ reading }) => reading.id === choices[i]);
    if (choice !== undefined) return chosen(choice, best);
  }
  const others = best.reading.how === 'photo' ? members.filter(({ reading }) => reading.how !== 'photo') : [];
  const replaced =
    others.length === 0
      ? movedFrom(best)
      : ({ instantUs: mostBelieved(others, ankles).instantUs, cause: 'photo' } as const);
  const unconfirmed = best.reading.how === 'optical' && !agrees(best, ankles);
  return { timed: best, unconfirmed, ...(replaced !== undefined && { replaced }) };
}
