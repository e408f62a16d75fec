// One race from its facts, from top to bottom: the stages of this folder in the order in which they build on each other.

import type { MeetEvent } from '../../../shared/event.ts';
import type { Fact } from '../../../shared/facts.ts';
import type { Athlete, RaceDoc } from '../../../shared/meet.ts';
import { finishOrder } from '../disciplines/discipline.ts';
import { courseOf, outcomeOf, ridesInGroups, rulingRules, startsByPassing } from '../disciplines/registry.ts';
import { reuse } from '../reuse.ts';
import { type Attempt, attemptOf, firstGunUs } from './attempt.ts';
import { offsetsOf } from './clock.ts';
import { effective } from './effective.ts';
import { type FieldInput, type Passages, passagesByEntry } from './field.ts';
import { gunsOf, startedByPassing } from './gun.ts';
import { handTimes } from './hand-times.ts';
import { type Expectation, expectations } from './overdue.ts';
import type { Race } from './race-state.ts';
import { type Racer, racerOf } from './racers.ts';
import { reactionsOf } from './reactions.ts';
import { inAttempt, unknownOf } from './readings.ts';
import type { Roster } from './roster.ts';
import { rulingsOf } from './rulings.ts';
import type { PhotoOrder } from './sprints.ts';
import { isClosed, lastOfKind, statusOf } from './status.ts';
import { stopsOf } from './stops.ts';
import { windowsOf } from './window.ts';

export interface RaceInput {
  readonly doc: RaceDoc;
  readonly event: MeetEvent;
  readonly athletes: ReadonlyMap<string, Athlete>;
  readonly roster: Roster;
  /** In order of seq: the facts that name this race, and those bound to it. */
  readonly facts: readonly Fact[];
}

/** What the stages between reading and racer look at. */
interface Ice extends FieldInput {
  /** Whom the photo finish saw at the end. */
  readonly placed: ReadonlySet<string>;
  readonly reactions: ReadonlyMap<string, number>;
  /** The race was shut in this attempt. */
  readonly closed: boolean;
}

/** Who is awaited, in disciplines in which one can be missed by the others; once the race is shut nobody is held in a place. */
function expected(
  { event, course, rulings, timed, placed, closed }: Ice,
  passages: Passages,
): ReadonlyMap<string, Expectation> {
  if (!ridesInGroups(event)) return new Map();
  const racing = new Map(
    [...passages].filter(([entry]) => rulings.get(entry)?.status === undefined && !placed.has(entry)),
  );
  const latestUs = timed.reduce((latest, { instantUs }) => Math.max(latest, instantUs), 0);
  const { overdueUs, groupGapUs } = event.rules;
  const all = expectations(racing, latestUs, { course, overdueUs, groupGapUs });
  return closed ? new Map([...all].filter(([, { state }]) => state === 'gone')) : all;
}

function racersOf(ice: Ice, passages: Passages): Map<string, Racer> {
  const expectations = expected(ice, passages);
  const racers = new Map<string, Racer>();
  for (const [entry, competitor] of ice.roster.competitors) {
    racers.set(
      entry,
      racerOf(
        {
          competitor,
          ruling: ice.rulings.get(entry),
          measured: passages.get(entry),
          expectation: expectations.get(entry),
          placed: ice.placed.has(entry),
          reactionUs: ice.reactions.get(entry),
        },
        ice.course,
      ),
    );
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

/**
 * The race as these facts have it. Pure, and defined for any facts of the schema.
 * `before` only lends the identity of what did not change.
 */
export function raceOf(input: RaceInput, before?: Race): Race {
  const { doc, event, roster, facts } = input;
  const { starts, readings, decisions, presented } = effective(facts);
  const offsets = offsetsOf(decisions);
  const called = attemptOf({ starts, decisions }, offsets);
  const windows = windowsOf(decisions, firstGunUs(called));
  const attempt = startsByPassing(event) ? startedByPassing(called, readings, windows, offsets) : called;
  const guns = gunsOf(attempt, roster);
  const length = lastOfKind(decisions, 'length');
  const course = courseOf(event, length?.laps);
  const photo = photoOrders(decisions, attempt);
  const ice: Ice = {
    event,
    course,
    roster,
    rulings: rulingsOf(decisions, roster, rulingRules(event)),
    timed: inAttempt(readings, attempt, { guns, roster, offsets }),
    presented,
    hands: handTimes(decisions, attempt),
    reactions: reactionsOf(decisions, attempt),
    placed: new Set(ridesInGroups(event) ? photo.get(finishOrder)?.flat() : []),
    closed: isClosed(decisions, attempt, windows),
  };
  const passages = passagesByEntry(ice, guns, before);
  const racers = racersOf(ice, passages);
  const outcome = outcomeOf(event, { course, racers, photo, closed: ice.closed });
  const leaderLaps = lapsOfLeader(racers.values());
  return {
    doc,
    event,
    course,
    attempt,
    status: statusOf(doc, decisions, attempt, outcome.ended),
    laps: { total: course.laps, leader: leaderLaps, toGo: Math.max(0, course.laps - leaderLaps) },
    entrants: keptEntrants(before, outcome.entrants),
    groups: outcome.groups,
    sprints: outcome.sprints,
    decisions,
    unknown: unknownOf(ice.timed, roster),
    timesValid: length?.timesValid !== false,
    stops: stopsOf(event, racers.values(), outcome.leader, guns),
  };
}
