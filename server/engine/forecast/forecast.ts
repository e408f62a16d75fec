// What is still at stake in a race, and what each of its skaters needs for it: what its board says of it.
import type { Board, Forecast } from '../../../shared/board.ts';
import type { EventView } from '../event/view.ts';
import type { Race } from '../race/race-state.ts';
import { placedForecast } from './placed-forecast.ts';
import { timedForecast } from './timed-forecast.ts';

export interface RaceForecast {
  readonly byEntry: ReadonlyMap<string, Forecast>;
  readonly board: Pick<Board, 'cut' | 'target'>;
}

const nothing: RaceForecast = { byEntry: new Map(), board: {} };

export function forecastOf(race: Race, view: EventView): RaceForecast {
  switch (race.event.kind) {
    case 'massStart':
    case 'shortTrack':
      return placedForecast(race, view) ?? nothing;
    default:
      return timedForecast(race, view) ?? nothing;
  }
}
