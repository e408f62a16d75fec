import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply, diff, same } from '../../shared/patch.ts';

/** Runs of each property; what shrinks is printed with its seed. */
const numRuns = 500;

const keys = fc.constantFrom('a', 'b', 'c', '', '0', '10', 'constructor', '__proto__', 'toString', 'hasOwnProperty');
const leaf = fc.oneof(fc.integer(), fc.string({ maxLength: 3 }), fc.boolean(), fc.constantFrom(0.5, '', 0, false));

/** JSON objects without null, few keys, so that two of them overlap often. */
const { state, value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('state'), tie('list')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  state: fc.dictionary(keys, tie('value'), { maxKeys: 5, noNullPrototype: true }),
})) as { state: fc.Arbitrary<Record<string, unknown>>; value: fc.Arbitrary<unknown> };

/** Patches as anybody may write them: null on any level, never inside an array. */
const patches = fc.letrec((tie) => ({
  patch: fc.dictionary(keys, fc.oneof(fc.constant(null), value, tie('patch')), { maxKeys: 5, noNullPrototype: true }),
})).patch as fc.Arbitrary<Record<string, unknown>>;

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function holdsNull(v: unknown): boolean {
  if (v === null) return true;
  return typeof v === 'object' && Object.values(v as object).some(holdsNull);
}

/** Fails where something that `patch` does not touch is a copy of what it was. */
function expectShared(before: unknown, patch: unknown, after: unknown): void {
  if (!isObject(before) || !isObject(patch) || !isObject(after)) return;
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(patch, key)) expect(Object.is(after[key], before[key])).toBe(true);
    else expectShared(before[key], patch[key], after[key]);
  }
}

it('[C8] a patch brings any state to any other', () => {
  fc.assert(
    fc.property(state, state, (a, b) => {
      expect(apply(a, diff(a, b) ?? {})).toEqual(b);
    }),
    { numRuns },
  );
});

it('[C8] a patch still fits after it has been through JSON', () => {
  fc.assert(
    fc.property(state, state, (a, b) => {
      expect(apply(a, JSON.parse(JSON.stringify(diff(a, b) ?? {})))).toEqual(b);
    }),
    { numRuns },
  );
});

it('[C8] equal states have no patch, whatever the order of their keys', () => {
  fc.assert(
    fc.property(state, (a) => {
      const turned = Object.fromEntries(Object.entries(structuredClone(a)).reverse());
      expect(diff(a, a)).toBeUndefined();
      expect(diff(a, structuredClone(a))).toBeUndefined();
      expect(diff(a, turned)).toBeUndefined();
      expect(same(a, turned)).toBe(true);
    }),
    { numRuns },
  );
});

it('[C8] states that differ always have a patch', () => {
  fc.assert(
    fc.property(state, state, (a, b) => {
      expect(diff(a, b) === undefined).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
    }),
    { numRuns },
  );
});

function sorted(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(sorted);
  if (!isObject(v)) return v;
  // Pairs, not an object: the order in which an object lists keys like "10" is not ours to choose.
  const pairs = Object.entries(v).map(([key, inner]) => [key, sorted(inner)] as const);
  return ['object', pairs.sort(([p], [q]) => (p < q ? -1 : 1))];
}

it('[C9] following any patch leaves no null behind', () => {
  fc.assert(
    fc.property(state, patches, (a, patch) => {
      expect(holdsNull(apply(a, patch))).toBe(false);
    }),
    { numRuns },
  );
});

it('[C10] what a patch does not touch keeps its identity, and neither side is altered', () => {
  fc.assert(
    fc.property(state, patches, (a, patch) => {
      const before = structuredClone({ a, patch });
      expectShared(a, patch, apply(a, patch));
      expect({ a, patch }).toEqual(before);
    }),
    { numRuns },
  );
});

it('[C10] what two states share is skipped unread', () => {
  const shared = {
    get trap(): never {
      throw new Error('was read');
    },
  };
  expect(diff({ n: 1, shared }, { n: 2, shared })).toEqual({ n: 2 });
});

it('[C8] a patch holds nothing but what changed', () => {
  const before = { laps: { toGo: 3, total: 16 }, rows: { a: { rank: 1 }, b: { rank: 2, flags: { overdue: true } } } };
  const after = { laps: { toGo: 2, total: 16 }, rows: { a: { rank: 1 }, b: { rank: 2, flags: {} } } };
  expect(diff(before, after)).toEqual({ laps: { toGo: 2 }, rows: { b: { flags: { overdue: null } } } });
});

it.each([
  ['a list is replaced whole', { a: [1, 2] }, { a: [1] }, { a: [1] }],
  ['an object in place of a list', { a: [1] }, { a: { 0: 1 } }, { a: { 0: 1 } }],
  ['a list in place of an object', { a: { b: 1 } }, { a: [] }, { a: [] }],
  ['a key that every object inherits appears', {}, { constructor: 1 }, { constructor: 1 }],
  ['a key that every object inherits goes', { toString: 1 }, {}, { toString: null }],
])('[C8] %s', (_title, a, b, patch) => {
  expect(diff(a, b)).toEqual(patch);
  expect(apply<object>(a, patch)).toEqual(b);
});

it.each([
  ['gained a field', '[{"a":1}]', '[{"a":1,"b":2}]'],
  ['lost a field', '[{"a":1,"b":2}]', '[{"a":1}]'],
  ['has another field', '[{"__proto__":{}}]', '[{"a":1}]'],
  ['became a list', '[{}]', '[[]]'],
  ['became an object', '[[]]', '[{}]'],
  ['became text', '[1]', '["1"]'],
])('[C8] a list of which an item %s is another list', (_title, from, to) => {
  const [a, b] = [{ list: JSON.parse(from) }, { list: JSON.parse(to) }];
  expect(diff(a, b)).toEqual({ list: JSON.parse(to) });
  expect(same(a, b)).toBe(false);
});

it('[C8] a key named __proto__ is data and reaches no prototype', () => {
  const hostile = JSON.parse('{"__proto__":{"polluted":1}}');
  const result = apply<object>({}, hostile);
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  expect(Object.keys(result)).toEqual(['__proto__']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

// The examples of RFC 7396, appendix A, that have objects on both sides.
it.each([
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":1}', '{"a":1}', '{"e":1,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
])('[C8] as in RFC 7396: %s with %s becomes %s', (target, patch, result) => {
  expect(apply(JSON.parse(target), JSON.parse(patch))).toEqual(JSON.parse(result));
});
