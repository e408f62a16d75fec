// The Vantage source: one event in, meet documents and facts out. Pure; knows neither where events come from nor where
// facts go. The format is described in emando/vantage-events.
import type { z } from 'zod';
import { faultOf } from './fault.ts';
import type { MeetChange, Refusal, Translation, Translator } from './port.ts';
import { cleared, started } from './vantage/attempt.ts';
import { isKnownDiscipline } from './vantage/event-document.ts';
import {
  type Competition,
  type Distance,
  distancesIn,
  type EventName,
  eventSchemas,
  type HeatEvent,
  type HeatStarters,
  unneededEvents,
} from './vantage/events.ts';
import { type Heat, type HeatStep, newHeat } from './vantage/heat.ts';
import { activated, committed, deactivated } from './vantage/heat-life.ts';
import { raceId, shortId } from './vantage/ids.ts';
import { meetChange } from './vantage/meet-document.ts';
import { lapAdded, lapUpdated, passed } from './vantage/readings.ts';
import { usOfInstant } from './vantage/ticks.ts';

export interface VantageOptions {
  /** The name of this source; its facts' ids begin with it, and it is the name of its clock. */
  readonly source?: string;
  /** In front of every id of meet, event and race: the runs of a replay are told apart by it. */
  readonly prefix?: string;
  /** What is written behind the name of the meet: that it is a replay, say. */
  readonly label?: string;
}

export interface VantageState {
  readonly competitions: ReadonlyMap<string, Competition>;
  readonly distances: ReadonlyMap<string, Distance>;
  /** By id of our race. */
  readonly heats: ReadonlyMap<string, Heat>;
  /** By race the instant of its gun, as far as it is known. */
  readonly known: ReadonlyMap<string, number>;
  /** Heats of an earlier connection: one that is called up again is told again from its beginning. */
  readonly stale: ReadonlySet<string>;
}

type Step = Translation<VantageState>;
type Events = { [Name in EventName]: z.infer<(typeof eventSchemas)[Name]> };

function nothing(state: VantageState, ...refused: readonly Refusal[]): Step {
  return { state, facts: [], refused };
}

/** Whatever is heard of a heat: from here on it goes on. */
function fresh(state: VantageState, race: string): VantageState {
  if (!state.stale.has(race)) return state;
  return { ...state, stale: new Set([...state.stale].filter((one) => one !== race)) };
}

/** How each event is taken, given the state before it. */
type Handlers = { [Name in EventName]: (state: VantageState, event: Events[Name]) => Step };

