import { expect, it } from 'vitest';
import { gapText, marksOf, pointsText, resultText, rowClasses } from '../../../client/kit/row-texts.ts';
import type { Row } from '../../../shared/board.ts';

const row = (changes: Partial<Row>): Row => ({
  order: 2,
  name: 'A',
  laps: 3,
  flags: {},
  marks: {},
  splits: {},
  ...changes,
});

it.each([
  ['the leader has no gap', { position: 1, gapUs: 0 }, ''],
  ['others are behind in hundredths, cut off', { position: 2, gapUs: 1_239_999 }, '+1.23'],
  ['over a minute', { position: 2, gapUs: 67_210_000 }, '+1:07.21'],
  ['a lapped skater shows laps and seconds', { position: 9, lapsDown: 1, gapUs: 38_550_000 }, '1 lap +38.55'],
  ['two laps down', { position: 9, lapsDown: 2, gapUs: 70_000_000 }, '2 laps +1:10.00'],
  ['laps alone where the seconds are not known', { position: 9, lapsDown: 1 }, '1 lap'],
  ['an estimate has a tilde', { position: 3, gapUs: 500_000, flags: { estimated: true } }, '~+0.50'],
  ['a ruling takes its place', { position: 3, gapUs: 500_000, status: 'DNF' }, 'DNF'],
  ['nothing known says nothing', { position: 3 }, ''],
] as const)('[V14] gap: %s', (_, changes, text) => {
  expect(gapText(row(changes as Partial<Row>))).toBe(text);
});

it.each([
  ['nothing before the finish', { timeUs: 100_000_000 }, ''],
  ['hundredths, cut off', { timeUs: 461_179_999, flags: { finished: true } }, '7:41.17'],
  ['the thousandth in brackets', { timeUs: 34_374_900, flags: { finished: true, thousandth: true } }, '34.37(4)'],
  ['an estimate has a tilde', { timeUs: 34_374_000, flags: { finished: true, estimated: true } }, '~34.37'],
  ['a time that does not count is not shown', { timeUs: 34_374_000, flags: { finished: true, timeInvalid: true } }, ''],
  ['a ruling with its code', { status: 'DQ', code: 'T25', timeUs: 1, flags: { finished: true } }, 'DQ T25'],
] as const)('[V14] result: %s', (_, changes, text) => {
  expect(resultText(row(changes as Partial<Row>))).toBe(text);
});

it('[V14] no points say nothing, and not zero', () => {
  expect([pointsText(undefined), pointsText(0), pointsText(3)]).toEqual(['', '', '3']);
});

it('[V14] marks stand in the order of a sheet', () => {
  expect(marksOf(row({ marks: { YC: true, PB: true, TR: true } }))).toEqual(['TR', 'PB', 'YC']);
});

it.each([
  [{ flags: { overdue: true as const } }, 'line overdue'],
  [{ flags: { gone: true as const } }, 'line out'],
  [{ flags: {}, status: 'DNF' as const }, 'line out'],
  [{ flags: {}, lapsDown: 1 }, 'line lapped'],
  [{ flags: { estimated: true as const, lapped: true as const } }, 'line lapped estimated'],
  [{ flags: {} }, 'line'],
])('[V14] how sure a row is shows: %j', (changes, classes) => {
  expect(rowClasses(row(changes))).toBe(classes);
});
