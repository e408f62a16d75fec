// P4a: a skater whose group has crossed while he was not seen is overdue: held in place for half a lap, then gone.
// One who was never seen has no place to be held in.
import type { Course } from '../disciplines/course.ts';
import { instant } from './clock.ts';
import type { Passage } from './passages.ts';

/** How one entry stands at its next point. */
export interface Expectation {
  readonly state: 'overdue' | 'gone';
  /** While overdue: where the entry is held, an estimate. */
  readonly held?: Passage;
}

interface Mate {
  readonly atUs: number;
  readonly nextUs: number;
}

const gone: Expectation = { state: 'gone' };
const overdue: Expectation = { state: 'overdue' };

/** Past this share of a lap after the last crossing, nobody expects the entry at that point any more. */
const goneAfterLaps = 1.5;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Those who were at `point` and have reached the next one. */
function matesAt(all: ReadonlyMap<string, readonly Passage[]>, entry: string, point: number): Mate[] {
  const mates: Mate[] = [];
  for (const [other, passages] of all) {
    const at = passages[point];
    const next = passages[point + 1];
    if (other !== entry && at !== undefined && next !== undefined) {
      mates.push({ atUs: at.instantUs, nextUs: next.instantUs });
    }
  }
  return mates;
}

/** The shortest time anybody took from `point` to the next one; nobody is awaited sooner. */
function shortestFrom(all: ReadonlyMap<string, readonly Passage[]>, point: number): number {
  let shortestUs = Number.POSITIVE_INFINITY;
  for (const passages of all.values()) {
    const at = passages[point];
    const next = passages[point + 1];
    if (at !== undefined && next !== undefined) shortestUs = Math.min(shortestUs, next.instantUs - at.instantUs);
  }
  return shortestUs;
}

/** Members of the same group at that point: joined by intervals shorter than `groupGapUs`. */
function groupOf(mates: readonly Mate[], atUs: number, groupGapUs: number): Mate[] {
  const sorted = mates.toSorted((a, b) => a.atUs - b.atUs);
  const ahead = sorted.filter((mate) => mate.atUs <= atUs).reverse();
  const behind = sorted.filter((mate) => mate.atUs > atUs);
  const group: Mate[] = [];
  for (const side of [ahead, behind]) {
    let edge = atUs;
    for (const mate of side) {
      if (Math.abs(mate.atUs - edge) >= groupGapUs) break;
      group.push(mate);
      edge = mate.atUs;
    }
  }
  return group;
}

export interface OverdueRules {
  readonly course: Course;
  readonly overdueUs: number;
  readonly groupGapUs: number;
}

/** Before the first point everybody is one group: it has crossed once half of it has and nobody more came for a while. */
function expectFirst(
  all: ReadonlyMap<string, readonly Passage[]>,
  latestUs: number,
  { overdueUs }: OverdueRules,
): Expectation | undefined {
  const firsts = [...all.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  if (firsts.length === 0 || 2 * firsts.length < all.size) return undefined;
  const typicalUs = median(firsts.map(({ timeUs }) => timeUs));
  const startUs = (firsts[0] as Passage).instantUs - (firsts[0] as Passage).timeUs;
  if (latestUs >= startUs + goneAfterLaps * typicalUs) return gone;
  const lastUs = firsts.reduce((last, { instantUs }) => Math.max(last, instantUs), 0);
  return latestUs >= lastUs + overdueUs ? overdue : undefined;
}

function expect(
  entry: string,
  passages: readonly Passage[],
  all: ReadonlyMap<string, readonly Passage[]>,
  latestUs: number,
  rules: OverdueRules,
): Expectation | undefined {
  const last = passages.at(-1);
  if (last === undefined) return expectFirst(all, latestUs, rules);
  if (last.point + 1 >= rules.course.points.length) return undefined;
  const waitedUs = latestUs - last.instantUs;
  if (waitedUs < rules.course.fastestLapUs / rules.course.perLap) return undefined;
  const shortestUs = shortestFrom(all, last.point);
  if (waitedUs < Math.min(shortestUs + rules.overdueUs, goneAfterLaps * shortestUs)) return undefined;
  const mates = matesAt(all, entry, last.point);
  if (mates.length === 0) return undefined;
  const typicalUs = median(mates.map(({ atUs, nextUs }) => nextUs - atUs));
  if (latestUs >= last.instantUs + goneAfterLaps * typicalUs) return gone;
  const group = groupOf(mates, last.instantUs, rules.groupGapUs);
  // One who rides alone is overdue only once somebody who was behind has come by.
  const witnesses = group.length > 0 ? group : mates.filter(({ atUs }) => atUs > last.instantUs);
  if (witnesses.length === 0) return undefined;
  const instantUs = instant(last.instantUs + median(witnesses.map(({ atUs, nextUs }) => nextUs - atUs)));
  if (latestUs < instantUs + rules.overdueUs) return undefined;
  const timeUs = instantUs - last.instantUs + last.timeUs;
  return { state: 'overdue', held: { point: last.point + 1, instantUs, timeUs, estimate: 'held' } };
}

/** Who is overdue or gone, given the passages of all who still race; `latestUs` is the newest instant read in the race. */
export function expectations(
  racing: ReadonlyMap<string, readonly Passage[]>,
  latestUs: number,
  rules: OverdueRules,
): ReadonlyMap<string, Expectation> {
  const found = new Map<string, Expectation>();
  for (const [entry, passages] of racing) {
    const expectation = expect(entry, passages, racing, latestUs, rules);
    if (expectation !== undefined) found.set(entry, expectation);
  }
  return found;
}
