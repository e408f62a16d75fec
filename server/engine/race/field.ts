// From the readings of an attempt to who passed what when: readings by skater, crossings, passages, and a team's from its skaters'.
import type { MeetEvent } from '../../../shared/event.ts';
import { type Course, fastestUs } from '../disciplines/course.ts';
import { digitsOf, fallsCostLaps, ridesInGroups, skatersThatCount } from '../disciplines/registry.ts';
import { reuse } from '../reuse.ts';
import type { Gun, TimedReading } from './clock.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import { type Passage, passagesOf, withHandTime } from './passages.ts';
import type { Race } from './race-state.ts';
import { readingsBySkater, type SharedLine } from './readings.ts';
import type { Roster } from './roster.ts';
import type { Ruling } from './rulings.ts';
import { type Skater, teamPassages } from './teams.ts';

export interface FieldInput {
  readonly event: MeetEvent;
  readonly course: Course;
  readonly roster: Roster;
  readonly rulings: ReadonlyMap<string, Ruling>;
  /** The readings of this attempt, on the race's clock. */
  readonly timed: readonly TimedReading[];
  /** The operator's choices, the last one last. */
  readonly presented: readonly string[];
  readonly hands: ReadonlyMap<string, number>;
}

export type Passages = ReadonlyMap<string, readonly Passage[]>;

/** P2a: nothing counts before this share of the fastest plausible first split. */
const firstGuardShare = 0.6;

function firstGuards({ event, course }: FieldInput, gun: Gun): Map<string, number> {
  const guards = new Map<string, number>();
  for (const { loop, metres } of course.points) {
    if (guards.has(loop)) continue;
    const afterUs = event.rules.firstGuardUs ?? Math.round(firstGuardShare * fastestUs(metres));
    guards.set(loop, gun.startUs + afterUs);
  }
  return guards;
}

function lineOf({ event, course }: FieldInput): SharedLine | undefined {
  return course.line === undefined
    ? undefined
    : { id: course.line, loops: new Set(event.track.loops.map(({ id }) => id)) };
}

/** What every entry has passed; `before` only lends the identity of what did not change. */
export function passagesByEntry(input: FieldInput, gun: Gun, before: Race | undefined): Passages {
  const { event, course, roster, presented, hands } = input;
  const rules = {
    guardUs: event.rules.guardUs,
    firstUs: firstGuards(input, gun),
    presented,
    inPack: ridesInGroups(event),
  };
  const field = new Map<Skater, readonly Crossing[]>();
  for (const [skater, readings] of readingsBySkater(input.timed, lineOf(input), roster, input.rulings)) {
    field.set(skater, crossingsOf(readings, rules));
  }
  const laid = { course, startUs: gun.startUs, digits: digitsOf(event), fallsCostLaps: fallsCostLaps(event) };
  const bySkater = new Map<Skater, readonly Passage[]>();
  for (const skater of field.keys()) bySkater.set(skater, passagesOf(skater, field, laid));
  const count = skatersThatCount(event);
  const passages = new Map<string, readonly Passage[]>();
  for (const entry of roster.competitors.keys()) {
    const own = bySkater.get(entry) ?? [];
    const seen = count === undefined ? own : teamPassages(entry, own, bySkater, count);
    const hand = hands.get(entry);
    const all = hand === undefined ? seen : withHandTime(seen, hand, laid);
    passages.set(entry, reuse(before?.entrants.get(entry)?.racer.measured, all));
  }
  return passages;
}
