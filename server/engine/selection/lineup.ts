// How the first places of a distance may end: who is certainly where, and which places are anybody's of those to come.
// Exact, rulings aside. Knows no criteria.
import { memo } from '../memo.ts';
import type { Distance, Placed } from './distance.ts';

/** Of each place from 1: who has it, or undefined where any of `free` may. */
export interface Lineup {
  readonly places: readonly (string | undefined)[];
  /** Those to come who have no place here by name. */
  readonly free: readonly string[];
}

/** More ways than this are not told apart: then anybody of the distance may have any place, which claims less, never too much. */
export const mostLineups = 256;
/** Steps of the search for them, for the same reason and with the same effect. */
const mostSteps = 4096;

/** The chain of those whose order is settled, in every order that ties leave open (T5: that is the federation's to say). */
function chainsOf(settled: readonly Placed[], deepest: number): string[][] {
  let chains: string[][] = [[]];
  for (let i = 0; i < settled.length && i < deepest; ) {
    const rank = settled[i]?.rank;
    let end = i;
    while (end < settled.length && settled[end]?.rank === rank) end += 1;
    const tied = settled.slice(i, end).map(({ person }) => person);
    const orders = tied.length > 4 ? [tied] : permutations(tied);
    chains = chains.flatMap((chain) => orders.map((order) => [...chain, ...order]));
    i = end;
  }
  return chains;
}

function permutations(items: readonly string[]): string[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

class Endings {
  readonly found: Lineup[] = [];
  steps = 0;
  readonly #chain: readonly string[];
  readonly #movers: readonly string[];
  /** Of each of the chain: the movers who stand before him now, and will. */
  readonly #before: readonly (readonly string[])[];
  readonly #deepest: number;

  constructor(
    chain: readonly string[],
    movers: readonly string[],
    before: readonly (readonly string[])[],
    deepest: number,
  ) {
    this.#chain = chain;
    this.#movers = movers;
    this.#before = before;
    this.#deepest = deepest;
  }

  /** Goes on from the places taken; `next` of the chain is to be placed. */
  from(places: readonly (string | undefined)[], next: number): void {
    this.steps += 1;
    if (this.steps > mostSteps || this.found.length > mostLineups) return;
    const named = new Set(places.filter((place) => place !== undefined));
    const isMover = (place: string | undefined) => place === undefined || !this.#chain.includes(place);
    const used = places.filter(isMover).length;
    const isFull = places.length === this.#deepest;
    if (isFull || (next >= this.#chain.length && used === this.#movers.length)) {
      this.#keep(places, next);
      return;
    }
    const must = this.#before[next] ?? [];
    const settled = this.#chain[next];
    if (settled !== undefined && must.every((mover) => named.has(mover))) this.from([...places, settled], next + 1);
    if (used === this.#movers.length) return;
    // By name only where one settled is to come after him, else among those who are free.
    const reached = this.#before.filter((list, i) => i >= next && list.length + i < this.#deepest);
    const later = new Set(reached.flat());
    for (const mover of later) if (!named.has(mover)) this.from([...places, mover], next);
    this.from([...places, undefined], next);
  }

  #keep(places: readonly (string | undefined)[], next: number): void {
    const needed = new Set(this.#before.slice(0, next).flat());
    const named = places.filter((place): place is string => place !== undefined && !this.#chain.includes(place));
    if (named.some((mover) => !needed.has(mover))) return;
    this.found.push({ places, free: this.#movers.filter((mover) => !named.includes(mover)) });
  }
}

/**
 * All ways in which the places down to `deepest` may end, where there are no more than `most`. Remembered by the distance:
 * mostly one of many has changed.
 */
export const lineupsOf = memo((distance: Distance, deepest: number, most: number = mostLineups): readonly Lineup[] => {
  const { ranked, movers, improves } = distance;
  const moving = new Set(movers);
  const settled = ranked.filter(({ person }) => !moving.has(person));
  const rankOf = new Map(ranked.map(({ person, rank }) => [person, rank]));
  const lineups: Lineup[] = [];
  for (const chain of chainsOf(settled, deepest)) {
    const shown = chain.slice(0, deepest);
    const before = shown.map((person) =>
      improves ? movers.filter((mover) => (rankOf.get(mover) ?? Infinity) < (rankOf.get(person) ?? 0)) : [],
    );
    const endings = new Endings(shown, movers, before, deepest);
    endings.from([], 0);
    lineups.push(...endings.found);
    if (endings.steps > mostSteps || lineups.length > most) return [anyOrder(settled, movers, deepest)];
  }
  return lineups;
});

function anyOrder(settled: readonly Placed[], movers: readonly string[], deepest: number): Lineup {
  const free = [...settled.map(({ person }) => person), ...movers];
  return { places: Array.from({ length: Math.min(deepest, free.length) }, () => undefined), free };
}
