// The third step of the fold: races compared within their event, and the standings.
import { type OperatorFunction, scan } from 'rxjs';
import type { MeetEvent } from '../../shared/event.ts';
import type { Meet } from '../../shared/meet.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { isTimed } from './disciplines/registry.ts';
import { type Advance, type AdvanceMark, advancesIn } from './event/advancement.ts';
import { type EventView, noView, viewOf } from './event/compare.ts';
import { marksOf } from './event/marks.ts';
import { placesOf } from './event/places.ts';
import { roundStandings } from './event/round-standings.ts';
import { raceStandings, timedStandings } from './event/standings.ts';
import type { Race, RaceState } from './race/race-state.ts';
import { type MeetRaces, noRaces, type Races } from './races.ts';
import { reuse } from './reuse.ts';

export interface EventFold {
  /** The states it was made from, in order of the programme. */
  readonly races: readonly RaceState[];
  readonly state: EventState;
  /** By race. */
  readonly views: ReadonlyMap<string, EventView>;
}

export interface MeetEvents {
  readonly races: MeetRaces;
  readonly events: ReadonlyMap<string, EventFold>;
}

export interface Events {
  readonly races: Races;
  readonly byMeet: ReadonlyMap<string, MeetEvents>;
}

export const noEvents: Events = { races: noRaces, byMeet: new Map() };

/** S2: in short track every crossing has its places; a mass start is told by its sprints and its order on the ice. */
function alone(race: Race): Pick<EventView, 'splits' | 'best'> {
  return race.event.kind === 'shortTrack' ? placesOf(race) : noView;
}

/** Each race compared with its event; a view that did not change keeps its identity. */
function viewsOf(
  before: EventFold | undefined,
  races: readonly Race[],
  timed: boolean,
  advances: readonly Advance[],
): ReadonlyMap<string, EventView> {
  const marks = timed ? marksOf(races) : new Map();
  const goingOn = new Map<Race, Record<string, AdvanceMark>>();
  for (const { race, entrant, mark } of advances) {
    const ofRace = goingOn.get(race) ?? {};
    ofRace[entrant.racer.entry] = mark;
    goingOn.set(race, ofRace);
  }
  return new Map(
    races.map((race) => {
      const compared = timed ? viewOf(race, marks) : alone(race);
      const view = { ...compared, advances: goingOn.get(race) ?? noView.advances };
      return [race.doc.id, reuse(before?.views.get(race.doc.id) ?? noView, view)];
    }),
  );
}

function standingsOf(event: MeetEvent, races: readonly Race[]): EventState['standings'] {
  if (event.rounds !== undefined) return roundStandings(event, races);
  return isTimed(event) ? timedStandings(races) : raceStandings(races);
}

function foldEvent(
  before: EventFold | undefined,
  event: MeetEvent,
  meet: Meet,
  races: readonly RaceState[],
): EventFold {
  const shown = races.map((state) => state.shown);
  const timed = isTimed(event);
  const state: EventState = {
    event: {
      id: event.id,
      name: event.name,
      kind: event.kind,
      meet: meet.id,
      ...('distance' in event && { distance: event.distance }),
    },
    standings: standingsOf(event, shown),
  };
  const views = viewsOf(before, shown, timed, advancesIn(event, shown));
  return { races, state: reuse(before?.state, state), views };
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
  return { races, events };
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
