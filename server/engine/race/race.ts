// One race from its facts, from top to bottom: the stages of this folder in the order in which they build on each other.

import type { MeetEvent } from '../../../shared/event.ts';
import type { Fact } from '../../../shared/facts.ts';
import type { Athlete, RaceDoc } from '../../../shared/meet.ts';
import { outcomeOf, ridesInGroups } from '../disciplines/registry.ts';
import { reuse } from '../reuse.ts';
import { type Counting, countingOf } from './effective.ts';
import { type Ways, waysOf } from './field.ts';
import { type Expectation, expectations } from './overdue.ts';
import type { Race } from './race-state.ts';
import { type Racer, racerOf } from './racers.ts';
import { deal } from './readings.ts';
import type { Roster } from './roster.ts';
import { statusOf } from './status.ts';
import { stopsOf } from './stops.ts';
import { termsOf } from './terms.ts';

export interface RaceInput {
  readonly doc: RaceDoc;
  readonly event: MeetEvent;
  readonly athletes: ReadonlyMap<string, Athlete>;
  readonly roster: Roster;
  /** In order of seq: the facts that name this race, and those bound to it. */
  readonly facts: readonly Fact[];
}

type Racers = ReadonlyMap<string, Racer>;
type Awaited = ReadonlyMap<string, Expectation>;

/** A race with the stages it came through, from which the next computation goes on. */
export interface Computed {
  readonly counting: Counting;
  readonly ways: Ways;
  readonly awaited: Awaited;
  readonly racers: Racers;
  readonly race: Race;
}

const nobody: Awaited = new Map();

/** Who is awaited, in disciplines in which one can be missed by the others; once the race is shut nobody is held in a place. */
function awaitedIn({ terms, dealt: { latestUs }, byEntry }: Ways, before: Awaited | undefined): Awaited {
  const { basis, placed, closed } = terms;
  const { event, course, rulings } = basis;
  if (!ridesInGroups(event)) return nobody;
  const racing = new Map(
    [...byEntry].filter(([entry]) => rulings.get(entry)?.status === undefined && !placed.has(entry)),
  );
  const { overdueUs, groupGapUs } = event.rules;
  const all = [...expectations(racing, latestUs, { course, overdueUs, groupGapUs })];
  const still = closed ? all.filter(([, { state }]) => state === 'gone') : all;
  return new Map(still.map(([entry, expectation]) => [entry, reuse(before?.get(entry), expectation)]));
}

/** All racers; the same ones where none of them changed. */
function racersOf(ways: Ways, awaited: Awaited, before: Racers | undefined): Racers {
  const { basis, placed, reactions } = ways.terms;
  const { roster, rulings, course } = basis;
  const racers = new Map<string, Racer>();
  let same = before?.size === roster.competitors.size;
  for (const [entry, competitor] of roster.competitors) {
    const racer = racerOf(
      competitor,
      rulings.get(entry),
      ways.byEntry.get(entry),
      awaited.get(entry),
      placed.has(entry),
      reactions.get(entry),
      course,
    );
    if (racer !== before?.get(entry)) same = false;
    racers.set(entry, racer);
  }
  return same && before !== undefined ? before : racers;
}

/** G3: the laps of the first to complete one, who need not be the one held in front; a lap skated stays skated. */
function lapsOfLeader(racers: Iterable<Racer>): number {
  let most = 0;
  for (const { ruling, laps } of racers) {
    if (ruling.status !== 'DNS' && ruling.status !== 'WDR') most = Math.max(most, laps);
  }
  return most;
}

/** Entrants of whom nothing changed keep their identity, so that their rows need not be made again. */
function keptEntrants(before: Race | undefined, entrants: Race['entrants']): Race['entrants'] {
  if (before === undefined) return entrants;
  return new Map([...entrants].map(([entry, entrant]) => [entry, reuse(before.entrants.get(entry), entrant)]));
}

function raceWith(
  { doc, event }: RaceInput,
  { decisions }: Counting,
  { terms, dealt: { unknown } }: Ways,
  racers: Racers,
  before: Race | undefined,
): Race {
  const { photo, closed, timesValid } = terms;
  const { course, attempt, guns } = terms.basis;
  const outcome = outcomeOf(event, { course, racers, photo, closed });
  const leaderLaps = lapsOfLeader(racers.values());
  return {
    doc,
    event,
    course,
    attempt,
    status: statusOf(doc, decisions, attempt, outcome.ended),
    laps: { total: course.laps, leader: leaderLaps, toGo: Math.max(0, course.laps - leaderLaps) },
    entrants: keptEntrants(before, outcome.entrants),
    groups: reuse(before?.groups, outcome.groups),
    sprints: reuse(before?.sprints, outcome.sprints),
    decisions,
    unknown,
    timesValid,
    stops: stopsOf(event, racers.values(), outcome.leader, guns),
  };
}

/**
 * The race as these facts have it. Pure, and defined for any facts of the schema.
 * `before` is a computation of the same race; it only spares work, and lends the identity of what did not change.
 */
export function computed(input: RaceInput, before?: Computed): Computed {
  const { doc, event, roster, facts } = input;
  const counting = countingOf(facts, before?.counting);
  const terms = termsOf(counting, event, roster, before?.ways.terms);
  const dealt = deal(counting.readings, terms.basis, before?.ways.dealt);
  const ways = waysOf(dealt, terms, counting.presented, before?.ways);
  const awaited = awaitedIn(ways, before?.awaited);
  const racers = racersOf(ways, awaited, before?.racers);
  const stands =
    before?.racers === racers &&
    before.race.doc === doc &&
    before.ways.terms === terms &&
    before.ways.dealt.unknown === dealt.unknown;
  const race = stands ? before.race : raceWith(input, counting, ways, racers, before?.race);
  return { counting, ways, awaited, racers, race };
}
