// Structural sharing: what did not change keeps its identity, so that later stages and patches can skip it by `===`.

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function reuseArray(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  let all = before.length === after.length;
  const kept = after.map((item, i) => {
    const shared = i < before.length ? reuse(before[i], item) : item;
    if (shared !== before[i]) all = false;
    return shared;
  });
  return all ? before : kept;
}

/** `after`, with every part that equals the same part of `before` replaced by it; `before` itself where nothing changed. */
export function reuse<T>(before: unknown, after: T): T {
  if (before === after) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? (reuseArray(before, after) as T) : after;
  if (!isPlain(after) || !isPlain(before)) return after;
  const keys = Object.keys(after);
  let all = keys.length === Object.keys(before).length;
  const kept: [string, unknown][] = [];
  for (const key of keys) {
    const known = Object.hasOwn(before, key);
    const shared = known ? reuse(before[key], after[key]) : after[key];
    if (!known || shared !== before[key]) all = false;
    kept.push([key, shared]);
  }
  return all ? (before as T) : (Object.fromEntries(kept) as T);
}

/** `after` as a Map whose equal values are those of `before`; `before` itself where nothing changed. */
export function reuseMap<K, V>(before: ReadonlyMap<K, V> | undefined, after: Map<K, V>): ReadonlyMap<K, V> {
  if (before === undefined) return after;
  let all = before.size === after.size;
  for (const [key, value] of after) {
    const shared = reuse(before.get(key), value);
    if (shared !== before.get(key)) all = false;
    if (shared !== value) after.set(key, shared);
  }
  return all ? before : after;
}
