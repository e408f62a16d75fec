// Structural sharing: what did not change keeps its identity, so that later stages and patches can skip it by `===`.
import { same } from '../../shared/patch.ts';

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** `after`, with every part that equals the same part of `before` replaced by it; `before` itself where nothing changed. */
export function reuse<T>(before: unknown, after: T): T {
  if (before === after) return after;
  // Most parts are equal, and finding that out costs no memory; only what differs is built again.
  if (same(before, after)) return before as T;
  if (Array.isArray(after)) {
    return Array.isArray(before) ? (after.map((item, i) => reuse(before[i], item)) as T) : after;
  }
  if (!isPlain(after) || !isPlain(before)) return after;
  const shared: Record<string, unknown> = { ...after };
  for (const key of Object.keys(shared)) if (Object.hasOwn(before, key)) shared[key] = reuse(before[key], shared[key]);
  return shared as T;
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
