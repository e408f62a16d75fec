// A Vantage competition as a meet document. A heat becomes a race of the meet when it is activated; what others put into
// the document stays.
import { type Meet, meetSchema, type RaceDoc } from '../../../shared/meet.ts';
import { faultOf } from '../fault.ts';
import type { MeetChange, Refusal } from '../port.ts';
import { eventDocument, hasLanes } from './event-document.ts';
import { type Competition, type Distance, distancesIn, type HeatStarters } from './events.ts';
import { raceId, shortId } from './ids.ts';
import { athleteDocument, entryDocument } from './starter-document.ts';
import { ianaZone } from './time-zones.ts';

const datePattern = /^\d{4}-\d\d-\d\d/;
const nationPattern = /^[A-Z]{3}$/;

function dayOf(text: string | null | undefined): string | undefined {
  return datePattern.exec(text ?? '')?.[0];
}

function headOf({ competition, prefix, label }: Programme): Record<string, unknown> {
  const { id, name, starts, ends, timeZone, venue } = competition;
  const from = dayOf(starts) ?? '1970-01-01';
  const place = [venue?.name, venue?.address?.city].filter((part) => part != null && part !== '').join(', ');
  const country = venue?.address?.countryCode;
  return {
    id: meetId(competition.id, prefix),
    name: label === undefined ? name : `${name} (${label})`,
    venue: place === '' ? id : place,
    ...(country != null && nationPattern.test(country) && { country }),
    dates: { from, to: dayOf(ends) ?? from },
    timeZone: ianaZone(timeZone),
  };
}

function meetId(competitionId: string, prefix: string): string {
  return `${prefix}${shortId(competitionId)}`;
}

/** Items of `more` take the place of those with the same id, new ones follow. */
function replaced<Item extends { id: string }>(items: readonly Item[], more: readonly Item[]): Item[] {
  const newer = new Map(more.map((item) => [item.id, item]));
  const known = new Set(items.map(({ id }) => id));
  return [...items.map((item) => newer.get(item.id) ?? item), ...more.filter(({ id }) => !known.has(id))];
}

function raceDocument(heat: HeatStarters, distance: Distance, prefix: string): Record<string, unknown> {
  const { round, number } = heat.heat;
  const lanes = hasLanes(distance);
  return {
    id: raceId(prefix, distance.id, heat.heat),
    event: `${prefix}${shortId(distance.id)}`,
    name: lanes ? `Pair ${number}` : `Heat ${number}`,
    ...(round > 1 && { round: `Round ${round}` }),
    ...(number >= 1 && { number }),
    entries: heat.races.map((starter) => entryDocument(starter, lanes)),
  };
}

/** Programme order: distances as the competition lists them, and within one its heats. */
function inOrder(races: readonly RaceDoc[], events: Meet['events']): RaceDoc[] {
  const place = new Map(events.map(({ id }, index) => [id, index]));
  return races.toSorted((a, b) => (place.get(a.event) ?? 0) - (place.get(b.event) ?? 0) || heatOf(a) - heatOf(b));
}

/** Rounds of a distance one after the other, heats of a round by number. */
function heatOf({ id }: RaceDoc): number {
  const [round = '0', number = '0'] = id.split('.').slice(-2);
  return Number(round) * 10_000 + Number(number);
}

export interface Programme {
  readonly competition: Competition;
  /** Those activated so far, which may be newer than the list of the competition. */
  readonly distances: ReadonlyMap<string, Distance>;
  readonly prefix: string;
  readonly label: string | undefined;
}

/** The change that puts the distances and, where one is given, a heat with its starters into the meet. */
export function meetChange(programme: Programme, heat?: HeatStarters): MeetChange | Refusal {
  const { competition, distances, prefix } = programme;
  const all = new Map([...distancesIn(competition), ...distances.values()].map((one) => [one.id, one]));
  const events = [...all.values()].map((one) => eventDocument(one, prefix)).filter((event) => event !== undefined);
  const distance = heat === undefined ? undefined : all.get(heat.distanceId);
  const race = heat === undefined || distance === undefined ? [] : [raceDocument(heat, distance, prefix)];
  const athletes = (heat?.races ?? []).map(athleteDocument).filter((athlete) => athlete !== undefined);
  const read = meetSchema.safeParse({ ...headOf(programme), athletes, events, races: race });
  if (!read.success) return { code: 'unusable-programme', says: `no meet can be made of it: ${faultOf(read.error)}` };
  const mine = read.data;
  return {
    id: mine.id,
    apply(newest) {
      if (newest === undefined) return mine;
      const merged = {
        ...newest,
        athletes: replaced(newest.athletes, mine.athletes),
        events: replaced(newest.events, mine.events),
        races: replaced(newest.races, mine.races),
      };
      return { ...merged, races: inOrder(merged.races, merged.events) };
    },
  };
}
