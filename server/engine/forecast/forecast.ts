// What is still at stake in a race, and what each of its skaters needs for it: what its board says of it.
import type { Board, Forecast, Outlook } from '../../../shared/board.ts';
import type { EventView } from '../event/view.ts';
import type { Race } from '../race/race-state.ts';
import { placedForecast } from './placed-forecast.ts';
import { timedForecast } from './timed-forecast.ts';

export interface RaceForecast {
  readonly byEntry: ReadonlyMap<string, Forecast>;
  readonly board: Pick<Board, 'cut' | 'target'>;
}

const nothing: RaceForecast = { byEntry: new Map(), board: {} };

function ofRace(race: Race, view: EventView): RaceForecast {
  switch (race.event.kind) {
    case 'massStart':
    case 'shortTrack':
      return placedForecast(race, view) ?? nothing;
    default:
      return timedForecast(race, view) ?? nothing;
  }
}

/** By entry: the outlook on one thing. */
export type Outlooks = Readonly<Record<string, Outlook>>;

/** What is at stake beyond the race: the podium of a combined event, and a ticket that the meet is skated for. */
export interface Beyond {
  readonly overall: Outlooks;
  readonly ticket: Outlooks;
}

/** What is `beyond` stands beside what is at stake in the race itself. */
export function forecastOf(race: Race, view: EventView, beyond: Beyond): RaceForecast {
  const { byEntry, board } = ofRace(race, view);
  const all = new Map(byEntry);
  for (const stake of ['overall', 'ticket'] as const) {
    for (const [entry, outlook] of Object.entries(beyond[stake])) {
      const forecast = all.get(entry);
      all.set(
        entry,
        forecast === undefined ? { stake, ...outlook } : { ...forecast, also: { ...forecast.also, [stake]: outlook } },
      );
    }
  }
  return { byEntry: all, board };
}
