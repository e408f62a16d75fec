import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { resultCsv } from '../../server/startlist/export-result.ts';
import { finishedMassStart } from '../client/fixtures.ts';
import { pair } from '../client/pair-fixtures.ts';
import { stand } from './stand.ts';

type Line = Record<string, string>;
const read = (text: string) => parse(text, { bom: true, columns: true }) as Line[];

it('[A29] a mass start has the columns of its sheet, in order of rank', () => {
  const board = finishedMassStart(12);
  const lines = read(resultCsv(board));
  expect(lines).toHaveLength(12);
  expect(lines.flatMap(({ rank }) => (rank === '' ? [] : [Number(rank)]))).toEqual(
    Array.from({ length: 11 }, (_, i) => i + 1),
  );
  expect(lines.at(-1)).toMatchObject({ rank: '', status: expect.stringMatching(/^D/) });
  expect(Object.keys(lines[0] ?? {}).slice(0, 10)).toEqual(
    ['rank', 'bib', 'helmet', 'name', 'nation', 'laps', 'S1', 'S2', 'S3', 'finish points'].filter((title) =>
      Object.keys(lines[0] ?? {}).includes(title),
    ),
  );
  expect(lines[0]).toMatchObject({
    laps: '16',
    points: expect.stringMatching(/^\d+$/),
    time: expect.stringMatching(/^7:\d\d\.\d\d/),
  });
});

it('[A29] a pair has time, behind and every split, without the columns that say nothing', () => {
  const [first, second] = read(resultCsv(pair(1000, 3)));
  expect([first?.behind, second?.behind].sort()).toEqual(['', expect.stringMatching(/^\+\d/)]);
  expect(Object.keys(first ?? {})).toEqual(
    expect.arrayContaining(['lane', 'time', 'split 200', 'split 600', 'split 1000']),
  );
  expect(first).not.toHaveProperty('points');
});

it('[A29] a name is no formula', () => {
  const board = pair(500, 1);
  const [entry = ''] = Object.keys(board.rows);
  const evil = { ...board, rows: { ...board.rows, [entry]: { ...board.rows[entry]!, name: '=HYPERLINK("x")' } } };
  expect(read(resultCsv(evil)).map(({ name }) => name)).toContain(`'=HYPERLINK("x")`);
});

it('[A29] it is served as a file, with a tag, and 404 for no race', async () => {
  await using server = await stand();
  server.topics.put('race/final', pair(1000, 3));
  const answer = await server.get('/api/v1/races/final/result.csv');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="final.csv"');
  expect(read(answer.text)).toHaveLength(2);
  expect(
    (await server.get('/api/v1/races/final/result.csv', { 'if-none-match': answer.headers.get('etag') })).status,
  ).toBe(304);
  expect((await server.get('/api/v1/races/nowhere/result.csv')).status).toBe(404);
});
