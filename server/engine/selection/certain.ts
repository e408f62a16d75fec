// Who has a ticket of a matrix whatever happens at the distances to come, and who in no case. Exact, decisions aside
// (rulings, and whom the federation designates). Knows no wire.
//
// A distance in which some have skated ends in one of several lineups; in each the places are either somebody's or
// free to any of those to come. So many different people can stand above a slot as slots above it can be matched with
// people; so few as cover all free places above it.
import { fewest } from './fewest.ts';
import { type Lineup, lineupsOf } from './lineup.ts';
import { Matching } from './matching.ts';
import { type Given, holdersOf, type MatrixDoc } from './walk.ts';

/** A slot in one way things may end. */
export type Cell =
  /** Somebody's. */
  | { readonly person: string }
  /** Anybody's of those free at a distance. */
  | { readonly distance: string; readonly place: number }
  /** Nobody's. */
  | undefined;

/** One way in which the distances in progress may end. */
export interface Ending {
  readonly cells: readonly Cell[];
  /** By distance. */
  readonly free: ReadonlyMap<string, readonly string[]>;
}

/** More than this are not told apart, see `mostLineups`. */
const mostEndings = 1024;

function deepestOf({ slots }: MatrixDoc, id: string): number {
  return Math.max(0, ...slots.map((slot) => ('event' in slot && slot.event === id ? slot.place : 0)));
}

/** All ways in which it may end. */
export function endingsOf(doc: MatrixDoc, given: Given): readonly Ending[] {
  const holders = holdersOf(doc, given);
  const ids = [...new Set(doc.slots.flatMap((slot) => ('event' in slot ? [slot.event] : [])))];
  let lineups: ReadonlyMap<string, Lineup>[] = [new Map()];
  for (const id of ids) {
    const distance = given.distances.get(id);
    if (distance === undefined) continue;
    const own = lineupsOf(distance, deepestOf(doc, id), Math.floor(mostEndings / lineups.length));
    lineups = lineups.flatMap((all) => own.map((lineup) => new Map([...all, [id, lineup]])));
  }
  return lineups.map((byDistance) => ({
    cells: doc.slots.map((slot, i): Cell => {
      if (!('event' in slot)) {
        const person = holders[i]?.person;
        return person === undefined ? undefined : { person };
      }
      const places = byDistance.get(slot.event)?.places ?? [];
      if (slot.place > places.length) return undefined;
      const person = places[slot.place - 1];
      return person === undefined ? { distance: slot.event, place: slot.place } : { person };
    }),
    free: new Map([...byDistance].map(([id, { free }]) => [id, free])),
  }));
}

/** Where somebody stands in an ending whatever happens, from 0; the number of slots where nowhere. */
function firstOwn({ cells }: Ending, person: string): number {
  const found = cells.findIndex((cell) => cell !== undefined && 'person' in cell && cell.person === person);
  return found === -1 ? cells.length : found;
}

/** The free slots above `end`, by distance. */
function freeAbove({ cells }: Ending, end: number): ReadonlyMap<string, readonly number[]> {
  const slots = new Map<string, number[]>();
  for (let i = 0; i < end; i += 1) {
    const cell = cells[i];
    if (cell === undefined || !('distance' in cell)) continue;
    const list = slots.get(cell.distance);
    if (list === undefined) slots.set(cell.distance, [i]);
    else list.push(i);
  }
  return slots;
}

/**
 * True where he may be left without a ticket in this ending. `at`: he has this free slot, or where that is past the last
 * one he is at `from` on a place without a slot.
 */
function mayMiss(
  ending: Ending,
  person: string,
  quota: number,
  at?: { readonly slot: number; readonly distance: string },
): boolean {
  let end = Math.min(firstOwn(ending, person), at?.slot ?? ending.cells.length);
  // Where nobody else is left for the places above, one of them is his: the lowest.
  for (const [distance, slots] of freeAbove(ending, end)) {
    if (distance === at?.distance) continue;
    const free = ending.free.get(distance) ?? [];
    if (free.includes(person) && slots.length >= free.length) end = Math.min(end, slots.at(-1) ?? end);
  }
  if (end === ending.cells.length) return true;
  return mostAbove(ending, end, person) >= quota;
}

/** The most different people above a slot, one left out. */
function mostAbove({ cells, free }: Ending, end: number, without: string): number {
  const matching = new Matching();
  for (let i = 0; i < end; i += 1) {
    const cell = cells[i];
    if (cell === undefined) continue;
    matching.add('person' in cell ? [cell.person] : (free.get(cell.distance) ?? []), without);
  }
  return matching.size;
}

/** True where he may have a ticket in this ending: at his best place so few others are above that the quota lasts. */
function mayGet(ending: Ending, person: string, quota: number): boolean {
  const own = firstOwn(ending, person);
  const reachable = ending.cells.findIndex(
    (cell) => cell !== undefined && 'distance' in cell && ending.free.get(cell.distance)?.includes(person) === true,
  );
  const slot = reachable === -1 ? own : Math.min(own, reachable);
  if (slot === ending.cells.length) return false;
  return fewestAbove(ending, slot) < quota;
}

function fewestAbove(ending: Ending, end: number): number {
  const sure = new Set<string>();
  for (const cell of ending.cells.slice(0, end)) if (cell !== undefined && 'person' in cell) sure.add(cell.person);
  const needs = [...freeAbove(ending, end)].map(([distance, slots]) => {
    const free = ending.free.get(distance) ?? [];
    const covered = free.filter((one) => sure.has(one)).length;
    return { count: Math.max(0, slots.length - covered), free: free.filter((one) => !sure.has(one)) };
  });
  return sure.size + fewest(needs);
}

/** Has he a ticket whatever happens, or in no case? */
export function certainty(endings: readonly Ending[], person: string, quota: number): 'in' | 'out' | 'open' {
  const canMiss = endings.some((ending) => mayMiss(ending, person, quota));
  if (!canMiss) return 'in';
  return endings.some((ending) => mayGet(ending, person, quota)) ? 'open' : 'out';
}

/** The last place at a distance that is enough whatever the others do, or undefined where none is. */
export function placeEnough(
  doc: MatrixDoc,
  endings: readonly Ending[],
  person: string,
  distance: string,
): number | undefined {
  const slotAt = new Map(
    doc.slots.flatMap((slot, i) => ('event' in slot && slot.event === distance ? [[slot.place, i] as const] : [])),
  );
  for (let place = 1; ; place += 1) {
    const slot = slotAt.get(place);
    if (slot === undefined || !isEnough(endings, person, doc.quota, distance, slot)) {
      return place === 1 ? undefined : place - 1;
    }
  }
}

/** True where he can have the slot, and has a ticket in every ending in which he has it. */
function isEnough(endings: readonly Ending[], person: string, quota: number, distance: string, slot: number): boolean {
  let isPossible = false;
  for (const ending of endings) {
    const cell = ending.cells[slot];
    if (cell === undefined) continue;
    const isOwn = 'person' in cell && cell.person === person;
    const isFree = 'distance' in cell && ending.free.get(distance)?.includes(person) === true;
    if (!isOwn && !isFree) continue;
    isPossible = true;
    if (isFree ? mayMiss(ending, person, quota, { slot, distance }) : mayMiss(ending, person, quota)) return false;
  }
  return isPossible;
}
