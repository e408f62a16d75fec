// The order on the ice: who is furthest along the course, and was there first.
import { isIn, lastOf, type Racer } from './racers.ts';

/** P1a: readings of one crossing by different kinds of device lie within this, so it is what they cannot tell apart. */
const uncertainUs = 50_000;

/** An equal instant leaves the start-list order. */
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

/** P1a: who stands so near to a neighbour seen by another kind of reading that who is ahead is an estimate. */
export function uncertainOf(
  order: readonly Racer[],
  finish: readonly (readonly string[])[] | undefined,
): ReadonlySet<string> {
  const decided = new Set(finish?.flat());
  const uncertain = new Set<string>();
  for (const [index, racer] of order.entries()) {
    const before = order[index - 1];
    const [mine, theirs] = [lastOf(racer), before && lastOf(before)];
    if (before === undefined || mine === undefined || theirs === undefined || mine.point !== theirs.point) continue;
    if (mine.basis === theirs.basis || Math.abs(mine.timeUs - theirs.timeUs) >= uncertainUs) continue;
    if (decided.has(racer.entry) && decided.has(before.entry)) continue;
    uncertain.add(racer.entry).add(before.entry);
  }
  return uncertain;
}
