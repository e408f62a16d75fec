// Remembers the last result of a pure function by the identity of what it was given. What is remembered dies with its key.

/** `compute` that gives the same result, not an equal one, while its arguments are the same. */
export function memo<Key extends object, Rest extends readonly unknown[], Result>(
  compute: (key: Key, ...rest: Rest) => Result,
): (key: Key, ...rest: Rest) => Result {
  const known = new WeakMap<Key, { readonly rest: Rest; readonly result: Result }>();
  return (key, ...rest) => {
    const last = known.get(key);
    if (last?.rest.length === rest.length && last.rest.every((value, i) => value === rest[i])) return last.result;
    const result = compute(key, ...rest);
    known.set(key, { rest, result });
    return result;
  };
}
