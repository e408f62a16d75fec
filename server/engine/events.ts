// The third step of the fold: races compared within their event, and the standings.
import { type OperatorFunction, scan } from 'rxjs';
import type { Combined, MeetEvent } from '../../shared/event.ts';
import type { Meet } from '../../shared/meet.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { digitsOf, isTimed } from './disciplines/registry.ts';
import { type Advance, type AdvanceMark, advancesIn } from './event/advancement.ts';
import { combinedState, type Ridden } from './event/combined.ts';
import { type ComparedPoint, type Contest, contestOf, pointsIn } from './event/compare.ts';
import { placesOf } from './event/places.ts';
import { isDone, type Result, resultsOf } from './event/results.ts';
import { roundStandings } from './event/round-standings.ts';
import { runRulesOf } from './event/runs.ts';
import { type RaceTimes, timesOf } from './event/split-times.ts';
import { raceStandings } from './event/standings.ts';
import { type TimeMarks, timeMarksOf } from './event/time-marks.ts';
import { timedStandings } from './event/timed.ts';
import { type EventRows, type EventView, eventRowsOf, noView, viewOf } from './event/view.ts';
import { type Chase, chasesOf } from './forecast/chase.ts';
import { roundTimesOf } from './forecast/round-times.ts';
import { memo } from './memo.ts';
import type { Race, RaceState } from './race/race-state.ts';
import { type MeetRaces, noRaces, type Races } from './races.ts';
import { kept, reuse } from './reuse.ts';

type Results = readonly (readonly Result[])[];

interface Outcome {
  /** Nothing is to come in any race. */
  readonly over: boolean;
  readonly standings: EventState['standings'];
  readonly made: EventRows;
  /** What of `made` did not change keeps its identity. */
  readonly rows: EventRows;
}

export interface EventFold {
  readonly event: MeetEvent;
  /** The states it was made from, in order of the programme. */
  readonly races: readonly RaceState[];
  /** Of each race; one that a fact did not change keeps its identity. */
  readonly results: Results;
  readonly times: readonly RaceTimes[];
  readonly contest: Contest;
  /** By race, as compared in the contest. */
  readonly points: ReadonlyMap<string, readonly ComparedPoint[]>;
  readonly outcome: Outcome;
  readonly state: EventState;
  /** Of each race, where they are timed. */
  readonly chases: readonly Chase[];
  /** By race. */
  readonly views: ReadonlyMap<string, EventView>;
}

/** A combined event with the distances it was made from. */
interface CombinedFold {
  readonly doc: Combined;
  readonly of: readonly Ridden[];
  readonly state: EventState;
}

export interface MeetEvents {
  readonly races: MeetRaces;
  readonly events: ReadonlyMap<string, EventFold>;
  readonly combined: ReadonlyMap<string, CombinedFold>;
}

export interface Events {
  readonly races: Races;
  readonly byMeet: ReadonlyMap<string, MeetEvents>;
}

export const noEvents: Events = { races: noRaces, byMeet: new Map() };

function standingsOf(
  event: MeetEvent,
  races: readonly Race[],
  results: Results,
  marks: ReadonlyMap<Result, TimeMarks>,
): EventState['standings'] {
  if (event.rounds !== undefined) return roundStandings(event, races);
  return isTimed(event) ? timedStandings(event, results, marks) : raceStandings(races);
}

/** What the results of an event come to; what did not change keeps its identity. */
function outcomeOf(before: EventFold | undefined, event: MeetEvent, races: readonly Race[], results: Results): Outcome {
  const known = before?.event === event ? before.outcome : undefined;
  const over = races.every(isDone);
  // Most facts are splits and change no result; places and rounds are ranked by more than results.
  const byResults = isTimed(event) && event.rounds === undefined;
  if (byResults && before?.results === results && known?.over === over) return known;
  const marks = marksOf(results, event);
  const standings = reuse(known?.standings, standingsOf(event, races, results, marks));
  const made = eventRowsOf(marks, over ? standings : undefined);
  if (known?.made === made) return { over, standings, made, rows: known.rows };
  return {
    over,
    standings,
    made,
    rows: new Map([...made].map(([race, of]) => [race, reuse(known?.rows.get(race), of)])),
  };
}

const marksOf = memo((results: Results, event: MeetEvent) => timeMarksOf(event, results.flat()));

/** What is made of each race: not again of one that is the same, and what did not change keeps its identity. */
function ofEach<T>(
  before: EventFold | undefined,
  races: readonly RaceState[],
  known: readonly T[] | undefined,
  make: (race: Race) => T,
): readonly T[] {
  const made = races.map(({ shown }, i) => {
    const was = known?.[i];
    if (was !== undefined && before?.races[i]?.shown === shown) return was;
    return reuse(was, make(shown));
  });
  return kept(known, made);
}

function headOf(event: MeetEvent, meet: Meet, races: readonly Race[]): EventState['event'] {
  const counting = races.filter(({ status }) => status !== 'cancelled');
  const official = counting.length > 0 && counting.every(({ status }) => status === 'official');
  return {
    id: event.id,
    name: event.name,
    kind: event.kind,
    meet: meet.id,
    ...('distance' in event && { distance: event.distance }),
    ...(digitsOf(event) === 3 && { digits: 3 as const }),
    ...(official && { official: true as const }),
  };
}

