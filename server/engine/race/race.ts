// One race from its facts, from top to bottom: the stages of this folder in the order in which they build on each other.
import type { RaceStatus } from '../../../shared/board.ts';
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { Athlete, MeetEvent, RaceDoc } from '../../../shared/meet.ts';
import { type Course, fastestUs } from '../disciplines/course.ts';
import { finishOrder } from '../disciplines/discipline.ts';
import { courseOf, outcomeOf, ridesInGroups, startsByPassing } from '../disciplines/registry.ts';
import { reuse } from '../reuse.ts';
import { type Attempt, attemptOf } from './attempt.ts';
import { entryOf } from './bind.ts';
import { type Gun, offsetsOf, onRaceClock, type TimedReading } from './clock.ts';
import { beamsOf, type Crossing, crossingsOf } from './crossings.ts';
import { type Effective, effective } from './effective.ts';
import { gunOf, startedByPassing } from './gun.ts';
import { expectations } from './overdue.ts';
import { type Passage, passagesOf, withHandTime } from './passages.ts';
import type { Race } from './race-state.ts';
import { isIn, type Racer, racerOf } from './racers.ts';
import { type Roster, rosterOf } from './roster.ts';
import { type Ruling, rulingsOf } from './rulings.ts';
import type { PhotoOrder } from './sprints.ts';

export interface RaceInput {
  readonly doc: RaceDoc;
  readonly event: MeetEvent;
  readonly athletes: ReadonlyMap<string, Athlete>;
  /** In order of seq: the facts that name this race, and those bound to it. */
  readonly facts: readonly Fact[];
}

/** P2a: nothing counts before this share of the fastest plausible first split. */
const firstGuardShare = 0.6;

function firstGuards(event: MeetEvent, course: Course, gun: Gun | undefined): Map<string, number> {
  const guards = new Map<string, number>();
  for (const { loop, metres } of gun === undefined ? [] : course.points) {
    if (guards.has(loop)) continue;
    const afterUs = event.rules.firstGuardUs ?? Math.round(firstGuardShare * fastestUs(metres));
    guards.set(loop, (gun?.startUs ?? 0) + afterUs);
  }
  return guards;
}

/** The readings of this attempt by entry; P1a and L7: a beam never counts for one who did not start or withdrew. */
function readingsByEntry(
  readings: readonly TimedReading[],
  roster: Roster,
  rulings: ReadonlyMap<string, Ruling>,
): Map<string, TimedReading[]> {
  const named = new Map<string, TimedReading[]>([...roster.competitors.keys()].map((entry) => [entry, []]));
  const beams: TimedReading[] = [];
  for (const timed of readings) {
    const { reading } = timed;
    const entry = entryOf(reading, roster);
    const status = entry === undefined ? undefined : rulings.get(entry)?.status;
    const absent = status === 'DNS' || (status === 'WDR' && reading.how === 'optical');
    if (entry !== undefined && !absent) named.get(entry)?.push(timed);
    else if (entry === undefined && reading.transponder === undefined) beams.push(timed);
  }
  for (const [entry, gained] of beamsOf(beams, named)) {
    const status = rulings.get(entry)?.status;
    if (status !== 'DNS' && status !== 'WDR') named.get(entry)?.push(...gained);
  }
  return named;
}

function handTimes(decisions: readonly Fact[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const fact of decisions) {
    // P8: of three watches the middle one, of two the slower.
    if (fact.kind !== 'handtime') continue;
    const sorted = fact.watches.toSorted((a, b) => a - b);
    times.set(fact.entry, sorted[Math.floor(sorted.length / 2)] as number);
  }
  return times;
}

function passagesByEntry(
  input: RaceInput,
  course: Course,
  gun: Gun,
  timed: readonly TimedReading[],
  roster: Roster,
  counting: Effective,
  before: Race | undefined,
) {
  const rulings = rulingsOf(counting.decisions);
  const rules = {
    guardUs: input.event.rules.guardUs,
    firstUs: firstGuards(input.event, course, gun),
    presented: counting.presented,
  };
  const field = new Map<string, readonly Crossing[]>();
  for (const [entry, readings] of readingsByEntry(timed, roster, rulings)) {
    field.set(entry, crossingsOf(readings, rules));
  }
  const hands = handTimes(counting.decisions);
  const passages = new Map<string, readonly Passage[]>();
  for (const entry of field.keys()) {
    const seen = passagesOf(entry, field, { course, startUs: gun.startUs });
    const hand = hands.get(entry);
    const all = hand === undefined ? seen : withHandTime(seen, hand, { course, startUs: gun.startUs });
    passages.set(entry, reuse(before?.entrants.get(entry)?.racer.measured, all));
  }
  return passages;
}

function racersOf(
  input: RaceInput,
  course: Course,
  roster: Roster,
  decisions: readonly Fact[],
  passages: ReadonlyMap<string, readonly Passage[]>,
  timed: readonly TimedReading[],
): Map<string, Racer> {
  const rulings = rulingsOf(decisions);
  const racing = new Map([...passages].filter(([entry]) => rulings.get(entry)?.status === undefined));
  const latestUs = timed.reduce((latest, { instantUs }) => Math.max(latest, instantUs), 0);
  const { overdueUs, groupGapUs } = input.event.rules;
  const expected = ridesInGroups(input.event)
    ? expectations(racing, latestUs, { course, overdueUs, groupGapUs })
    : new Map();
  const racers = new Map<string, Racer>();
  for (const [entry, competitor] of roster.competitors) {
    racers.set(entry, racerOf(competitor, rulings.get(entry), passages.get(entry), expected.get(entry), course));
  }
  return racers;
}

