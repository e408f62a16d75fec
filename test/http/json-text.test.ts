import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../server/http/json-text.ts';

describe('JSON text', () => {
  test('[A4] what JSON.parse takes comes out the same', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['', 1, 1, 'it ends too early'],
    ['{"a":1,}', 1, 8, 'near "}"'],
    ['{"id":', 1, 7, 'it ends too early'],
    ['{"a":1', 1, 7, 'it ends too early'],
    ['[1,2\n,3 x]', 2, 4, 'near "x]"'],
    ['{"a":"\n"}', 1, 7, 'near "\\"}"'],
    ["{'a':1}", 1, 2, 'near "\'a\':1}"'],
    ['hello', 1, 1, 'near "hello"'],
    ['{"a": nope}', 1, 7, 'near "nope}"'],
    ['[1,\n2,\n  NaN]', 3, 3, 'near "NaN]"'],
    ['{"a":1} {"b":2}', 1, 9, 'near "{\\"b\\":2}"'],
  ])('[A4] %j stops at line %i, column %i', (text, line, column, near) => {
    expect(parseJson(text)).toEqual({
      mistake: { line, column, says: `is not JSON at line ${line}, column ${column}: ${near}` },
    });
  });

  test('[A4] text cut or changed anywhere is either JSON or names a place inside it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(200), fc.constantFrom('', '}', ',', "'", '\u0000', 'x'), (json, at, put) => {
        const text = json.slice(0, at) + put + json.slice(at + 1);
        const result = parseJson(text);
        if ('value' in result) return;
        const lines = text.split('\n');
        expect(result.mistake.line).toBeLessThanOrEqual(lines.length);
        expect(result.mistake.column).toBeLessThanOrEqual((lines[result.mistake.line - 1]?.length ?? 0) + 1);
      }),
      { numRuns: 300 },
    );
  });
});
