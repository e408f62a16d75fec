// From the readings of an attempt to who passed what when: readings by skater, crossings, passages, and a team's from its skaters'.
import type { MeetEvent } from '../../../shared/event.ts';
import { type Course, fastestUs } from '../disciplines/course.ts';
import { digitsOf, fallsCostLaps, guardOf, ridesInGroups, teamRuleOf } from '../disciplines/registry.ts';
import { reuse } from '../reuse.ts';
import type { Gun, TimedReading } from './clock.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import type { Guns } from './gun.ts';
import { type Field, type Passage, passagesOf, withHandTime } from './passages.ts';
import type { Race } from './race-state.ts';
import { readingsBySkater, type SharedLine } from './readings.ts';
import { relayCrossings } from './relay.ts';
import type { Roster } from './roster.ts';
import type { Ruling } from './rulings.ts';
import { entryOfSkater, type Skater, teamPassages } from './teams.ts';

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

/** The crossings of everybody whose gun was fired, each counted from that gun. */
function crossingsBySkater(input: FieldInput, guns: Guns, inTurns: boolean): Map<Skater, readonly Crossing[]> {
  const { event, roster, presented, rulings } = input;
  const firsts = new Map<Gun, Map<string, number>>();
  const field = new Map<Skater, readonly Crossing[]>();
  const reading = { line: lineOf(input), inTurns };
  for (const [skater, readings] of readingsBySkater(input.timed, reading, roster, rulings)) {
    const gun = guns.of(entryOfSkater(skater));
    if (gun === undefined) continue;
    const firstUs = firsts.get(gun) ?? firstGuards(input, gun);
    firsts.set(gun, firstUs);
    const rules = { guardUs: guardOf(event, input.course), firstUs, presented, inPack: ridesInGroups(event) };
    field.set(skater, crossingsOf(readings, rules));
  }
  return field;
}

/** The skaters of a team, with what is known of each, in an order that does not depend on who was read first. */
function membersIn<T>(bySkater: ReadonlyMap<Skater, T>, entry: string): ReadonlyMap<Skater, T> {
  const members = [...bySkater].filter(([skater]) => skater.startsWith(`${entry}/`));
  return new Map(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** P7: of each team the crossings that count, without those of who waits. */
function inTurn(field: ReadonlyMap<Skater, readonly Crossing[]>, course: Course, guns: Guns): Field {
  const teams = new Map<Skater, readonly Crossing[]>();
  for (const [skater, crossings] of field) {
    const gun = guns.of(skater);
    if (skater !== entryOfSkater(skater) || gun === undefined) continue;
    teams.set(skater, relayCrossings(crossings, membersIn(field, skater), { course, startUs: gun.startUs }));
  }
  return teams;
}

/** What every entry has passed; `before` only lends the identity of what did not change. */
export function passagesByEntry(input: FieldInput, guns: Guns, before: Race | undefined): Passages {
  const { event, course, roster, hands } = input;
  const rule = teamRuleOf(event, course);
  const seen = crossingsBySkater(input, guns, rule === 'turns');
  const field = rule === 'turns' ? inTurn(seen, course, guns) : seen;
  const startOf = (skater: Skater) => guns.of(entryOfSkater(skater))?.startUs ?? 0;
  const rules = { course, startOf, digits: digitsOf(event), fallsCostLaps: fallsCostLaps(event) };
  const bySkater = new Map<Skater, readonly Passage[]>();
  for (const skater of field.keys()) bySkater.set(skater, passagesOf(skater, field, rules));
  const passages = new Map<string, readonly Passage[]>();
  for (const entry of roster.competitors.keys()) {
    const own = bySkater.get(entry) ?? [];
    const counts = rule === undefined || rule === 'turns' ? undefined : rule.counts;
    const team = counts === undefined ? own : teamPassages(own, membersIn(bySkater, entry), counts);
    const hand = guns.of(entry) && hands.get(entry);
    const all = hand === undefined ? team : withHandTime(team, hand, { course, startUs: startOf(entry) });
    passages.set(entry, reuse(before?.entrants.get(entry)?.racer.measured, all));
  }
  return passages;
}
