// From the readings of an attempt to who passed what when: crossings, passages, and a team's from its skaters'.
import type { MeetEvent } from '../../../shared/event.ts';
import { type Course, fastestUs } from '../disciplines/course.ts';
import { digitsOf, fallsCostLaps, guardOf, ridesInGroups } from '../disciplines/registry.ts';
import { memo } from '../memo.ts';
import { reuse } from '../reuse.ts';
import type { Gun } from './clock.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import type { Guns } from './gun.ts';
import { type Field, type Passage, passagesOf, type Way, withHandTime } from './passages.ts';
import type { Dealt } from './readings.ts';
import { relayCrossings } from './relay.ts';
import { entryOfSkater, type Skater, teamPassages } from './teams.ts';
import type { Terms } from './terms.ts';

export type Passages = ReadonlyMap<string, readonly Passage[]>;

/** What everybody has passed, with what it was made from. */
export interface Ways {
  readonly terms: Terms;
  readonly dealt: Dealt;
  /** The operator's choices, the last one last. */
  readonly presented: readonly string[];
  readonly seen: ReadonlyMap<Skater, readonly Crossing[]>;
  readonly bySkater: ReadonlyMap<Skater, Way>;
  readonly byEntry: Passages;
}

/** P2a: nothing counts before this share of the fastest plausible first split. */
const firstGuardShare = 0.6;

/** By loop, when the first crossing after this gun can be one. */
const firstGuards = memo((gun: Gun, { points }: Course, event: MeetEvent): ReadonlyMap<string, number> => {
  const guards = new Map<string, number>();
  for (const { loop, metres } of points) {
    if (guards.has(loop)) continue;
    const afterUs = event.rules.firstGuardUs ?? Math.round(firstGuardShare * fastestUs(metres));
    guards.set(loop, gun.startUs + afterUs);
  }
  return guards;
});

/** The crossings of everybody whose gun was fired, each counted from that gun; of whom nothing new was read, those of `before`. */
function crossingsBySkater(
  { basis, bySkater }: Dealt,
  presented: readonly string[],
  before: Ways | undefined,
): Ways['seen'] {
  const { event, course, guns } = basis;
  const field = new Map<Skater, readonly Crossing[]>();
  for (const [skater, readings] of bySkater) {
    const gun = guns.of(entryOfSkater(skater));
    if (gun === undefined) continue;
    const known = before?.seen.get(skater);
    if (known !== undefined && before?.dealt.bySkater.get(skater) === readings) {
      field.set(skater, known);
      continue;
    }
    const rules = {
      guardUs: guardOf(event, course),
      firstUs: firstGuards(gun, course, event),
      presented,
      inPack: ridesInGroups(event),
    };
    field.set(skater, crossingsOf(readings, rules, known));
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

/** The passages of everybody in the field; where they follow from crossings of his own alone, and those are the same, they are too. */
function waysIn(field: Field, { basis }: Dealt, before: Ways | undefined): Ways['bySkater'] {
  const { event, course, guns } = basis;
  const startOf = (skater: Skater) => guns.of(entryOfSkater(skater))?.startUs ?? 0;
  const rules = { course, startOf, digits: digitsOf(event), fallsCostLaps: fallsCostLaps(event) };
  const ways = new Map<Skater, Way>();
  for (const [skater, crossings] of field) {
    const known = before?.bySkater.get(skater);
    ways.set(skater, known?.alone && known.crossings === crossings ? known : passagesOf(skater, field, rules, known));
  }
  return ways;
}

function matesIn(bySkater: Ways['bySkater'], entry: string): ReadonlyMap<Skater, readonly Passage[]> {
  return new Map([...membersIn(bySkater, entry)].map(([skater, { passages }]) => [skater, passages]));
}

/** What every entry has passed; what did not change keeps its identity. */
function entriesIn(bySkater: Ways['bySkater'], { basis, hands }: Terms, before: Ways | undefined): Passages {
  const { roster, team, guns, course } = basis;
  const passages = new Map<string, readonly Passage[]>();
  for (const entry of roster.competitors.keys()) {
    const own = bySkater.get(entry)?.passages ?? [];
    const all = team === undefined || team === 'turns' ? own : teamPassages(own, matesIn(bySkater, entry), team.counts);
    const hand = hands.get(entry);
    const gun = guns.of(entry);
    const ended =
      hand === undefined || gun === undefined ? all : withHandTime(all, hand, { course, startUs: gun.startUs });
    passages.set(entry, reuse(before?.byEntry.get(entry), ended));
  }
  return passages;
}

/** Everybody's way; `before` is that before the newest facts. */
export function waysOf(dealt: Dealt, terms: Terms, presented: readonly string[], before: Ways | undefined): Ways {
  const { basis } = dealt;
  const known = before?.dealt.basis === basis && before.presented === presented ? before : undefined;
  if (known?.dealt === dealt && known.terms === terms) return known;
  const seen = crossingsBySkater(dealt, presented, known);
  const field = basis.team === 'turns' ? inTurn(seen, basis.course, basis.guns) : seen;
  const bySkater = waysIn(field, dealt, known);
  return { terms, dealt, presented, seen, bySkater, byEntry: entriesIn(bySkater, terms, before) };
}
