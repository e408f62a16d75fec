// What a race means for the tickets of its meet: of everybody in it the outlook that the criteria give him, and the laps a
// time asks of him. Which criteria there are, and how they are walked, is not known here.
import type { Outlook, Says } from '../../../shared/board.ts';
import type { Meet } from '../../../shared/meet.ts';
import type { Result } from '../event/results.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import { personOf } from '../selection/person.ts';
import type { Selections } from '../selection/selections.ts';
import { askingRate } from './asking-rate.ts';
import type { Outlooks } from './forecast.ts';
import { wayOf } from './live-range.ts';

/** Times of these are to be beaten by the smallest that ranks (T4), or to be reached. */
const timeCodes: ReadonlyMap<string, number> = new Map([
  ['timeForTicket', 1000],
  ['standardForTicket', 0],
]);

/** N5: of a time that is enough in this very race. */
function ratesOf({ code, values }: Says, race: Race, entrant: Entrant): Says[] {
  const belowUs = timeCodes.get(code);
  const { event, timeUs } = values;
  if (belowUs === undefined || event !== race.event.id || typeof timeUs !== 'number') return [];
  const way = wayOf(race, entrant);
  const rate = way === undefined ? undefined : askingRate(timeUs - belowUs, way);
  return rate === undefined ? [] : [rate];
}

const better: readonly Outlook['state'][] = ['in', 'open', 'out'];

/** Of several criteria the best outlook; what is enough for any of those that are open is enough. */
function together(all: readonly Outlook[]): Outlook | undefined {
  const state = better.find((one) => all.some((outlook) => outlook.state === one));
  if (state === undefined) return undefined;
  const needs = state === 'open' ? all.flatMap((outlook) => outlook.needs ?? []) : [];
  return needs.length === 0 ? { state } : { state, needs };
}

const none: Outlooks = {};

/** N7: `results` are those of the race. */
export function ticketsOf(
  race: Race,
  results: readonly Result[],
  selections: Selections | undefined,
  meet: Meet,
): Outlooks {
  const isOn = race.status === 'armed' || race.status === 'running';
  if (selections === undefined || (!isOn && !isOver(race))) return none;
  const criteria = [...selections.criteria.values()].filter(({ distances }) =>
    distances.some(({ id }) => id === race.event.id),
  );
  if (criteria.length === 0) return none;
  const tickets: Record<string, Outlook> = {};
  for (const { competitor, person: who } of results) {
    const entrant = race.entrants.get(competitor.entry);
    const person = personOf(competitor, who, meet.athletes);
    const outlook = together(criteria.flatMap(({ outlooks }) => outlooks.get(person) ?? []));
    if (outlook === undefined || entrant === undefined) continue;
    const rates = (outlook.needs ?? []).flatMap((need) => ratesOf(need, race, entrant));
    tickets[competitor.entry] =
      rates.length === 0 ? outlook : { ...outlook, needs: [...(outlook.needs ?? []), ...rates] };
  }
  return tickets;
}
