// The order on the ice: who is furthest along the course, and was there first.
import type { How } from '../../../shared/facts.ts';
import { agreeUs, kinds } from './presented.ts';
import { isIn, lastOf, type Racer, startUsOf } from './racers.ts';

/** Both at one point, seen by different kinds of device, and nearer to each other than those tell apart (P1a). */
function isContested(a: Racer, b: Racer): boolean {
  const [lastA, lastB] = [lastOf(a), lastOf(b)];
  if (lastA === undefined || lastB === undefined || lastA.point !== lastB.point) return false;
  return lastA.basis !== lastB.basis && Math.abs(lastA.timeUs - lastB.timeUs) < agreeUs;
}

function seenBy(racer: Racer, how: How): number | undefined {
  const last = lastOf(racer);
  return last?.seen?.[how] ?? (last?.basis === how ? last.timeUs : undefined);
}

/** P1a: by how much `a` was there later on the most believed kind of reading that saw both; undefined where none did. */
function laterBy(a: Racer, b: Racer): number | undefined {
  for (const how of kinds) {
    const [mine, theirs] = [seenBy(a, how), seenBy(b, how)];
    if (mine !== undefined && theirs !== undefined) return mine - theirs;
  }
  return undefined;
}

/** P1a: neighbours are ordered on the same kind of reading. What is shown of them may then stand the other way round. */
function onSameKind(order: Racer[]): Racer[] {
  for (let i = 1; i < order.length; i += 1) {
    for (let j = i; j > 0; j -= 1) {
      const [ahead, behind] = [order[j - 1] as Racer, order[j] as Racer];
      if (!isContested(ahead, behind) || (laterBy(ahead, behind) ?? 0) <= 0) break;
      order[j - 1] = behind;
      order[j] = ahead;
    }
  }
  return order;
}

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

/** L8: is `a` ahead of `b`, who had another gun? Times since the own gun are compared at the last point both have passed. */
function aheadSinceGun(a: Racer, b: Racer): boolean {
  const point = Math.min(a.passages.length, b.passages.length) - 1;
  const us = (a.passages[point]?.timeUs ?? 0) - (b.passages[point]?.timeUs ?? 0);
  return us === 0 ? a.competitor.order < b.competitor.order : us < 0;
}

/** Two orders as one, each kept. */
function mergedOrders(a: readonly Racer[], b: readonly Racer[]): Racer[] {
  const all: Racer[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return [...all, ...a.slice(i), ...b.slice(j)];
    if (aheadSinceGun(one, other)) {
      all.push(one);
      i += 1;
    } else {
      all.push(other);
      j += 1;
    }
  }
}

/** Who starts with one gun is ordered by who has come further; the pairs of a quartet by times since their guns. */
function onTheIce(racing: readonly Racer[]): Racer[] {
  const unseen = racing.filter((racer) => startUsOf(racer) === undefined);
  const starts = [...new Set(racing.map(startUsOf))].filter((us) => us !== undefined);
  const groups = starts.map((us) => racing.filter((racer) => startUsOf(racer) === us).sort(ahead));
  return [...groups.reduce(mergedOrders, []), ...unseen.sort(ahead)];
}

/** All who are in the race, first on the ice first; `finish` is the photo-finish order where there is one. */
export function orderOf(
  racers: ReadonlyMap<string, Racer>,
  finish: readonly (readonly string[])[] | undefined,
): readonly Racer[] {
  const racing = onSameKind(onTheIce([...racers.values()].filter(isIn)));
  return finish === undefined ? racing : byPhoto(racing, finish);
}

/** P1a: who stands so near to a neighbour, with no kind of reading that saw both, that who is ahead is an estimate. */
export function uncertainOf(
  order: readonly Racer[],
  finish: readonly (readonly string[])[] | undefined,
): ReadonlySet<string> {
  const decided = new Set(finish?.flat());
  const uncertain = new Set<string>();
  for (const [index, racer] of order.entries()) {
    const before = order[index - 1];
    if (before === undefined || !isContested(before, racer) || laterBy(before, racer) !== undefined) continue;
    if (decided.has(racer.entry) && decided.has(before.entry)) continue;
    uncertain.add(racer.entry).add(before.entry);
  }
  return uncertain;
}
