// Whether all that is still given can go to riders whom it does not bring too far: the opposite question to cover.ts.
import { type Barred, byBarred, someChoice } from './choices.ts';
import type { Effort } from './contest.ts';
import type { Prize } from './cover.ts';

export interface Taker {
  /** So much he may win at most; never negative. */
  readonly room: number;
  readonly barred: Barred;
}

interface Item {
  readonly value: number;
  readonly prize: number;
}

/** Largest first: each to one who may have it, and another one where that leads nowhere. */
function canPlace(items: readonly Item[], from: number, takers: readonly Taker[], effort: Effort): boolean {
  const item = items[from];
  if (item === undefined) return true;
  effort.left -= 1;
  if (effort.left < 0) return true;
  const bit = 1 << item.prize;
  const tried = new Set<string>();
  for (const [index, { room, barred }] of takers.entries()) {
    const alike = `${room} ${barred}`;
    if (room < item.value || (barred & bit) !== 0 || tried.has(alike)) continue;
    tried.add(alike);
    const after = takers.with(index, { room: room - item.value, barred: barred | bit });
    after.sort((a, b) => b.room - a.room);
    if (canPlace(items, from + 1, after, effort)) return true;
  }
  return false;
}

function canSpread(takers: readonly Taker[], prizes: readonly Prize[], effort: Effort): boolean {
  const items = prizes.flatMap((values, prize) => values.map((value) => ({ value, prize })));
  items.sort((a, b) => b.value - a.value);
  const roomy = takers.toSorted((a, b) => b.room - a.room);
  let [given, room] = [0, 0];
  for (const { value } of items) given += value;
  for (const taker of takers) room += taker.room;
  if (given > room) return false;
  return canPlace(items, 0, roomy, effort);
}

/**
 * Whether everything goes to somebody without bringing more than `count` of the takers over their room; `sinks` are
 * riders to whom it does not matter how much they win, by what they are barred from.
 */
export function canBeSpread(
  takers: readonly Taker[],
  count: number,
  sinks: readonly Barred[],
  prizes: readonly Prize[],
  effort: Effort,
): boolean {
  const fullest = takers.toSorted((a, b) => a.room - b.room);
  return someChoice(byBarred(fullest), Math.min(count, takers.length), (over, others) => {
    const all = [...sinks, ...over.map(({ barred }) => barred)];
    const left = prizes.map((prize, i) => prize.slice(all.filter((barred) => (barred & (1 << i)) === 0).length));
    return canSpread(others, left, effort);
  });
}
