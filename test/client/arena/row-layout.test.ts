import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsFor, inColumns, pagesFor, rowsOfPage } from '../../../client/arena/columns.ts';
import { standsAtOnce, styleOf } from '../../../client/arena/gliding-line.ts';
import { type Line, placeGrid, placeLines, type Space, scale } from '../../../client/arena/row-layout.ts';

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
  expect(placed.map(({ step }) => step)).toEqual([7, 7, 7, 5, 5]);
});

it('[V8] with 30 skaters and four groups a row still is 27 px high at 1080p', () => {
  const lines = linesOf([...Array.from({ length: 30 }, () => 'row' as const), 'band', 'band', 'band', 'band']);
  const heights = [...placeLines(lines, space).values()].map(({ height }) => height);
  expect(Math.min(...heights.filter((height) => height !== space.band)) * 10).toBeGreaterThanOrEqual(26);
});

it('[V7] a line stands by its transform alone, and who is ahead passes above who is behind', () => {
  const style = styleOf({ top: 12.34, height: 3.4, step: 3 });
  expect(style).toBe('transform:translate(0px,12.34rem);z-index:1877;--h:3.4rem;--f:var(--type-3);--s:var(--type-2)');
  expect(styleOf({ column: 2, top: 5.7, height: 5.7, step: 3 })).toContain(
    'translate(calc(2 * (100% + var(--column-gap))),5.7rem)',
  );
  const layer = (top: number) => Number(/z-index:(\d+)/.exec(styleOf({ top, height: 1, step: 1 }))![1]);
  expect([0, 3.4, 102, 186].map(layer)).toEqual([0, 3.4, 102, 186].map(layer).sort((a, b) => b - a));
  expect(layer(186)).toBeGreaterThan(0);
  expect(styleOf(undefined)).toBe('display:none');
});

it('[V17] a grid is filled column by column, and who does not fit has no place', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const placed = placeGrid(keys, { columns: 2, perColumn: 2, rowHeight: 5.7, step: 3 });
  expect([...placed].map(([key, { column, top }]) => [key, column, top])).toEqual([
    ['a', 0, 0],
    ['b', 0, 5.7],
    ['c', 1, 0],
    ['d', 1, 5.7],
  ]);
});

const heights = { wide: 100, tall: 124, banner: 17.2 };

it.each([
  [1, 'wide', 1],
  [14, 'wide', 1],
  [15, 'wide', 2],
  [30, 'wide', 2],
  [32, 'tall', 1],
  [33, 'tall', 2],
  [3, 'banner', 1],
  [4, 'banner', 2],
  [9, 'banner', 3],
] as const)(
  '[V8] [V16] a sheet of %i rows on a %s screen has %i column(s), and all of them fit',
  (rows, shape, columns) => {
    expect(columnsFor(rows, shape)).toBe(columns);
    const [, height, perColumn] = /--h:([\d.]+)rem;grid-template:repeat\((\d+),/.exec(inColumns(rows, shape))!;
    expect(Number(perColumn) * columns).toBeGreaterThanOrEqual(rows);
    expect(Number(height) * Number(perColumn)).toBeLessThanOrEqual(heights[shape] + 0.1);
  },
);

it.each([
  ['wide', 44],
  ['tall', 64],
  ['banner', 9],
] as const)(
  '[V17] on a %s screen %i rows are one page, one more makes two, and everybody is on one of them',
  (shape, most) => {
    expect(pagesFor(most, shape)).toBe(1);
    expect(pagesFor(most + 1, shape)).toBe(2);
    expect(pagesFor(0, shape)).toBe(1);
    const rows = Array.from({ length: most + 1 }, (_, i) => i);
    expect([0, 1].flatMap((page) => rowsOfPage(rows, page, shape))).toEqual(rows);
  },
);

it('[V8] a sheet without rows is no division by zero', () => {
  expect(inColumns(0, 'wide')).not.toMatch(/NaN|Infinity/);
});

it.each([
  ['nothing moves', [0, 1, 2, 3], false],
  ['two change places', [1, 0, 2, 3], false],
  ['most move', [1, 2, 0, 3], true],
  ['all move', [3, 2, 1, 0], true],
])('[V7] rows glide unless most of them move at once: %s', (_, order, atOnce) => {
  const places = (keys: readonly number[]) =>
    placeLines(
      keys.map((key) => ({ key: String(key), kind: 'row' })),
      { ...space, head: 0 },
    );
  expect(standsAtOnce(places([0, 1, 2, 3]), places(order))).toBe(atOnce);
  expect(standsAtOnce(new Map(), places(order))).toBe(false);
});

it('[V8] letters of a row are of a size that its style sheet has, and never larger than the row', () => {
  const sheet = readFileSync(new URL('../../../client/kit/tokens.css', import.meta.url), 'utf8');
  const sizes = [...sheet.matchAll(/--type-(\d+): ([\d.]+)rem/g)].map(([, n, rem]) => [Number(n), Number(rem)]);
  expect(sizes.slice(0, scale.length)).toEqual(scale.map((rem, i) => [i + 1, rem]));
  for (let rows = 1; rows <= 40; rows += 1) {
    const placed = placeLines(linesOf(Array.from({ length: rows }, () => 'row' as const)), space).values();
    for (const { height, step } of placed) expect(scale[step - 1], `${rows} rows`).toBeLessThan(height);
  }
});
