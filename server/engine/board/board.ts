// One race's board, from its own state and what its event adds.
import type { Board, Forecast, Row, Sprint } from '../../../shared/board.ts';
import type { Meet } from '../../../shared/meet.ts';
import type { Course } from '../disciplines/course.ts';
import { digitsOf, isTimed, ridesInGroups } from '../disciplines/registry.ts';
import type { EventView } from '../event/view.ts';
import { type Beyond, forecastOf } from '../forecast/forecast.ts';
import { memo } from '../memo.ts';
import { tiedInHundredths } from '../race/classify.ts';
import type { Race, RaceState } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import { storyOf } from '../story/story.ts';
import { rowOf } from './rows.ts';
import { protestUntil, sheetOf } from './sheet.ts';

function headOf({ shown, revision }: RaceState, meet: Meet): Board['race'] {
  const { doc, event, attempt, status } = shown;
  return {
    id: doc.id,
    name: doc.name,
    event: event.id,
    eventName: event.name,
    kind: event.kind,
    meet: meet.id,
    meetName: meet.name,
    attempt: attempt.number,
    status,
    ...(doc.round !== undefined && { round: doc.round }),
    ...(doc.scheduledAt !== undefined && { scheduledAt: doc.scheduledAt }),
    ...('distance' in event && { distance: event.distance }),
    ...(digitsOf(event) === 3 && { digits: 3 as const }),
    ...(event.kind === 'shortTrack' && event.rules.relay && { relay: true as const }),
    ...(attempt.cleared !== undefined && { cleared: attempt.cleared }),
    ...(revision !== undefined && { revision }),
    ...protestUntil(shown),
  };
}

function clockOf({ attempt, stops, doc, event, status }: Race): Board['clock'] {
  // Where all start together the first across the line stops the clock, elsewhere it runs until everybody of its group is in.
  const stopOf = (group: string) => {
    const stop = stops.get(group);
    return isOver({ status }) || ridesInGroups(event) || stop?.all === true ? stop?.us : undefined;
  };
  return Object.fromEntries(
    [...attempt.starts].map(([group, { startUs, shots }]) => {
      const stopUs = stopOf(group);
      return [
        group,
        {
          startUs,
          ...(stopUs !== undefined && { stopUs }),
          ...((doc.clockRate ?? 1) > 1 && { rate: doc.clockRate }),
          ...(shots.length > 0 && { shots: [...shots] }),
        },
      ];
    }),
  );
}

/** G3: the bell rings for the last lap, and an alarm when the operator rang it for another. M9: the first laps of a mass start are neutral. */
function lapsOf({ laps, decisions, attempt, event, status }: Race): Board['laps'] {
  const rung = decisions.findLast((fact) => fact.kind === 'bell' && fact.seq > attempt.afterSeq);
  const lap = rung?.kind === 'bell' ? rung.lap : undefined;
  const bell = laps.toGo === 1 && laps.total > 1;
  const neutralLaps = event.kind === 'massStart' ? event.rules.neutralLaps : 0;
  return {
    ...laps,
    ...(status === 'running' && laps.leader < neutralLaps && { neutral: true as const }),
    ...(bell && { bell: true as const }),
    ...(lap !== undefined && lap !== laps.total && { bellAlarm: lap }),
  };
}

function sprintsOf({ sprints }: Race): Record<string, Sprint> {
  return Object.fromEntries(
    sprints.map(({ number, lap, finish, points, state, order }) => [
      String(number),
      {
        lap,
        ...(finish && { finish: true as const }),
        points: [...points],
        state,
        order: order.map((tier) => [...tier]),
      },
    ]),
  );
}

/** Remembered: most rows and most forecasts stand as before. */
const withForecast = memo((row: Row, forecast: Forecast): Row => ({ ...row, forecast }));

function rowsOf(race: Race, view: EventView, forecasts: ReadonlyMap<string, Forecast>): Record<string, Row> {
  const results = [...race.entrants].flatMap(([entry, { result }]) =>
    result ? [[entry, result.timeUs] as const] : [],
  );
  // A timed race compares with its whole event, which the view knows; a mass start with itself. Three digits tell all apart.
  const tied =
    isTimed(race.event) || digitsOf(race.event) === 3 ? new Set<string>() : tiedInHundredths(new Map(results));
  return Object.fromEntries(
    [...race.entrants].map(([entry, entrant]) => {
      const row = rowOf(entrant, race, view, tied.has(entry));
      const forecast = forecasts.get(entry);
      return [entry, forecast === undefined ? row : withForecast(row, forecast)];
    }),
  );
}

/** Remembered: a course changes with the length of the race only. */
const pointsOf = memo((course: Course) => Object.fromEntries(course.points.map(({ key, ...point }) => [key, point])));

/** The whole board of a race. */
export function boardOf(state: RaceState, view: EventView, meet: Meet, beyond: Beyond): Board {
  const race = state.shown;
  const forecast = forecastOf(race, view, beyond);
  const rows = rowsOf(race, view, forecast.byEntry);
  return {
    race: headOf(state, meet),
    clock: clockOf(race),
    laps: lapsOf(race),
    course: pointsOf(race.course),
    rows,
    best: { ...view.best },
    ...forecast.board,
    groups: { ...race.groups },
    sprints: sprintsOf(race),
    log: storyOf(state, view, rows),
    ...sheetOf(race),
  };
}
