import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsFor, inColumns } from '../../../client/arena/columns.ts';
import { styleOf } from '../../../client/arena/gliding-line.ts';
import { type Line, placeLines, type Space } from '../../../client/arena/row-layout.ts';

const space: Space = { height: 96, band: 3, rowMost: 8, head: 3, headScale: 1.6 };
const linesOf = (kinds: readonly Line['kind'][]): Line[] => kinds.map((kind, n) => ({ key: `${kind}${n}`, kind }));

it('[V8] lines fill their space from the top, without a hole and without an overlap, whatever their number', () => {
  const kinds = fc.array(fc.constantFrom<Line['kind']>('row', 'row', 'row', 'band'), { minLength: 1, maxLength: 38 });
  fc.assert(
    fc.property(kinds, (all) => {
      const bands = all.filter((kind) => kind === 'band').length;
      fc.pre(bands * space.band < space.height);
      const placed = placeLines(linesOf(all), space);
      let bottom = 0;
      for (const { key } of linesOf(all)) {
        const { top, height } = placed.get(key)!;
        expect(Math.abs(top - bottom)).toBeLessThan(0.02 * all.length);
        bottom = top + height;
      }
      expect(bottom).toBeLessThanOrEqual(space.height + 0.02 * all.length);
    }),
    { numRuns: 300 },
  );
});

it('[V8] the first three rows are larger, and a short list is not blown up', () => {
  const placed = [...placeLines(linesOf(['row', 'row', 'row', 'row', 'row']), space).values()];
  expect(placed.map(({ height }) => height)).toEqual([12.8, 12.8, 12.8, 8, 8]);
  expect(placed.map(({ font }) => font)).toEqual([4.5, 4.5, 4.5, 3.6, 3.6]);
});

it('[V8] with 30 skaters and four groups a row still is 27 px high at 1080p', () => {
  const lines = linesOf([...Array.from({ length: 30 }, () => 'row' as const), 'band', 'band', 'band', 'band']);
  const heights = [...placeLines(lines, space).values()].map(({ height }) => height);
  expect(Math.min(...heights.filter((height) => height !== space.band)) * 10).toBeGreaterThanOrEqual(26);
});

it('[V7] a line stands by its transform alone', () => {
  expect(styleOf({ top: 12.34, height: 3.4, font: 2.6 })).toBe('transform:translateY(12.34rem);--h:3.4rem;--f:2.6rem');
  expect(styleOf(undefined)).toBe('display:none');
});

it.each([
  [1, 1],
  [14, 1],
  [15, 2],
  [30, 2],
])('[V8] a sheet of %i rows has %i column(s), and all of them fit', (rows, columns) => {
  expect(columnsFor(rows)).toBe(columns);
  const [, height, perColumn] = /--h:([\d.]+)rem;grid-template:repeat\((\d+),/.exec(inColumns(rows))!;
  expect(Number(perColumn) * columns).toBeGreaterThanOrEqual(rows);
  expect(Number(height) * Number(perColumn)).toBeLessThanOrEqual(100.1);
});

it('[V8] a sheet without rows is no division by zero', () => {
  expect(inColumns(0)).not.toMatch(/NaN|Infinity/);
});
