// The order on the ice: who is furthest along the course, and was there first.
import { isIn, lastOf, type Racer } from './racers.ts';

/** Instants on the same kind of reading decide; an equal instant leaves the start-list order. */
function ahead(a: Racer, b: Racer): number {
  const lastA = lastOf(a);
  const lastB = lastOf(b);
  if (lastA === undefined || lastB === undefined) {
    if (lastA !== lastB) return lastA === undefined ? 1 : -1;
    return a.competitor.order - b.competitor.order;
  }
  return lastB.point - lastA.point || lastA.timeUs - lastB.timeUs || a.competitor.order - b.competitor.order;
}

/** Those of `order` first, as the photo finish saw them; the others keep their order behind. */
function byPhoto(racers: readonly Racer[], order: readonly (readonly string[])[]): readonly Racer[] {
  const seen = order.flat();
  const place = new Map(seen.map((entry, index) => [entry, index]));
  return racers.toSorted((a, b) => (place.get(a.entry) ?? seen.length) - (place.get(b.entry) ?? seen.length));
}

/** All who are in the race, first on the ice first; `finish` is the photo-finish order where there is one. */
export function orderOf(
  racers: ReadonlyMap<string, Racer>,
  finish: readonly (readonly string[])[] | undefined,
): readonly Racer[] {
  const racing = [...racers.values()].filter(isIn).sort(ahead);
  return finish === undefined ? racing : byPhoto(racing, finish);
}
