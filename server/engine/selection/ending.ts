// One way in which the distances in progress may end: whose each slot of a matrix is, or whose it may be, and how many
// different people can stand above one. What is asked again and again is worked out once. Knows no quota.
import { fewest } from './fewest.ts';
import { Matching } from './matching.ts';

/** A slot: somebody's, or anybody's of those free at a distance; undefined where it is nobody's. */
export type Cell = { readonly person: string } | { readonly distance: string } | undefined;

export class Ending {
  readonly cells: readonly Cell[];
  /** By distance: those to come who have no place by name. */
  readonly #free: ReadonlyMap<string, readonly string[]>;
  readonly #isFree: ReadonlyMap<string, ReadonlySet<string>>;
  /** By slot: of everybody named, the first of his own. */
  readonly #own = new Map<string, number>();
  readonly #above = new Map<number, ReadonlyMap<string, readonly number[]>>();
  readonly #fewest = new Map<number, number>();
  #most: readonly number[] | undefined;

  constructor(cells: readonly Cell[], free: ReadonlyMap<string, readonly string[]>) {
    this.cells = cells;
    this.#free = free;
    this.#isFree = new Map([...free].map(([distance, people]) => [distance, new Set(people)]));
    for (const [i, cell] of cells.entries()) {
      if (cell !== undefined && 'person' in cell && !this.#own.has(cell.person)) this.#own.set(cell.person, i);
    }
  }

  /** Everybody who stands somewhere by name. */
  get named(): Iterable<string> {
    return this.#own.keys();
  }

  /** Where he stands whatever happens, from 0; the number of slots where nowhere. */
  ownSlot(person: string): number {
    return this.#own.get(person) ?? this.cells.length;
  }

  /** The first slot that he may have. */
  firstSlot(person: string): number {
    const own = this.ownSlot(person);
    const free = this.cells.findIndex(
      (cell) => cell !== undefined && 'distance' in cell && this.isFree(cell.distance, person),
    );
    return free === -1 ? own : Math.min(own, free);
  }

  isFree(distance: string, person: string): boolean {
    return this.#isFree.get(distance)?.has(person) === true;
  }

  freeAt(distance: string): readonly string[] {
    return this.#free.get(distance) ?? [];
  }

  /** The free slots above one, by distance. */
  freeAbove(end: number): ReadonlyMap<string, readonly number[]> {
    const known = this.#above.get(end);
    if (known !== undefined) return known;
    const slots = new Map<string, number[]>();
    for (let i = 0; i < end; i += 1) {
      const cell = this.cells[i];
      if (cell === undefined || 'person' in cell) continue;
      const list = slots.get(cell.distance);
      if (list === undefined) slots.set(cell.distance, [i]);
      else list.push(i);
    }
    this.#above.set(end, slots);
    return slots;
  }

  /** True where so many different people can stand above a slot, one left out. */
  canBeAbove(end: number, count: number, without: string): boolean {
    this.#most ??= this.#mostAbove();
    const all = this.#most[end] ?? 0;
    // One left out takes away one at most.
    if (all !== count) return all > count;
    return this.#mostAbove(without, end)[end] === count;
  }

  /** By slot, from the top: the most different people above it. */
  #mostAbove(without?: string, end = this.cells.length): readonly number[] {
    const matching = new Matching();
    const most = [0];
    for (const cell of this.cells.slice(0, end)) {
      if (cell !== undefined) matching.add('person' in cell ? [cell.person] : this.freeAt(cell.distance), without);
      most.push(matching.size);
    }
    return most;
  }

  /** The fewest different people above a slot. */
  fewestAbove(end: number): number {
    const known = this.#fewest.get(end);
    if (known !== undefined) return known;
    const sure = [...this.#own].filter(([, slot]) => slot < end).map(([person]) => person);
    const needs = [...this.freeAbove(end)].map(([distance, slots]) => {
      const covered = sure.filter((person) => this.isFree(distance, person)).length;
      const free = this.freeAt(distance).filter((person) => this.ownSlot(person) >= end);
      return { count: Math.max(0, slots.length - covered), free };
    });
    const least = sure.length + fewest(needs);
    this.#fewest.set(end, least);
    return least;
  }
}
