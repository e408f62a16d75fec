import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { schemaFaults } from '../../server/http/schema-faults.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { passing } from './stand.ts';

function faults(schema: z.ZodType, value: unknown) {
  const result = schema.safeParse(value);
  return result.success ? [] : schemaFaults(value, result.error.issues);
}

const ofFact = (value: unknown) => faults(factDraftSchema, value);

describe('sentences about a wrong fact', () => {
  test.each([
    [passing('p1', { at: undefined }), 'at', 'at is missing: a number is needed'],
    [passing('p1', { at: 1.5 }), 'at', 'at must be a whole number, not 1.5'],
    [passing('p1', { at: null }), 'at', 'at is null: leave out a field that has no value'],
    [passing('p1', { raw: 'x'.repeat(2001) }), 'raw', 'raw is over the limit of 2000 characters'],
    [passing('p1', { speed: 101 }), 'speed', 'speed is over the limit of 100'],
    [passing('p1', { speed: -1 }), 'speed', 'speed is under the least of 0'],
    [passing('p1', { speed: '13.2' }), 'speed', 'speed must be a number, not "13.2"'],
    [passing('-p'), 'id', 'id must be 1 to 64 of A-Z a-z 0-9 . _ : - and start with a letter or digit'],
    [{ id: 'f', kind: 'finish', race: 'r', order: [['a'], ['a']] }, 'order', 'order names an entry twice'],
    [{ id: 'f', kind: 'finish', race: 'r', order: [['a', 7]] }, 'order.0.1', 'order.0.1 must be text, not 7'],
    [{ id: 'f', kind: 'finish', race: 'r', order: 'a' }, 'order', 'order must be a list, not "a"'],
    [{ id: 'o', kind: 'official', race: 'r', signer: '' }, 'signer', 'signer must not be empty'],
    [
      { id: 'r', kind: 'ruling', race: 'r', entry: 'e', status: 'DNS', held: 1 },
      'held',
      'held must be true or false, not 1',
    ],
    [{ id: 'x', kind: 'bell', race: 'r', lap: 4, laps: 5 }, 'laps', 'laps is not a field of kind "bell"'],
  ])('[A3] %j: %s', (value, field, says) => {
    expect(ofFact(value)).toEqual([{ field, says }]);
  });

  test('[A3] a fact without a kind is told the kinds', () => {
    expect(ofFact({ id: 'x' })[0]?.says).toMatch(/^kind is missing: one of start, passing, .* is needed$/);
  });

  test('[A3] every wrong field is named, each once', () => {
    const fields = ofFact(passing('p1', { at: 'now', how: 'ear', lap: 3, bib: 7 })).map(({ field }) => field);
    expect(fields).toEqual(['at', 'how', 'lap', 'bib']);
  });

  test('[A3] a long value is quoted in part', () => {
    const [fault] = ofFact(passing('p1', { speed: 'x'.repeat(500) }));
    expect(fault?.says.length).toBeLessThan(90);
    expect(fault?.says).toMatch(/…$/);
  });

  test('[A3] at most twenty sentences are said about one value', () => {
    const junk = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`field${n}`, n]));
    expect(ofFact(passing('p1', junk))).toHaveLength(20);
  });

  test('[A3] names of objects own properties are looked up safely', () => {
    expect(ofFact({ kind: 'toString', id: 'x' })[0]?.field).toBe('kind');
    expect(ofFact(JSON.parse('{"kind":"arm","id":"x","race":"r","__proto__":{"a":1}}'))).toEqual([
      { field: '__proto__', says: '__proto__ is not a field of kind "arm"' },
    ]);
  });

  test('[A3] a list that is too long or short says how many it may have', () => {
    const schema = z.strictObject({ list: z.array(z.int()).min(1).max(2) });
    expect(faults(schema, { list: [1, 2, 3] })).toEqual([{ field: 'list', says: 'list is over the limit of 2 items' }]);
    expect(faults(schema, { list: [] })).toEqual([{ field: 'list', says: 'list is under the least of 1 items' }]);
  });
});
