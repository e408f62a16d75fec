// One distance as the criteria see it: who stands where, and whose place may still change. Knows no criteria.
import type { RaceStatus } from '../../../shared/board.ts';
import type { MeetEvent } from '../../../shared/event.ts';
import type { Meet } from '../../../shared/meet.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import { type Result, personOf as whoOf } from '../event/results.ts';
import { runRulesOf } from '../event/runs.ts';
import type { EventFold } from '../events.ts';
import { memo } from '../memo.ts';
import { firstGunUs } from '../race/attempt.ts';
import type { Race } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import { type Named, personOf } from './person.ts';

/** Q4: nobody has started, some have or it may still be protested, or it is official. */
export type Phase = 'open' | 'provisional' | 'filled';

export interface Placed {
  readonly person: string;
  readonly rank: number;
  readonly timeUs?: number;
}

export interface Distance {
  readonly id: string;
  readonly name: string;
  readonly phase: Phase;
  /** Those with a rank, best first, equal ones in the order of the standings. */
  readonly ranked: readonly Placed[];
  /** Those with a result that is no rank: DNF, DQ, … */
  readonly unranked: readonly string[];
  /** Whose place may still change, rulings aside. The others keep their order among themselves. */
  readonly movers: readonly string[];
  /** L4, L6: a mover with a rank can only improve on it. */
  readonly improves: boolean;
  /** Places follow from times alone. */
  readonly timed: boolean;
  /** The newest gun of it. */
  readonly gunUs?: number;
  /** Everybody who has a result or may start. */
  readonly people: Readonly<Record<string, Named>>;
}

const begun: ReadonlySet<RaceStatus> = new Set(['running', 'stopped', 'finished', 'underReview', 'official']);

/** A distance nobody has skated and of which no start list is known. */
export function unknownDistance(id: string, name: string, meet: Meet): Distance {
  const people: Record<string, Named> = everybodyOf(meet.athletes);
  return {
    id,
    name,
    phase: 'open',
    ranked: [],
    unranked: [],
    movers: Object.keys(people),
    improves: false,
    timed: false,
    people,
  };
}

const everybodyOf = memo(
  (athletes: Meet['athletes']): Record<string, Named> =>
    Object.fromEntries(athletes.map((athlete) => [athlete.id, shownOf(athlete)])),
);

function phaseOf(races: readonly Race[], hasResult: boolean): Phase {
  if (races.every(({ status }) => status === 'official')) return 'filled';
  return hasResult || races.some(({ status }) => begun.has(status)) ? 'provisional' : 'open';
}

function inOrder(standings: Readonly<Record<string, Standing>>): readonly Standing[] {
  return Object.values(standings).sort((a, b) => a.order - b.order);
}

/** Those who hold a place, and those who have a result that is none; of several results the one that counts stands first. */
function placesOf(
  standings: EventFold['state']['standings'],
  who: (standing: Standing) => string,
): Pick<Distance, 'ranked' | 'unranked'> {
  const ranked = new Map<string, Placed>();
  const unranked = new Set<string>();
  for (const standing of inOrder(standings)) {
    const person = who(standing);
    const { rank, timeUs, status } = standing;
    if (ranked.has(person)) continue;
    if (rank !== undefined) ranked.set(person, { person, rank, ...(timeUs !== undefined && { timeUs }) });
    else if (status !== undefined) unranked.add(person);
  }
  return { ranked: [...ranked.values()], unranked: [...unranked].filter((person) => !ranked.has(person)) };
}

