// Who has a ticket of a matrix whatever happens at the distances to come, and who in no case. Exact, decisions aside
// (rulings, and whom the federation designates). Knows no wire.
//
// A distance in which some have skated ends in one of several lineups; in each the places are either somebody's or
// free to any of those to come. So many different people can stand above a slot as slots above it can be matched with
// people; so few as cover all free places above it.
import { type Cell, Ending } from './ending.ts';
import { type Lineup, lineupsOf } from './lineup.ts';
import { type Given, holdersOf, type MatrixDoc } from './walk.ts';

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
  return lineups.map((byDistance) => {
    const cells = doc.slots.map((slot, i): Cell => {
      const place = 'event' in slot ? { distance: slot.event, place: slot.place } : undefined;
      if (place === undefined) return cellOf(holders[i]?.person);
      // A place that has a slot above already gives nobody anything more.
      if (doc.slots.findIndex((one) => 'event' in one && isSamePlace(one, place)) < i) return undefined;
      const places = byDistance.get(place.distance)?.places ?? [];
      return place.place > places.length ? undefined : cellOf(places[place.place - 1], place.distance);
    });
    return new Ending(cells, new Map([...byDistance].map(([id, { free }]) => [id, free])));
  });
}

function isSamePlace(
  slot: { event: string; place: number },
  { distance, place }: { distance: string; place: number },
): boolean {
  return slot.event === distance && slot.place === place;
}

function cellOf(person: string | undefined, distance?: string): Cell {
  if (person !== undefined) return { person };
  return distance === undefined ? undefined : { distance };
}

/** True where he may be left without a ticket in this ending; `at` is a free slot that he has in it. */
function mayMiss(
  ending: Ending,
  person: string,
  quota: number,
  at?: { readonly slot: number; readonly distance: string },
): boolean {
  let end = Math.min(ending.ownSlot(person), at?.slot ?? ending.cells.length);
  // Where nobody else is left for the places above, one of them is his: the lowest.
  for (const [distance, slots] of ending.freeAbove(end)) {
    if (distance === at?.distance || !ending.isFree(distance, person)) continue;
    if (slots.length >= ending.freeAt(distance).length) end = Math.min(end, slots.at(-1) ?? end);
  }
  return end === ending.cells.length || ending.canBeAbove(end, quota, person);
}

/** True where he may have a ticket in this ending: at his best place so few others are above that the quota lasts. */
function mayGet(ending: Ending, person: string, quota: number): boolean {
  const slot = ending.firstSlot(person);
  return slot < ending.cells.length && ending.fewestAbove(slot) < quota;
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
  for (let place = 1; ; place += 1) {
    const slot = doc.slots.findIndex((one) => 'event' in one && isSamePlace(one, { distance, place }));
    if (slot === -1 || !isEnough(endings, person, doc.quota, distance, slot)) {
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
    const isFree = 'distance' in cell && ending.isFree(distance, person);
    if (!isOwn && !isFree) continue;
    isPossible = true;
    if (isFree ? mayMiss(ending, person, quota, { slot, distance }) : mayMiss(ending, person, quota)) return false;
  }
  return isPossible;
}
