// Crossings to passages: which point of the course each crossing is, and which points were passed unseen (P2b, P4).
import type { Basis } from '../../../shared/board.ts';
import type { How } from '../../../shared/facts.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Course } from '../disciplines/course.ts';
import { reuse } from '../reuse.ts';
import { instant } from './clock.ts';
import type { Crossing } from './crossings.ts';
import { isSkated } from './falls.ts';
import type { Cause } from './presented.ts';
import type { Skater } from './teams.ts';

/**
 * Why a passage is an estimate: unseen between two crossings, held in place, measured across two unsynced clocks,
 * seen by a beam that no ankle has confirmed (P1a), or of a team's skater who may not have been the one who races (P7).
 */
export type Estimate = 'missed' | 'held' | 'unsynced' | 'unconfirmed' | 'doubtful';

/** Times since the gun by kind of reading, the earliest of each. */
export type Seen = Readonly<Partial<Record<How, number>>>;

/** P1: what was shown of a passage before. */
export interface Replaced {
  readonly timeUs: number;
  readonly cause: Cause;
}

/** One entry at one point of the course. */
export interface Passage {
  /** Index of the point in the course. */
  readonly point: number;
  readonly instantUs: number;
  /** Since the gun, raw. */
  readonly timeUs: number;
  readonly basis?: Basis;
  /** The id of the presented reading. */
  readonly reading?: string;
  readonly estimate?: Estimate;
  /** Where more than one kind of device saw it. */
  readonly seen?: Seen;
  /** Where the printed time changed. */
  readonly replaced?: Replaced;
}

/**
 * P4: a gap this near to a whole number of laps, as a share of a lap, is taken for laps whose reading was missed.
 * Narrow, because a fall that costs three quarters of a lap must stay a fall (M12).
 */
const lapTolerance = 0.1;

/** P4: crossings of each who has started, as seen. */
export type Field = ReadonlyMap<Skater, readonly Crossing[]>;

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** What one lap took the others while this one was not seen from `fromUs` to `toUs`. */
function lapOfOthers(field: Field, entry: string, loop: string, fromUs: number, toUs: number): number | undefined {
  const laps: number[] = [];
  for (const [other, crossings] of field) {
    if (other === entry) continue;
    let previous: number | undefined;
    for (const crossing of crossings) {
      if (crossing.loop !== loop) continue;
      const at = crossing.presented.instantUs;
      const middle = previous === undefined ? undefined : (previous + at) / 2;
      if (previous !== undefined && middle !== undefined && middle > fromUs && middle < toUs) laps.push(at - previous);
      previous = at;
    }
  }
  return median(laps);
}

/** P4: laps passed unseen before a crossing `gapUs` after the one before, or 0. */
function lapsMissed(gapUs: number, lapUs: number | undefined): number {
  if (lapUs === undefined) return 0;
  const whole = Math.round(gapUs / lapUs);
  return whole >= 2 && Math.abs(gapUs - whole * lapUs) <= lapTolerance * lapUs ? whole - 1 : 0;
}

/** L8: of each by his own gun. */
export interface PassageRules {
  readonly course: Course;
  readonly startOf: (skater: Skater) => number;
  /** T1: digits of a printed time. */
  readonly digits: 2 | 3;
  /** S7: a lap is so short that a fall costs one or more. */
  readonly fallsCostLaps: boolean;
}

/** The first point of `loop` at or after `from`, or -1. */
function nextOf(course: Course, loop: string, from: number): number {
  return course.points.findIndex((point, index) => index >= from && point.loop === loop);
}

/** When the first crossing of `loop` came to the others, since the gun. */
function firstOfOthers(field: Field, entry: string, loop: string, { startOf }: PassageRules): number | undefined {
  const firsts: number[] = [];
  for (const [other, crossings] of field) {
    const first = other === entry ? undefined : crossings.find((crossing) => crossing.loop === loop);
    if (first !== undefined) firsts.push(first.presented.instantUs - startOf(other));
  }
  return median(firsts);
}

/** Laps missed before the crossing at `instantUs`, given the one before on the same loop, or the gun. */
function missedBefore(
  crossing: Crossing,
  before: number | undefined,
  entry: string,
  field: Field,
  rules: PassageRules,
): number {
  const startUs = rules.startOf(entry);
  const { loop } = crossing;
  const at = crossing.presented.instantUs;
  if (before !== undefined) {
    const gap = at - before;
    return lapsMissed(gap, lapOfOthers(field, entry, loop, before, at));
  }
  const first = firstOfOthers(field, entry, loop, rules);
  const since = at - startUs;
  if (first === undefined || since < first * (1 + lapTolerance)) return 0;
  const lap = lapOfOthers(field, entry, loop, startUs, at);
  return lap === undefined ? 0 : lapsMissed(since - first + lap, lap);
}

/** S7: laps taken for missed, unless he fell; and a finish is not given up for a lap that was as long as two. */
function skatedUnseen(
  missed: number,
  { index, own, point, before }: { index: number; own: readonly Crossing[]; point: number; before: number | undefined },
  entry: string,
  field: Field,
  { course, startOf, fallsCostLaps }: PassageRules,
): number {
  if (missed === 0 || !fallsCostLaps) return missed;
  const { loop, presented } = own[index] as Crossing;
  const end = course.points.length - 1;
  const last = point + missed * course.perLap;
  if (last > end) return 0;
  const next = last === end ? undefined : own.find((crossing, i) => i > index && crossing.loop === loop);
  const fromUs = before ?? startOf(entry);
  const toUs = presented.instantUs;
  const gap = { entry, loop, fromUs, fromGun: before === undefined, toUs, nextUs: next?.presented.instantUs };
  return isSkated({ ...gap, lapUs: (toUs - fromUs) / (missed + 1) }, field) ? missed : 0;
}

