// One distance as the criteria see it: who stands where, and whose place may still change. Knows no criteria.
import type { RaceStatus } from '../../../shared/board.ts';
import type { Meet } from '../../../shared/meet.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import type { EventFold } from '../events.ts';
import { memo } from '../memo.ts';
import { firstGunUs } from '../race/attempt.ts';
import type { Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
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

const over: ReadonlySet<RaceStatus> = new Set(['finished', 'underReview', 'official']);
const begun: ReadonlySet<RaceStatus> = new Set([...over, 'running', 'stopped']);

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

/** Those who may still start in one of these races, or are on the ice. */
function toCome(races: readonly Race[], note: (race: Race, entry: string) => string): Set<string> {
  const people = new Set<string>();
  for (const race of races) {
    if (over.has(race.status)) continue;
    for (const [entry, { racer, result }] of race.entrants) {
      if (isIn(racer) && result === undefined) people.add(note(race, entry));
    }
  }
  return people;
}

/** Of rounds and races in a pack nothing is certain before the end, but for those who are ruled out. */
function stillIn(races: readonly Race[], note: (race: Race, entry: string) => string): Set<string> {
  const people = new Set<string>();
  const gone = new Set<string>();
  for (const race of races) {
    for (const [entry, { racer }] of race.entrants) (isIn(racer) ? people : gone).add(note(race, entry));
  }
  for (const person of gone) people.delete(person);
  return people;
}

function inOrder(standings: Readonly<Record<string, Standing>>): readonly Standing[] {
  return Object.values(standings).sort((a, b) => a.order - b.order);
}

/** A distance that has races of its own. */
export function distanceOf(id: string, fold: EventFold, meet: Meet): Distance {
  const { name } = fold.state.event;
  const races = fold.races.map(({ shown }) => shown).filter(({ status }) => status !== 'cancelled');
  const event = races[0]?.event;
  if (event === undefined && fold.races.length === 0) return unknownDistance(id, name, meet);
  const people: Record<string, Named> = {};
  const note = (race: Race, entry: string): string => {
    const competitor = race.entrants.get(entry)?.racer.competitor;
    const person = personOf(competitor ?? { name: entry }, meet.athletes);
    people[person] ??= shownOf(competitor ?? { name: entry });
    return person;
  };
  const standings = inOrder(fold.state.standings);
  const ranked: Placed[] = [];
  const unranked: string[] = [];
  const seen = new Set<string>();
  for (const standing of standings) {
    const person = personOf(standing, meet.athletes);
    // Of several results the standings have the one that counts, which stands first.
    if (seen.has(person)) continue;
    seen.add(person);
    people[person] = shownOf(standing);
    const { rank, timeUs, status } = standing;
    if (rank !== undefined) ranked.push({ person, rank, ...(timeUs !== undefined && { timeUs }) });
    else if (status !== undefined) unranked.push(person);
  }
  const pending = races.filter(({ status }) => !over.has(status));
  const movers = moversOf(races, pending, note);
  const gunUs = Math.max(...races.map(({ attempt }) => firstGunUs(attempt) ?? 0));
  const hasNoList = movers.size === 0 && pending.length > 0 && races.every(({ entrants }) => entrants.size === 0);
  return {
    id,
    name,
    phase: phaseOf(races, ranked.length > 0),
    ranked,
    unranked,
    movers: hasNoList ? Object.keys(everybodyOf(meet.athletes)) : [...movers],
    improves: event?.kind === 'pairs' && event.rules.runsCount === 'best',
    timed: event?.kind === 'pairs',
    people: hasNoList ? everybodyOf(meet.athletes) : people,
    ...(gunUs > 0 && { gunUs }),
  };
}

type NamedLike = { readonly [K in keyof Named]: Named[K] | undefined } & { readonly name: string };

/** Only what is shown of somebody. */
function shownOf({ name, nation, club }: NamedLike): Named {
  return { name, ...(nation !== undefined && { nation }), ...(club !== undefined && { club }) };
}

function moversOf(
  races: readonly Race[],
  pending: readonly Race[],
  note: (race: Race, entry: string) => string,
): Set<string> {
  const event = pending[0]?.event;
  if (event === undefined) return new Set();
  if (event.kind !== 'pairs' || event.rounds !== undefined) return stillIn(races, note);
  const movers = toCome(pending, note);
  // A run whose start list is not made yet may have anybody of the distance in it.
  if (pending.some(({ entrants }) => entrants.size === 0)) {
    for (const race of races) for (const entry of race.entrants.keys()) movers.add(note(race, entry));
  }
  return movers;
}

/** A classification over several distances (L10): open as long as one of them is. */
export function combinedDistance(
  { id, name }: { readonly id: string; readonly name: string },
  standings: Readonly<Record<string, Standing>>,
  of: readonly Distance[],
): Distance {
  const people: Record<string, Named> = Object.assign({}, ...of.map((distance) => distance.people));
  const ranked: Placed[] = [];
  const unranked: string[] = [];
  for (const [key, standing] of Object.entries(standings).sort(([, a], [, b]) => a.order - b.order)) {
    const person = standing.athlete ?? key;
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
