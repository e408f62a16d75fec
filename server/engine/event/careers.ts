// How far everybody has come in an event of rounds: his races round by round, and whether he is still in.
import type { MeetEvent } from '../../../shared/event.ts';
import { goalsOf } from '../../../shared/rounds.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
import { isOver } from '../race/status.ts';
import { type Advance, advancesIn } from './advancement.ts';
import { resultsOf } from './results.ts';

/** One race of somebody. */
export interface Appearance {
  readonly race: Race;
  readonly entrant: Entrant;
  /** Place of its round in the list of the event. */
  readonly round: number;
}

export interface Career {
  /** First to last, by round. */
  readonly races: readonly Appearance[];
  readonly newest: Appearance;
  /** The newest race that has begun, or that a ruling took him out of; else the newest one. */
  readonly shown: Appearance;
  /** The newest race that has begun: by this those wait who have not skated in the round reached. */
  readonly result: Appearance | undefined;
  /** The round reached: where he goes on to, or is. */
  readonly reached: number;
  /** Nobody goes on from the round reached. */
  readonly final: boolean;
  /** Not out: on his way to or in the round reached, or through to the end of it. */
  readonly state: 'in' | 'waiting' | 'out';
  /** How he goes on from the race shown. */
  readonly advance: Advance | undefined;
  /** S5: cards over all rounds. */
  readonly cards: { readonly YC: number; readonly RC: number };
}

function hasBegun({ race }: Appearance): boolean {
  return race.attempt.starts.size > 0;
}

function cardsOf(races: readonly Appearance[]): Career['cards'] {
  return races.reduce(
    (sum, { entrant: { racer } }) => {
      const { YC, RC } = racer.ruling.cards;
      return { YC: sum.YC + YC, RC: sum.RC + RC };
    },
    { YC: 0, RC: 0 },
  );
}

function careerOf(races: readonly Appearance[], advances: ReadonlyMap<Entrant, Advance>, event: MeetEvent): Career {
  const rounds = event.rounds ?? [];
  const newest = races.at(-1) as Appearance;
  const shown = races.findLast((one) => hasBegun(one) || !isIn(one.entrant.racer)) ?? newest;
  const advance = advances.get(newest.entrant);
  const goal = rounds.findIndex(({ id }) => id === advance?.to);
  const reached = Math.max(goal, newest.round);
  const final = goalsOf(rounds, reached).length === 0;
  const isOut = !isIn(newest.entrant.racer);
  const waits = reached !== newest.round || (!hasBegun(newest) && !isOut);
  const skates = final || !(isOut || isOver(newest.race));
  return {
    races,
    newest,
    shown,
    result: races.findLast(hasBegun),
    reached,
    final,
    state: waits ? 'waiting' : skates ? 'in' : 'out',
    advance: advances.get(shown.entrant),
    cards: cardsOf(races),
  };
}

/** Everybody of an event, in the order in which he first stands in its rounds. */
export function careersOf(event: MeetEvent, races: readonly Race[]): readonly Career[] {
  const { rounds = [] } = event;
  const people = new Map<string, Appearance[]>();
  for (const [round, { id }] of rounds.entries()) {
    for (const race of races.filter(({ doc }) => doc.round === id)) {
      for (const { person, competitor } of resultsOf(race)) {
        const entrant = race.entrants.get(competitor.entry);
        if (entrant === undefined) continue;
        const known = people.get(person);
        if (known === undefined) people.set(person, [{ race, entrant, round }]);
        else known.push({ race, entrant, round });
      }
    }
  }
  const advances = new Map(advancesIn(event, races).map((advance) => [advance.entrant, advance]));
  return [...people.values()].map((list) => careerOf(list, advances, event));
}