/** Photo orders of this attempt, by sprint; of each the last word holds. */
function photoOrders(decisions: readonly Fact[], attempt: Attempt): Map<number, PhotoOrder> {
  const orders = new Map<number, PhotoOrder>();
  for (const fact of decisions) {
    if (fact.seq <= attempt.afterSeq) continue;
    if (fact.kind === 'sprint') orders.set(fact.sprint, fact.order);
    else if (fact.kind === 'finish') orders.set(finishOrder, fact.order);
  }
  return orders;
}

function lastOfKind<K extends Fact['kind']>(decisions: readonly Fact[], kind: K): FactOf<K> | undefined {
  return decisions.findLast((fact): fact is FactOf<K> => fact.kind === kind);
}

/** Shut and not opened again since; a new attempt opens it too. */
function isClosed(decisions: readonly Fact[], attempt: Attempt): boolean {
  const closed = lastOfKind(decisions, 'close')?.seq ?? 0;
  return closed > Math.max(lastOfKind(decisions, 'arm')?.seq ?? 0, attempt.afterSeq);
}

function statusOf(doc: RaceDoc, decisions: readonly Fact[], attempt: Attempt, ended: boolean): RaceStatus {
  if (doc.cancelled === true) return 'cancelled';
  const protest = lastOfKind(decisions, 'protest');
  if (protest !== undefined && (protest.state ?? 'open') === 'open') return 'underReview';
  if (ended) return 'finished';
  if (attempt.starts.size > 0) return 'running';
  const armed = lastOfKind(decisions, 'arm')?.seq ?? 0;
  const stopped = attempt.cleared === 'stopped' || attempt.cleared === 'fall';
  if (stopped && armed < attempt.afterSeq) return 'stopped';
  return armed > 0 ? 'armed' : 'scheduled';
}

/** The newest instant at which an entry in the race reached the end, or in a mass start the leader did. */
function stopOf(event: MeetEvent, racers: Iterable<Racer>, leader: Racer | undefined): number | undefined {
  if (event.kind === 'massStart') return leader?.finished === true ? leader.measured.at(-1)?.instantUs : undefined;
  let stopUs: number | undefined;
  for (const { finished, measured } of racers) {
    const at = finished ? measured.at(-1)?.instantUs : undefined;
    if (at !== undefined) stopUs = Math.max(stopUs ?? at, at);
  }
  return stopUs;
}

/**
 * The race as these facts have it. Pure, and defined for any facts of the schema.
 * `before` only lends the identity of what did not change.
 */
export function raceOf(input: RaceInput, before?: Race): Race {
  const { doc, event, athletes, facts } = input;
  const counting = effective(facts);
  const { decisions, readings } = counting;
  const offsets = offsetsOf(decisions);
  const called = attemptOf(counting, offsets);
  const attempt = startsByPassing(event) ? startedByPassing(called, readings, offsets) : called;
  const gun = gunOf(attempt);
  const roster = rosterOf(doc, athletes, decisions);
  const length = lastOfKind(decisions, 'length');
  const course = courseOf(event, length?.laps);
  const timed = readings
    .map((reading) => onRaceClock(reading, gun, offsets))
    .filter(({ instantUs }) => instantUs > attempt.afterUs);
  const passages = gun === undefined ? new Map() : passagesByEntry(input, course, gun, timed, roster, counting, before);
  const racers = racersOf(input, course, roster, decisions, passages, timed);
  const closed = isClosed(decisions, attempt);
  const outcome = outcomeOf(event, { course, racers, photo: photoOrders(decisions, attempt), closed });
  // G3: the first of those in the race to complete a lap, which need not be the one held in front.
  const leaderLaps = Math.max(0, ...[...racers.values()].filter(isIn).map(({ laps }) => laps));
  const stopUs = stopOf(event, racers.values(), outcome.leader);
  return {
    doc,
    event,
    course,
    attempt,
    status: statusOf(doc, decisions, attempt, outcome.ended && attempt.starts.size > 0),
    laps: { total: course.laps, leader: leaderLaps, toGo: Math.max(0, course.laps - leaderLaps) },
    entrants: outcome.entrants,
    groups: outcome.groups,
    sprints: outcome.sprints,
    decisions,
    unknown: unknownOf(timed, roster),
    timesValid: length?.timesValid !== false,
    ...(stopUs !== undefined && { stopUs }),
  };
}

/** P5 */
function unknownOf(timed: readonly TimedReading[], roster: Roster): string[] {
  const unknown = new Set<string>();
  for (const { reading } of timed) {
    const { transponder, entry } = reading;
    if (transponder !== undefined && entry === undefined && !roster.wearers.has(transponder)) unknown.add(transponder);
  }
  return [...unknown].sort();
}
