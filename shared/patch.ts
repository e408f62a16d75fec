// RFC 7396 merge patches between states that hold no null: diff makes one, apply follows one.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i] && !same(a[i], b[i])) return false;
  return true;
}

/** Deep equality of JSON values; key order means nothing. Plain loops that make no lists: every fact compares a whole board. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b);
  if (!isObject(a) || !isObject(b)) return false;
  let keys = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || (a[key] !== b[key] && !same(a[key], b[key]))) return false;
    keys += 1;
  }
  for (const _ in b) keys -= 1;
  return keys === 0;
}

/**
 * The smallest merge patch that turns `a` into `b`, or undefined where they are equal.
 * Identical subtrees are skipped by identity, so states that share structure cost only what changed.
 */
export function diff(a: object, b: object): JsonObject | undefined {
  if (a === b) return undefined;
  const before = a as Record<string, Json>;
  const after = b as Record<string, Json>;
  const changes: [string, Json][] = [];
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) changes.push([key, null]);
  }
  for (const key of Object.keys(after)) {
    const to = after[key] as Json;
    if (!Object.hasOwn(before, key)) {
      changes.push([key, to]);
      continue;
    }
    const from = before[key] as Json;
    if (from === to) continue;
    if (isObject(from) && isObject(to)) {
      const inner = diff(from, to);
      if (inner !== undefined) changes.push([key, inner]);
    } else if (!same(from, to)) {
      changes.push([key, to]);
    }
  }
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

/** `target` changed by a merge patch; neither is altered, and what the patch does not touch is shared. */
export function apply<T>(target: T, patch: unknown): T {
  if (!isObject(patch)) return patch as T;
  const result = new Map<string, unknown>(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, apply(result.get(key), value));
  }
  return Object.fromEntries(result) as T;
}
