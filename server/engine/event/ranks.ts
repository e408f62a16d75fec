// Ranks of an event: who has more of what counts stands before who has less, then the lower value; equal is the same rank (T5).
import { truncateUs } from '../../../shared/format-time.ts';

export interface Counted {
  /** How many runs or distances the value is made of. */
  readonly count: number;
  /** A time in microseconds cut off to the thousandth (T4), or points. */
  readonly value: number;
}

export interface Ranked<T> {
  readonly item: T;
  /** From 1; equal ones share it and the next is skipped. */
  readonly rank: number;
}

function better(a: Counted, b: Counted): number {
  return b.count - a.count || a.value - b.value;
}

/** Best first; equal ones stay in the order in which they came. */
export function ranked<T extends Counted>(items: readonly T[]): readonly Ranked<T>[] {
  const sorted = items.toSorted(better);
  let rank = 0;
  return sorted.map((item, index) => {
    const before = sorted[index - 1];
    if (before === undefined || better(before, item) !== 0) rank = index + 1;
    return { item, rank };
  });
}

/** T4: those of `list`, in its order, whose time is equal in hundredths with another's, so that the thousandth is printed. */
export function tiedIn<T extends Counted>(list: readonly Ranked<T>[]): ReadonlySet<T> {
  const tied = new Set<T>();
  for (const [index, { item }] of list.entries()) {
    const before = list[index - 1]?.item;
    if (before?.count === item.count && truncateUs(before.value) === truncateUs(item.value)) tied.add(before).add(item);
  }
  return tied;
}
