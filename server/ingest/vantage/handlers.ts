// How each Vantage event changes what is remembered of a stream, and what meet changes and facts come of it.
import type { z } from 'zod';
import type { MeetChange, Refusal, Translation } from '../port.ts';
import { cleared, started } from './attempt.ts';
import { isKnownDiscipline } from './event-document.ts';
import {
  type Competition,
  type Distance,
  distancesIn,
  type EventName,
  type eventSchemas,
  type HeatEvent,
  type HeatStarters,
} from './events.ts';
import { type Heat, type HeatStep, newHeat } from './heat.ts';
import { activated, committed, deactivated } from './heat-life.ts';
import { raceId, shortId } from './ids.ts';
import { meetChange } from './meet-document.ts';
import { lapAdded, lapUpdated, passed } from './readings.ts';
import { usOfInstant } from './ticks.ts';

/** What is remembered of a stream. */
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

export type Step = Translation<VantageState>;
export type Events = { [Name in EventName]: z.infer<(typeof eventSchemas)[Name]> };

export function nothing(state: VantageState, ...refused: readonly Refusal[]): Step {
  return { state, facts: [], refused };
}

/** Whatever is heard of a heat: from here on it goes on. */
function fresh(state: VantageState, race: string): VantageState {
  if (!state.stale.has(race)) return state;
  return { ...state, stale: new Set([...state.stale].filter((one) => one !== race)) };
}

/** How each event is taken, given the state before it. */
type Handlers = { [Name in EventName]: (state: VantageState, event: Events[Name]) => Step };

export function handlersOf(source: string, prefix: string, label: string | undefined): Handlers {
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
      const says = `a start at "${event.started.slice(0, 40)}", which is no instant`;
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
