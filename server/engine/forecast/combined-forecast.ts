// What a distance means for the events it is a part of (N8): who will stand on the podium by the sum of his samalogs, for
// certain after the last distance, and before that the time that puts him there as it stands.
import type { Outlook } from '../../../shared/board.ts';
import type { Combined } from '../../../shared/event.ts';
import type { EventState, Standing } from '../../../shared/meet-state.ts';
import { fastestUs } from '../disciplines/course.ts';
import type { Ridden } from '../event/combined.ts';
import type { Result } from '../event/results.ts';
import { samalogOf, slowestForSamalogUs } from '../event/samalog.ts';
import type { Race } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import type { Outlooks } from './forecast.ts';
import { liveRange } from './live-range.ts';
import { amongBest, boundsOf, never, type Range } from './range.ts';
import { needsFor } from './timed-forecast.ts';

/** A combined event as it stands, with its distances. */
interface CombinedNow {
  readonly doc: Combined;
  readonly of: readonly Ridden[];
  readonly state: EventState;
}

/** Thousandths of a point over the distances before this one; undefined where one is missing and cannot be had any more. */
function broughtBy({ parts = {}, status }: Standing, earlier: readonly string[]): number | undefined {
  if (status !== undefined) return undefined;
  let sum = 0;
  for (const id of earlier) {
    const samalog = parts[id]?.samalog;
    if (samalog === undefined) return undefined;
    sum += samalog;
  }
  return sum;
}

/** One who has skated the distance, or may yet. */
interface Person {
  readonly brought: number;
  /** Of this distance. */
  readonly own: number | undefined;
}

function peopleIn({ doc, state }: CombinedNow, event: string): Map<string, Person> {
  const earlier = doc.of.slice(0, doc.of.indexOf(event));
  const people = new Map<string, Person>();
  for (const [key, standing] of Object.entries(state.standings)) {
    const brought = broughtBy(standing, earlier);
    if (brought !== undefined) people.set(key, { brought, own: standing.parts?.[event]?.samalog });
  }
  return people;
}

/** N4: what the sum comes to after the distance. */
function rangeOf({ brought, own }: Person, metres: number, isOverNow: boolean): Range {
  if (own !== undefined) return { best: brought + own, worst: brought + own };
  if (isOverNow) return never;
  return { best: brought + samalogOf(fastestUs(metres), metres), worst: Number.POSITIVE_INFINITY };
}

/** He who skates now is no slower than the clock says. */
function liveOf(person: Person, race: Race, entry: string, metres: number): Range {
  const entrant = race.entrants.get(entry);
  if (person.own !== undefined || entrant === undefined) return rangeOf(person, metres, isOver(race));
  const { best, worst } = liveRange(race, entrant);
  const total = (us: number) => (us === Number.POSITIVE_INFINITY ? us : person.brought + samalogOf(us, metres));
  return { best: total(best), worst: total(worst) };
}

/** The total that is the last of the podium as it stands; undefined while there are fewer. */
function toBeat(others: readonly Person[], places: number): number | undefined {
  const totals = others.flatMap(({ brought, own }) => (own === undefined ? [] : [brought + own]));
  return totals.sort((a, b) => a - b)[places - 1];
}

/** By entry of a race, its outlook on one combined event; nothing for who is in none. */
function ofOne(now: CombinedNow, race: Race, results: readonly Result[]): [entry: string, outlook: Outlook][] {
  const { event } = race;
  const { medals, of } = now.doc;
  const isDone = now.of.some((ridden) => ridden.event.id === event.id && ridden.over);
  if (!('distance' in event) || medals === 0) return [];
  const people = peopleIn(now, event.id);
  const isLast = of.at(-1) === event.id;
  return results.flatMap(({ competitor, person: key }): [string, Outlook][] => {
    if (now.state.standings[key] === undefined) return [];
    const me = people.get(key);
    const entrant = race.entrants.get(competitor.entry);
    if (me === undefined || entrant === undefined) return [[competitor.entry, { state: 'out' }]];
    const others = [...people].flatMap(([other, one]) => (other === key ? [] : [one]));
    const ranges = others.map((one) => rangeOf(one, event.distance, isDone));
    const mine = liveOf(me, race, competitor.entry, event.distance);
    const state = isLast ? amongBest(mine, boundsOf(ranges, medals), [], medals) : 'open';
    const target = me.own === undefined && state === 'open' ? toBeat(others, medals) : undefined;
    const timeUs = target === undefined ? 0 : slowestForSamalogUs(target - me.brought, event.distance);
    return [[competitor.entry, timeUs > 0 ? { state, needs: needsFor(timeUs, race, entrant) } : { state }]];
  });
}

/** N8: of the first combined event that has this distance; `results` are those of the race. */
export function overallOf(race: Race, results: readonly Result[], combined: readonly CombinedNow[]): Outlooks {
  const isOn = race.status === 'armed' || race.status === 'running';
  const now = combined.find(({ doc }) => doc.of.includes(race.event.id));
  return now === undefined || (!isOn && !isOver(race)) ? {} : Object.fromEntries(ofOne(now, race, results));
}
