// Every way in which the distances to come may end, gone through one by one: what each may come to by points. There may
// be thousands, so they are looked at as columns of numbers.
import type { Distance } from './distance.ts';
import { ordersOf } from './orders.ts';
import { type BestOfDoc, pointsOf } from './points.ts';

/** What somebody may come to. */
export interface Chance {
  canBeIn: boolean;
  canBeOut: boolean;
  /** By distance, and there by place: 0 where he never has it, 1 where it is always enough, 2 where it may fail. */
  readonly places: readonly Uint8Array[];
}

const enough = 1;
const fails = 2;

/** One order of a distance: of each person the place, 0 for none, and its points. */
interface Column {
  readonly places: readonly number[];
  readonly points: readonly number[];
}

function columnsOf(doc: BestOfDoc, distance: Distance, people: readonly string[]): readonly Column[] {
  return ordersOf(distance).map((order) => {
    const places = people.map((person) => order.get(person) ?? 0);
    return { places, points: places.map((place) => (place === 0 ? 0 : pointsOf(doc, place))) };
  });
}

/** The best so many points of one person, or -1 where he has no result. */
function sumOf(best: number, columns: readonly Column[], person: number): number {
  let sum = 0;
  let results = 0;
  let worst = Infinity;
  for (const { places, points } of columns) {
    if (places[person] === 0) continue;
    const won = points[person] ?? 0;
    results += 1;
    sum += won;
    worst = Math.min(worst, won);
  }
  if (results === 0) return -1;
  // Mostly all of them count, or all but one.
  if (results <= best) return sum;
  return results === best + 1 ? sum - worst : bestOfMany(best, columns, person);
}

function bestOfMany(best: number, columns: readonly Column[], person: number): number {
  const won = columns.filter(({ places }) => places[person] !== 0).map(({ points }) => points[person] ?? 0);
  won.sort((a, b) => b - a);
  return won.slice(0, best).reduce((sum, points) => sum + points, 0);
}

/** Equal ones are the federation's to say, so they may be in and out. */
function note(chances: readonly Chance[], sums: readonly number[], columns: readonly Column[], quota: number): void {
  for (const [i, chance] of chances.entries()) {
    const sum = sums[i] ?? -1;
    let surely = 0;
    let equal = -1;
    for (const other of sums) {
      if (other > sum) surely += 1;
      else if (other === sum) equal += 1;
    }
    const isOut = sum < 0 || surely + equal >= quota;
    if (isOut) chance.canBeOut = true;
    if (sum >= 0 && surely < quota) chance.canBeIn = true;
    for (const [d, { places }] of columns.entries()) mark(chance.places[d], places[i] ?? 0, isOut);
  }
}

function mark(seen: Uint8Array | undefined, place: number, isOut: boolean): void {
  if (seen !== undefined && place > 0 && seen[place] !== fails) seen[place] = isOut ? fails : enough;
}

/** Of each of `people`, in their order. */
export function chancesOf(
  doc: BestOfDoc,
  distances: readonly Distance[],
  people: readonly string[],
): readonly Chance[] {
  const chances = people.map((): Chance => {
    const places = distances.map(() => new Uint8Array(people.length + 2));
    return { canBeIn: false, canBeOut: false, places };
  });
  const all = distances.map((distance) => columnsOf(doc, distance, people));
  const columns: Column[] = [];
  const skate = (): void => {
    const next = all[columns.length];
    if (next === undefined) {
      const sums = people.map((_, i) => sumOf(doc.best, columns, i));
      note(chances, sums, columns, doc.quota);
      return;
    }
    for (const column of next) {
      columns.push(column);
      skate();
      columns.pop();
    }
  };
  skate();
  return chances;
}

/** The last place at a distance that is enough in every future, with all better ones; undefined where none is. */
export function placeEnough({ places }: Chance, distance: number): number | undefined {
  const found = places[distance];
  let place = 0;
  while (found?.[place + 1] === enough) place += 1;
  return place === 0 ? undefined : place;
}