/** S2: in short track every crossing has its places; a mass start is told by its sprints and its order on the ice. */
function alone(race: Race): Pick<EventView, 'splits' | 'best'> {
  return race.event.kind === 'shortTrack' ? placesOf(race) : noView;
}

/** By race, then entry: that somebody goes on, and how. */
function goingOn(advances: readonly Advance[]): ReadonlyMap<Race, EventView['advances']> {
  const byRace = new Map<Race, Record<string, AdvanceMark>>();
  for (const { race, entrant, mark } of advances) {
    const ofRace = byRace.get(race) ?? {};
    ofRace[entrant.racer.entry] = mark;
    byRace.set(race, ofRace);
  }
  return byRace;
}

/** L4: of several runs that are added each is a contest of its own. */
function runsApart(event: MeetEvent): boolean {
  const { runs, count } = runRulesOf(event);
  return runs > 1 && count === 'sum';
}

/** What each race is ridden against: made again where a result came or went, and mostly the same. */
function chasesIn(before: EventFold | undefined, event: MeetEvent, results: Results): readonly Chase[] {
  if (before?.event === event && before.results === results) return before.chases;
  return reuse(before?.chases, chasesOf(event, results));
}

function foldEvent(
  before: EventFold | undefined,
  event: MeetEvent,
  meet: Meet,
  races: readonly RaceState[],
): EventFold {
  const shown = races.map((state) => state.shown);
  const timed = isTimed(event);
  const results = ofEach(before, races, before?.results, resultsOf);
  const outcome = outcomeOf(before, event, shown, results);
  const head = reuse(before?.state.event, headOf(event, meet, shown));
  const settled = before?.state.event === head && before.state.standings === outcome.standings;
  const state = settled ? before.state : { event: head, standings: outcome.standings };
  const times = timed ? ofEach(before, races, before?.times, timesOf) : [];
  const apart = runsApart(event);
  const contest = contestOf(before?.contest, times, apart);
  const points = new Map(times.map((of) => [of.race, kept(before?.points.get(of.race), pointsIn(contest, of, apart))]));
  const advances = goingOn(advancesIn(event, shown));
  const chases = timed ? chasesIn(before, event, results) : [];
  const views = new Map(
    shown.map((race, i): [string, EventView] => {
      const { id } = race.doc;
      const list = points.get(id);
      const known = before?.views.get(id) ?? noView;
      const rows = outcome.rows.get(id) ?? noView.rows;
      const going = reuse(known.advances, advances.get(race) ?? noView.advances);
      const chase = chases[i];
      if (list !== undefined && chase !== undefined) return [id, viewOf(list, rows, going, chase)];
      const byTime = roundTimesOf(race, shown);
      // A race that is signed stays what it was, also where its event became another.
      const settled = before?.event === event && before.races[i]?.shown === race;
      if (settled && known.rows === rows && known.advances === going && known.byTime === byTime) return [id, known];
      return [id, reuse(known, { ...alone(race), rows, advances: going, ...(byTime !== undefined && { byTime }) })];
    }),
  );
  return { event, races, results, times, contest, points, outcome, state, chases, views };
}

function sameRidden(a: Ridden, b: Ridden | undefined): boolean {
  return a.event === b?.event && a.state === b.state && a.over === b.over;
}

function foldCombined(
  before: MeetEvents['combined'] | undefined,
  meet: Meet,
  events: MeetEvents['events'],
): MeetEvents['combined'] {
  return new Map(
    meet.combined?.map((doc): [string, CombinedFold] => {
      const known = before?.get(doc.id);
      const of = doc.of.flatMap((id): Ridden[] => {
        const fold = events.get(id);
        return fold === undefined ? [] : [{ event: fold.event, state: fold.state, over: fold.outcome.over }];
      });
      const settled = known?.doc === doc && known.of.length === of.length;
      if (settled && of.every((ridden, i) => sameRidden(ridden, known.of[i]))) return [doc.id, known];
      return [doc.id, { doc, of, state: reuse(known?.state, combinedState(doc, meet.id, of)) }];
    }),
  );
}

function stepMeet(before: MeetEvents | undefined, races: MeetRaces): MeetEvents {
  if (before?.races === races) return before;
  const byEvent = new Map<string, RaceState[]>(races.meet.events.map(({ id }) => [id, []]));
  for (const { input, state } of races.races.values()) byEvent.get(input.event.id)?.push(state);
  const events = new Map<string, EventFold>();
  for (const event of races.meet.events) {
    const known = before?.events.get(event.id);
    const states = byEvent.get(event.id) ?? [];
    const same =
      known !== undefined &&
      before?.races.meet.events === races.meet.events &&
      known.races.length === states.length &&
      known.races.every((state, i) => state === states[i]);
    events.set(event.id, same ? known : foldEvent(known, event, races.meet, states));
  }
  return { races, events, combined: foldCombined(before?.combined, races.meet, events) };
}

/** All events after a step of the races. */
export function stepEvents(before: Events, races: Races): Events {
  const byMeet = new Map<string, MeetEvents>();
  for (const [id, meet] of races.byMeet) byMeet.set(id, stepMeet(before.byMeet.get(id), meet));
  return { races, byMeet };
}

/** All races in, all events out. */
export function toEvents(): OperatorFunction<Races, Events> {
  return scan(stepEvents, noEvents);
}
