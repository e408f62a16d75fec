// Every way in which the distances to come may end, gone through one by one: what each may come to by points.
import type { Distance } from './distance.ts';
import { ordersOf } from './orders.ts';
import { type BestOfDoc, bestPoints, pointsOf } from './points.ts';

/** What somebody may come to. */
export interface Chance {
  canBeIn: boolean;
  canBeOut: boolean;
  /** `<distance> <place>`: the places he has in some future, and those of them that leave him without a ticket in one. */
  readonly seen: Set<string>;
  readonly failing: Set<string>;
}

/** One future of one person: the place at each distance, and the points that count; -1 where he has no result. */
interface Future {
  readonly places: readonly (number | undefined)[];
  readonly sum: number;
}

function note(
  chance: Chance,
  { places, sum }: Future,
  others: readonly Future[],
  ids: readonly string[],
  quota: number,
): void {
  const surely = others.filter((other) => other.sum > sum).length;
  // Of equal ones the federation may choose the other.
  const maybe = others.filter((other) => other.sum >= sum).length;
  if (sum >= 0 && surely < quota) chance.canBeIn = true;
  const fails = sum < 0 || maybe >= quota;
  if (fails) chance.canBeOut = true;
  for (const [d, place] of places.entries()) {
    if (place === undefined) continue;
    chance.seen.add(`${ids[d]} ${place}`);
    if (fails) chance.failing.add(`${ids[d]} ${place}`);
  }
}

/** Of each of `people`, in their order. */
export function chancesOf(
  doc: BestOfDoc,
  distances: readonly Distance[],
  people: readonly string[],
): readonly Chance[] {
  const chances = people.map((): Chance => ({ canBeIn: false, canBeOut: false, seen: new Set(), failing: new Set() }));
  const ids = distances.map(({ id }) => id);
  const orders = distances.map((distance) => ordersOf(distance));
  const look = (standing: readonly ReadonlyMap<string, number>[]): void => {
    const futures = people.map((person): Future => {
      const places = standing.map((order) => order.get(person));
      const points = places.flatMap((place) => (place === undefined ? [] : [pointsOf(doc, place)]));
      return { places, sum: points.length === 0 ? -1 : bestPoints(doc, points) };
    });
    for (const [i, future] of futures.entries()) {
      const chance = chances[i];
      if (chance !== undefined) note(chance, future, futures.toSpliced(i, 1), ids, doc.quota);
    }
  };
  const skate = (standing: readonly ReadonlyMap<string, number>[]): void => {
    const next = orders[standing.length];
    if (next === undefined) look(standing);
    else for (const order of next) skate([...standing, order]);
  };
  skate([]);
  return chances;
}
