import { expect, it } from 'vitest';
import { aheadAt, clockOf, lanesOf, lastPoint, pointsMost, pointsShown } from '../../../client/kit/lanes.ts';
import { pair, quartet } from '../pair-fixtures.ts';

it('[V11] the inner lane stands left, whoever leads, with the armband of the start list or of the lane', () => {
  const { rows } = pair(1000, 2);
  const { color: _, ...plain } = rows.right!;
  const lanes = lanesOf({ a: { ...plain, order: 1 }, b: { ...rows.left!, order: 2, color: 'yellow' } });
  expect(lanes.map(({ entry, armband }) => [entry, armband])).toEqual([
    ['b', 'yellow'],
    ['a', 'red'],
  ]);
});

it('[V11] lanes are counted as numbers', () => {
  const row = pair(1000, 0).rows.left!;
  const lanes = lanesOf({ a: { ...row, lane: '10' }, b: { ...row, lane: '2' } });
  expect(lanes.map(({ entry }) => entry)).toEqual(['b', 'a']);
});

it('[V11] a short course is shown whole', () => {
  const { course, rows } = pair(1500, 1);
  expect(pointsShown(course, lanesOf(rows)).map(([id]) => id)).toEqual(['300', '700', '1100', '1500']);
});

it.each([
  [0, '400', '4000'],
  [9, '400', '4000'],
  [10, '800', '4400'],
  [18, '4000', '7600'],
  [25, '6400', '10000'],
])('[V11] of a long one after %i points those from %s to %s', (passed, first, last) => {
  const { course, rows } = pair(10000, passed);
  const shown = pointsShown(course, lanesOf(rows)).map(([id]) => id);
  expect([shown[0], shown.at(-1), shown.length]).toEqual([first, last, pointsMost]);
});

it('[V11] who was first at a point is known only where both have passed it', () => {
  const { rows } = pair(1000, 1);
  const lanes = lanesOf(rows);
  expect(aheadAt('200', lanes)).toBe('left');
  expect(aheadAt('600', lanes)).toBeUndefined();
  expect(aheadAt('200', lanes.slice(0, 1))).toBeUndefined();
});

it('[V11] equal at a point is nobody ahead', () => {
  const { rows } = pair(1000, 1);
  const lanes = lanesOf({ left: rows.left!, right: { ...rows.right!, splits: rows.left!.splits } });
  expect(aheadAt('200', lanes)).toBeUndefined();
});

it('[V11] the last point passed is the farthest one', () => {
  const { rows, course } = pair(1000, 2);
  expect(lastPoint(rows.left!, course)?.[0]).toBe('600');
  expect(lastPoint(pair(1000, 0).rows.left!, course)).toBeUndefined();
});

it('[V11][L8] in a quartet the first pair stands left, and each runs by the clock of its own gun', () => {
  const { rows, clock } = quartet(5000, 3);
  const lanes = lanesOf(rows);
  expect(lanes.map(({ entry }) => entry)).toEqual(['left', 'right', 'third', 'fourth']);
  const [first, second] = [clock['1'], clock['2']];
  expect(lanes.map(({ row }) => clockOf(row, clock))).toEqual([first, first, second, second]);
  expect(clockOf(pair(500, 1).rows.left!, { 1: first! })).toBe(first);
});