function seenBy({ readings, loop }: Crossing, startUs: number): Seen | undefined {
  if (readings.length < 2) return undefined;
  const seen: Partial<Record<How, number>> = {};
  for (const { reading, instantUs } of readings) {
    if (reading.loop === loop) seen[reading.how] ??= instantUs - startUs;
  }
  return Object.keys(seen).length > 1 ? seen : undefined;
}

function replacedIn({ replaced }: Crossing, timeUs: number, startUs: number, digits: 2 | 3): Replaced | undefined {
  if (replaced === undefined) return undefined;
  const before = replaced.instantUs - startUs;
  return truncateUs(before, digits) === truncateUs(timeUs, digits)
    ? undefined
    : { timeUs: before, cause: replaced.cause };
}

function estimateOf({ presented, unconfirmed, doubtful }: Crossing): Estimate | undefined {
  if (presented.unsynced) return 'unsynced';
  if (doubtful === true) return 'doubtful';
  return unconfirmed ? 'unconfirmed' : undefined;
}

function measured(crossing: Crossing, point: number, startUs: number, digits: 2 | 3): Passage {
  const { instantUs, reading } = crossing.presented;
  const timeUs = instantUs - startUs;
  const estimate = estimateOf(crossing);
  const seen = seenBy(crossing, startUs);
  const replaced = replacedIn(crossing, timeUs, startUs, digits);
  return {
    point,
    instantUs,
    timeUs,
    basis: reading.how,
    reading: reading.id,
    ...(estimate !== undefined && { estimate }),
    ...(seen !== undefined && { seen }),
    ...(replaced !== undefined && { replaced }),
  };
}

/** Points passed unseen are put evenly between the two that were seen. */
function fill(passages: Passage[], from: Passage | undefined, to: Passage, startUs: number): void {
  const first = from === undefined ? 0 : from.point + 1;
  const fromUs = from?.instantUs ?? startUs;
  const steps = to.point - first + 1;
  for (let step = 1; step < steps; step += 1) {
    const instantUs = Math.round(fromUs + ((to.instantUs - fromUs) * step) / steps);
    passages.push({ point: first + step - 1, instantUs, timeUs: instantUs - startUs, estimate: 'missed' });
  }
}

/** The passages of one skater with the crossings they follow from. */
export interface Way {
  readonly crossings: readonly Crossing[];
  /** In order of the course; what comes after the last point is kept and not counted (P2b). */
  readonly passages: readonly Passage[];
  /** The passage each crossing is; those after the end of the course are none. */
  readonly made: readonly (Passage | undefined)[];
  /** Nobody else's crossings were looked at. */
  readonly alone: boolean;
}

/** `before` is what it was by the same rules: of crossings that are the same the passages are too. */
export function passagesOf(skater: Skater, field: Field, rules: PassageRules, before?: Way): Way {
  const { course } = rules;
  const startUs = rules.startOf(skater);
  const end = course.points.length - 1;
  const passages: Passage[] = [];
  const made: (Passage | undefined)[] = [];
  const lastOfLoop = new Map<string, number>();
  const own = field.get(skater) ?? [];
  const shortestUs = 2 * (1 - lapTolerance) * course.fastestLapUs;
  let alone = true;
  for (const [index, crossing] of own.entries()) {
    const last = passages.at(-1);
    const beforeUs = lastOfLoop.get(crossing.loop);
    // Most gaps are too short to hide a lap at any speed: those need no look at the others.
    const mayHide = crossing.presented.instantUs - (beforeUs ?? startUs) >= shortestUs;
    if (mayHide) alone = false;
    const apart = mayHide ? missedBefore(crossing, beforeUs, skater, field, rules) : 0;
    lastOfLoop.set(crossing.loop, crossing.presented.instantUs);
    const next = nextOf(course, crossing.loop, last === undefined ? 0 : last.point + 1);
    if (next === -1) continue;
    const missed = skatedUnseen(apart, { index, own, point: next, before: beforeUs }, skater, field, rules);
    const point = next + missed * course.perLap;
    const was = before?.made[index];
    const isSame = before?.crossings[index] === crossing && was?.point === point;
    const passage = isSame ? was : reuse(was, measured(crossing, point, startUs, rules.digits));
    // Seen again only after the end: the finish was missed, and nobody skates on at the pace of the race.
    if (passage.point > end) break;
    fill(passages, last, passage, startUs);
    passages.push(passage);
    made[index] = passage;
  }
  return { crossings: own, passages, made, alone };
}

/** P8: where the watches are all there is, their time ends the course, and what was not seen on the way is an estimate. */
export function withHandTime(
  passages: readonly Passage[],
  timeUs: number,
  { course, startUs }: { readonly course: Course; readonly startUs: number },
): readonly Passage[] {
  const end = course.points.length - 1;
  if (passages.length > end || end < 0) return passages;
  const filled = [...passages];
  const instantUs = instant(startUs + timeUs);
  const passage: Passage = { point: end, instantUs, timeUs: instantUs - startUs, basis: 'hand' };
  fill(filled, passages.at(-1), passage, startUs);
  return [...filled, passage];
}
