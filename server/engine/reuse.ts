// Structural sharing: what did not change keeps its identity, so that later stages and patches can skip it by `===`.
import { same } from '../../shared/patch.ts';

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function reuseItems(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const items = after.map((item, i) => reuse(before[i], item));
  return items.length === before.length && items.every((item, i) => item === before[i]) ? before : items;
}

function reuseFields(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  let shared: Record<string, unknown> | undefined;
  let changed = 0;
  let keys = 0;
  for (const key in after) {
    keys += 1;
    const was = Object.hasOwn(before, key) ? before[key] : missing;
    const now = reuse(was, after[key]);
    if (now !== was) changed += 1;
    if (now !== after[key]) {
      shared ??= { ...after };
      shared[key] = now;
    }
  }
  if (changed > 0) return shared ?? after;
  for (const _ in before) keys -= 1;
  return keys === 0 ? before : (shared ?? after);
}

const missing = Symbol('a field that was not there');

/** `after`, with every part that equals the same part of `before` replaced by it; `before` itself where nothing changed. */
export function reuse<T>(before: unknown, after: T): T {
  if (before === after) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? (reuseItems(before, after) as T) : after;
  return isPlain(after) && isPlain(before) ? (reuseFields(before, after) as T) : after;
}

/** What came behind all of `before` to make `list`; undefined where it does not begin with `before`. */
export function grownBy<T>(before: readonly T[], list: readonly T[]): readonly T[] | undefined {
  for (let i = 0; i < before.length; i += 1) if (before[i] !== list[i]) return undefined;
  return before.length > list.length ? undefined : list.slice(before.length);
}

/** The list of before where `list` holds the same things. */
export function kept<T>(before: readonly T[] | undefined, list: readonly T[]): readonly T[];
export function kept<T>(before: readonly T[] | undefined, list: readonly T[] | undefined): readonly T[] | undefined;
export function kept<T>(before: readonly T[] | undefined, list: readonly T[] | undefined): readonly T[] | undefined {
  if (before === list || before === undefined || list === undefined) return list;
  return before.length === list.length && before.every((item, i) => item === list[i]) ? before : list;
}

export function sameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)));
}
