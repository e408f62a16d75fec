import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { factDraftSchema, isReading } from '../../shared/facts.ts';
import { finishOrderSchema, idSchema, transponderSchema } from '../../shared/words.ts';
import { allForms, forms } from './fact-forms.ts';
import { refusals } from './issues.ts';

const no = (value: unknown) => refusals(factDraftSchema, value);
const schemaOf = new Map(
  factDraftSchema.options.map((option) => [(option.shape.kind as z.ZodLiteral<string>).value, option] as const),
);
const fullest = allForms.filter(([, form]) => form === 'fullest');
const everyField = fullest.flatMap(([kind, , fact]) =>
  Object.keys(fact).flatMap((field) => (field === 'kind' ? [] : [[kind, field, fact] as const])),
);
const everyNeeded = allForms
  .filter(([, form]) => form === 'smallest')
  .flatMap(([kind, , fact]) =>
    Object.keys(fact).flatMap((field) => (field === 'kind' ? [] : [[kind, field, fact] as const])),
  );

describe('forms', () => {
  it.each(allForms)('[C2] %s is accepted in its %s form, as it was sent', (_kind, _form, fact) => {
    expect(factDraftSchema.parse(fact)).toEqual(fact);
  });

  it('[C2] the forms here are all kinds with every field they may carry', () => {
    expect(Object.keys(forms).sort()).toEqual([...schemaOf.keys()].sort());
    for (const [kind, , fact] of fullest) {
      expect(Object.keys(fact).sort()).toEqual(Object.keys(schemaOf.get(kind)!.shape).sort());
    }
  });
});

describe('refusals', () => {
  it.each(allForms)('[C1] an unknown field of %s (%s) is refused by name', (_kind, _form, fact) => {
    expect(no({ ...fact, bogus: 1 })).toEqual(['bogus']);
  });

  it.each(everyField)('[C1] %s with a wrong %s is refused by the name of the field', (_kind, field, fact) => {
    for (const wrong of [null, { wrong: true }]) expect(no({ ...fact, [field]: wrong })).toEqual([field]);
  });

  it.each(everyNeeded)('[C1] %s without %s is refused by the name of the field', (_kind, field, fact) => {
    const { [field as keyof typeof fact]: _left, ...rest } = fact;
    expect(no(rest)).toEqual([field]);
  });

  it.each([
    ['an unknown kind', { id: 'a', kind: 'teleport' }],
    ['no kind', { id: 'a' }],
  ])('[C1] %s is refused at kind', (_title, fact) => {
    expect(no(fact)).toEqual(['kind']);
  });

  it.each([['a string'], [17], [null], [[]]])('[C1] %j is no fact', (value) => {
    expect(no(value)).toEqual(['']);
  });
});

describe('words', () => {
  const passing = { kind: 'passing', ...forms.passing.smallest };

  it.each(['a', '9', 'MS-final.2_b:1', 'x'.repeat(64)])('[C3] %s is an id', (id) => {
    expect(idSchema.safeParse(id).success).toBe(true);
  });
  it.each(['', '-a', '.a', 'a b', 'é', 'a/b', 'x'.repeat(65)])('[C3] "%s" is no id', (id) => {
    expect(no({ ...passing, id })).toEqual(['id']);
  });

  it.each(['1', 'FS-12345', 'x'.repeat(32)])('[C3] %s is a transponder', (text) => {
    expect(transponderSchema.safeParse(text).success).toBe(true);
  });
  it.each(['', '-1', '1 2', 'x'.repeat(33)])('[C3] "%s" is no transponder', (transponder) => {
    expect(no({ ...passing, transponder })).toEqual(['transponder']);
  });

  it.each([0, 1_763_000_000_000_000, Number.MAX_SAFE_INTEGER])('[C4] %d is an instant', (at) => {
    expect(no({ ...passing, at })).toEqual([]);
  });
  it.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Number.POSITIVE_INFINITY, '0'])(
    '[C4] %s is no instant',
    (at) => {
      expect(new Set(no({ ...passing, at }))).toEqual(new Set(['at']));
    },
  );
  it('[C4] only an offset may be negative', () => {
    expect(no({ kind: 'sync', ...forms.sync.smallest, offsetUs: -1 })).toEqual([]);
    expect(no({ ...passing, elapsedUs: -1 })).toEqual(['elapsedUs']);
  });
  it('[C4] speed alone may be a fraction, up to 100 m/s', () => {
    expect(no({ ...passing, speed: 100 })).toEqual([]);
    expect(no({ ...passing, speed: 100.1 })).toEqual(['speed']);
    expect(no({ ...passing, strength: 0.5 })).toEqual(['strength']);
  });

  it('[C5] an inner list of an order is a dead heat', () => {
    expect(finishOrderSchema.parse([['a', 'b'], ['c']])).toEqual([['a', 'b'], ['c']]);
  });
  it.each([
    ['nobody', []],
    ['an empty place', [['a'], []]],
    ['somebody twice', [['a'], ['b', 'a']]],
    ['a flat list', ['a', 'b']],
    ['more than 100 places', Array.from({ length: 101 }, (_, i) => [`e${i}`])],
  ])('[C5] an order with %s is refused', (_title, order) => {
    const named = no({ kind: 'finish', ...forms.finish.smallest, order });
    expect(named).not.toEqual([]);
    expect(named.every((path) => path.startsWith('order'))).toBe(true);
  });
  it('[C5] an order of 100 places is taken', () => {
    expect(
      no({ kind: 'finish', ...forms.finish.smallest, order: Array.from({ length: 100 }, (_, i) => [`e${i}`]) }),
    ).toEqual([]);
  });

  it.each([
    ['raw', 2000, passing],
    ['note', 1000, { kind: 'ruling', ...forms.ruling.smallest }],
    ['signer', 200, { kind: 'official', ...forms.official.smallest }],
  ])('[C1] %s may be %i characters long and no longer', (field, most, fact) => {
    expect(no({ ...fact, [field]: 'x'.repeat(most) })).toEqual([]);
    expect(no({ ...fact, [field]: 'x'.repeat(most + 1) })).toEqual([field]);
  });
  it('[C1] three watches are the most', () => {
    const handtime = { kind: 'handtime', ...forms.handtime.smallest };
    expect(no({ ...handtime, watches: [1, 2, 3] })).toEqual([]);
    expect(no({ ...handtime, watches: [1, 2, 3, 4] })).toEqual(['watches']);
    expect(no({ ...handtime, watches: [] })).toEqual(['watches']);
  });
});

it('[C2] a start and a passing happened, everything else was decided', () => {
  const readings = allForms.filter(([, , fact]) => isReading(fact)).map(([kind]) => kind);
  expect([...new Set(readings)]).toEqual(['start', 'passing']);
});