/** A distance that has races of its own. */
export function distanceOf(fold: EventFold, meet: Meet): Distance {
  const { event } = fold;
  const { id, name } = event;
  const races = fold.races.map(({ shown }) => shown).filter(({ status }) => status !== 'cancelled');
  const results = fold.results.flat();
  if (results.length === 0 && (races.length > 0 || fold.races.length === 0)) return unknownDistance(id, name, meet);
  const people: Record<string, Named> = {};
  const entered = new Map<string, string>();
  for (const { race, competitor, person: who } of results) {
    const person = personOf(competitor, who, meet.athletes);
    entered.set(`${race} ${competitor.entry}`, person);
    people[person] ??= shownOf(competitor);
  }
  const who = ({ race, entry }: { readonly race: string; readonly entry: string }) =>
    entered.get(`${race} ${entry}`) ?? entry;
  const places = placesOf(fold.state.standings, who);
  const gunUs = Math.max(0, ...races.map(({ attempt }) => firstGunUs(attempt) ?? 0));
  const pending = races.filter((race) => !isOver(race));
  const movers = moversOf(event, results, pending).map(({ race, competitor }) =>
    who({ race, entry: competitor.entry }),
  );
  const gone = new Set(isByTime(event) ? [] : places.unranked);
  const moving = new Set(movers.filter((person) => !gone.has(person)));
  const improves = isByTime(event) && runRulesOf(event).count === 'best';
  return {
    id,
    name,
    phase: phaseOf(races, places.ranked.length > 0),
    // A time on the way, or of the first of two runs that are added, is no time of the distance.
    ranked: improves
      ? places.ranked
      : places.ranked.map((placed) => (moving.has(placed.person) ? timeless(placed) : placed)),
    unranked: places.unranked,
    movers: [...moving],
    improves,
    timed: isByTime(event),
    people,
    ...(gunUs > 0 && { gunUs }),
  };
}

function timeless({ person, rank }: Placed): Placed {
  return { person, rank };
}

/** Places follow from nothing but the times of those who skate side by side; elsewhere nothing is settled before the end. */
function isByTime({ kind, rounds }: MeetEvent): boolean {
  return rounds === undefined && kind !== 'massStart' && kind !== 'shortTrack';
}

/** Those whose place may change: of rounds and races in a pack everybody, until the end. */
function moversOf(event: MeetEvent, results: readonly Result[], pending: readonly Race[]): readonly Result[] {
  if (pending.length === 0) return [];
  if (!isByTime(event)) return results.filter(({ status }) => status === undefined);
  // A run whose start list is not made yet may have anybody of the distance in it.
  if (pending.some(({ entrants }) => entrants.size === 0)) return results;
  return results.filter(({ over, finish, status }) => !over && finish === undefined && status === undefined);
}

type NamedLike = { readonly [K in keyof Named]: Named[K] | undefined } & { readonly name: string };

/** Only what is shown of somebody. */
function shownOf({ name, nation, club }: NamedLike): Named {
  return { name, ...(nation !== undefined && { nation }), ...(club !== undefined && { club }) };
}

/** A classification over several distances (L10): open as long as one of them is. */
export function combinedDistance(
  { id, name }: { readonly id: string; readonly name: string },
  standings: Readonly<Record<string, Standing>>,
  of: readonly Distance[],
  athletes: Meet['athletes'],
): Distance {
  const people: Record<string, Named> = Object.assign({}, ...of.map((distance) => distance.people));
  const ranked: Placed[] = [];
  const unranked: string[] = [];
  for (const standing of inOrder(standings)) {
    const person = personOf(standing, whoOf(standing), athletes);
    people[person] = shownOf(standing);
    if (standing.rank !== undefined) ranked.push({ person, rank: standing.rank });
    else if (standing.status !== undefined) unranked.push(person);
  }
  const isOver = of.length > 0 && of.every(({ movers, phase }) => movers.length === 0 && phase !== 'open');
  const isOfficial = of.every(({ phase }) => phase === 'filled');
  const isOpen = of.every(({ phase }) => phase === 'open');
  const starters = new Set(of.flatMap(({ movers }) => movers));
  for (const { person } of ranked) starters.add(person);
  return {
    id,
    name,
    phase: isOpen ? 'open' : isOfficial ? 'filled' : 'provisional',
    ranked,
    unranked,
    movers: isOver ? [] : [...starters],
    improves: false,
    timed: false,
    people,
  };
}
