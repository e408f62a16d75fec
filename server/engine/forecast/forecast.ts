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

/** By entry: the outlook on a ticket that the meet is skated for. */
export type Tickets = Readonly<Record<string, Outlook>>;

/** `tickets` stand beside what is at stake in the race itself. */
export function forecastOf(race: Race, view: EventView, tickets: Tickets): RaceForecast {
  const { byEntry, board } = ofRace(race, view);
  const all = new Map(byEntry);
  for (const [entry, ticket] of Object.entries(tickets)) {
    const forecast = byEntry.get(entry);
    all.set(
      entry,
      forecast === undefined ? { stake: 'ticket', ...ticket } : { ...forecast, also: { ...forecast.also, ticket } },
    );
  }
  return { byEntry: all, board };
}