function handlersOf(source: string, prefix: string, label: string | undefined): Handlers {
  const keyOf = (event: HeatEvent) => raceId(prefix, event.distanceId, event.heat);

  const inHeat = (state: VantageState, event: HeatEvent, step: (heat: Heat) => HeatStep): Step => {
    const race = keyOf(event);
    const heat = state.heats.get(race);
    if (heat === undefined) {
      return nothing(state, {
        code: 'unknown-heat',
        says: `heat ${race} was never called up, so nobody knows who starts`,
      });
    }
    const { heat: after, facts, refused } = step(heat);
    return { state: { ...fresh(state, race), heats: new Map(state.heats).set(race, after) }, facts, refused };
  };

  const call = (state: VantageState, event: HeatStarters): Step => {
    const competition = state.competitions.get(event.competitionId);
    const distance = state.distances.get(event.distanceId);
    const race = keyOf(event);
    if (competition === undefined || distance === undefined) {
      return nothing(state, {
        code: 'unknown-distance',
        says: `heat ${race} is of a competition or distance not told of`,
      });
    }
    if (!isKnownDiscipline(distance)) {
      return nothing(state, { code: 'unknown-discipline', says: `there are no boards yet for ${distance.discipline}` });
    }
    const distances = new Map(ofCompetition(state, competition)).set(distance.id, distance);
    const change = meetChange({ competition, distances, prefix, label }, event);
    if ('code' in change) return nothing(state, change);
    const heard = state.stale.has(race) ? undefined : state.heats.get(race);
    const step = activated(heard ?? newHeat(race, `${source}:${race}`, state.known.get(race)), event.races, distance);
    const heats = new Map(state.heats).set(race, step.heat);
    return { state: { ...fresh(state, race), heats }, meet: change, facts: step.facts, refused: step.refused };
  };

  const withMeet = (state: VantageState, change: MeetChange | Refusal): Step =>
    'code' in change ? nothing(state, change) : { ...nothing(state), meet: change };

  return {
    CompetitionActivatedEvent(state, { competition }) {
      const competitions = new Map(state.competitions).set(competition.id, competition);
      const listed = distancesIn(competition).filter(({ id }) => !state.distances.has(id));
      const distances = new Map([...state.distances, ...listed.map((one) => [one.id, one] as const)]);
      const after = { ...state, competitions, distances };
      return withMeet(after, meetChange({ competition, distances: ofCompetition(after, competition), prefix, label }));
    },
    DistanceActivatedEvent(state, { distance }) {
      return nothing({ ...state, distances: new Map(state.distances).set(distance.id, distance) });
    },
    HeatActivatedEvent: call,
    HeatStartedEvent: (state, event) => {
      const startUs = usOfInstant(event.started);
      const says = `${event.started} is no instant`;
      if (startUs === undefined) return nothing(state, { code: 'bad-event', says });
      return inHeat(state, event, (heat) => started(heat, startUs));
    },
    HeatClearedEvent: (state, event) => inHeat(state, event, cleared),
    RacePassingAddedEvent: (state, event) =>
      inHeat(state, event, (heat) => passed(heat, shortId(event.raceId), event.passing)),
    RaceLapPassingAddedEvent: (state, event) =>
      inHeat(state, event, (heat) => passed(heat, shortId(event.raceId), event.passing)),
    RaceLapAddedEvent: (state, event) =>
      inHeat(state, event, (heat) => lapAdded(heat, shortId(event.raceId), event.lap)),
    RaceLapUpdatedEvent: (state, event) =>
      inHeat(state, event, (heat) =>
        lapUpdated(heat, shortId(event.raceId), event.lap, event.oldTime ?? event.lap.time),
      ),
    HeatCommittedEvent: (state, event) => inHeat(state, event, (heat) => committed(heat, event.races)),
    HeatDeactivatedEvent: (state, event) => inHeat(state, event, deactivated),
  };
}

function ofCompetition({ distances }: VantageState, competition: Competition): ReadonlyMap<string, Distance> {
  const own = new Set(distancesIn(competition).map(({ id }) => id));
  return new Map([...distances].filter(([id]) => own.has(id)));
}

/** The type and the object of one message, or why it is none. */
function read(text: string): { name: string; event: unknown } | Refusal {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    return { code: 'not-json', says: `it is no JSON: ${text.slice(0, 80)}` };
  }
  const name = typeof event === 'object' && event !== null && 'typeName' in event ? event.typeName : undefined;
  return typeof name === 'string' ? { name, event } : { code: 'no-type', says: 'it has no typeName' };
}

function isTaken(name: string): name is EventName {
  return Object.hasOwn(eventSchemas, name);
}

/** A translator of one Vantage stream. */
export function vantage({ source = 'vantage', prefix = '', label }: VantageOptions = {}): Translator<VantageState> {
  const handlers = handlersOf(source, prefix, label);
  const take = <Name extends EventName>(state: VantageState, name: Name, event: unknown): Step => {
    const parsed = eventSchemas[name].safeParse(event);
    if (!parsed.success) return nothing(state, { code: 'bad-event', says: `${name}: ${faultOf(parsed.error)}` });
    return handlers[name](state, parsed.data as Events[Name]);
  };
  return {
    begin: (known) => ({ competitions: new Map(), distances: new Map(), heats: new Map(), known, stale: new Set() }),
    again(state) {
      const guns = [...state.heats.values()].flatMap(({ race, startUs }) =>
        startUs === undefined ? [] : [[race, startUs] as const],
      );
      return { ...state, known: new Map([...state.known, ...guns]), stale: new Set(state.heats.keys()) };
    },
    translate(state, { text }) {
      const message = read(text);
      if ('code' in message) return nothing(state, message);
      const { name, event } = message;
      if (isTaken(name)) return take(state, name, event);
      if (unneededEvents.has(name)) return nothing(state);
      return nothing(state, { code: 'unknown-event', says: `there is no event ${name.slice(0, 60)} that we know` });
    },
  };
}
