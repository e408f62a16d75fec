import { expect, it } from 'vitest';
import {
  type Airing,
  aired,
  airingsMost,
  alertOf,
  type Ledger,
  pruned,
  rememberedUs,
} from '../../../server/engine/aired/ledger.ts';
import { airedStateSchema } from '../../../shared/aired.ts';
import type { Board, Moment } from '../../../shared/board.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import type { Take } from '../../../shared/on-air.ts';
import { finishedMassStart, runningMassStart } from '../../client/fixtures.ts';
import { pair, standings } from '../../client/pair-fixtures.ts';

const t0 = 1_800_000_000_000_000;
const second = 1_000_000;
const result: Take = { graphic: 'result', race: 'r' };

function only(ledger: Ledger): [string, Airing] {
  expect(ledger.size).toBe(1);
  return [...ledger][0] as [string, Airing];
}

/** The alert a moment after this was aired, with the board as it is then. */
function alertAfter(take: Take, before: Board, after: Board, atUs = t0 + second) {
  const [key, airing] = only(aired(new Map(), 'main', take, { board: before }, t0));
  const alert = alertOf(airing, undefined, { board: after }, atUs);
  if (alert !== undefined) airedStateSchema.parse({ alerts: { [key]: alert } });
  return alert;
}

function changed(
  board: Board,
  rows: Record<string, Partial<Board['rows'][string]>>,
  log: Record<string, Moment> = {},
): Board {
  const edited = Object.entries(rows).map(([entry, row]) => [entry, { ...board.rows[entry], ...row }]);
  return { ...board, rows: { ...board.rows, ...Object.fromEntries(edited) }, log: { ...board.log, ...log } };
}

const over = finishedMassStart(24);
const [first, second2] = Object.entries(over.rows)
  .sort(([, a], [, b]) => a.order - b.order)
  .map(([entry]) => entry) as [string, string];

it('[B20] a ruling after a result was aired is told with before, after and cause, who it is about first', () => {
  const ruling: Moment = { at: t0, says: { code: 'ruling', values: { status: 'DQ', code: 'T25' } }, about: [first] };
  const after = changed(
    over,
    { [first]: { rank: 24, status: 'DQ', order: 24 }, [second2]: { rank: 1, order: 1 } },
    { 'of-the-test': ruling },
  );
  const alert = alertAfter(result, over, after);
  expect(alert).toMatchObject({ output: 'main', graphic: 'result', airedUs: t0, cause: ruling.says });
  expect(alert?.about).toEqual([over.rows[first]?.name]);
  expect(alert?.changes[first]).toMatchObject({
    order: 1,
    fields: {
      rank: { before: 1, after: 24 },
      time: { before: expect.any(Number) },
      status: { before: '', after: 'DQ' },
    },
  });
  expect(alert?.changes[second2]).toMatchObject({ order: 2, fields: { rank: { before: 2, after: 1 } } });
  // So it stays when the picture is right.
  const [, airing] = only(
    aired(aired(new Map(), 'main', result, { board: over }, t0), 'main', result, { board: after }, t0),
  );
  expect(alertOf(airing, alert, { board: after }, t0 + second)).toEqual(alert);
});

it('[B20] what a reading that came late changes is told too, and what changes by less than is printed is not', () => {
  const { timeUs = 0 } = over.rows[first] ?? {};
  const printed = Math.trunc(timeUs / 10_000) * 10_000;
  const at = (us: number) => changed(over, { [first]: { timeUs: us } });
  expect(alertAfter(result, at(printed), at(printed + 9_999))).toBeUndefined();
  const alert = alertAfter(result, at(printed), at(printed + 10_000));
  expect(alert?.changes).toEqual({
    [first]: expect.objectContaining({ fields: { time: { before: printed, after: printed + 10_000 } } }),
  });
  expect(alert?.cause).toEqual({ code: 'late', values: {} });
});

it('[B20] gaps, places on the ice and points as they stand change by themselves and are told by nobody', () => {
  const running = runningMassStart(24);
  const later = changed(
    { ...running, laps: { ...running.laps, leader: 10, toGo: 6 } },
    Object.fromEntries(
      Object.entries(running.rows).map(([entry, { position = 0, ...row }]) => {
        const points = { ...row.points, total: 60 };
        return [entry, { position: 25 - position, rank: 25 - position, gapUs: 1, lapsDown: 1, points }];
      }),
    ),
  );
  for (const graphic of ['clock', 'tower', 'group', 'needs', 'result'] as const) {
    for (const airing of aired(new Map(), 'main', { graphic }, { board: running }, t0).values())
      expect(alertOf(airing, undefined, { board: later }, t0)).toBeUndefined();
  }
});

it('[B20] a sprint claims its points once its places are taken', () => {
  const running = runningMassStart(24);
  const [number, sprint] = Object.entries(running.sprints).find(
    ([, { state }]) => state !== 'ahead' && state !== 'open',
  )!;
  const take: Take = { graphic: 'sprint', race: 'r', sprint: number };
  const winner = sprint.order.flat()[0] as string;
  const points = running.rows[winner]?.points ?? { total: 0 };
  const fewer = { ...points, [`s${number}`]: 2 };
  expect(alertAfter(take, running, changed(running, { [winner]: { points: fewer } }))?.changes[winner]?.fields).toEqual(
    {
      [`sprint.${number}`]: { before: 3, after: 2 },
    },
  );
  const ahead = Object.keys(running.sprints).find((n) => running.sprints[n]?.state === 'ahead')!;
  expect(aired(new Map(), 'main', { ...take, sprint: ahead }, { board: running }, t0).size).toBe(0);
});

it('[B20] lanes claim the last split of each, standings times and rulings, a lower third its name', () => {
  const on = pair(1000, 2);
  const [lane, row] = Object.entries(on.rows)[0] as [string, Board['rows'][string]];
  const [point] = Object.keys(row.splits).slice(-1) as [string];
  const splits = { ...row.splits, [point]: { ...row.splits[point]!, timeUs: row.splits[point]!.timeUs + 20_000 } };
  const fields = alertAfter({ graphic: 'pair' }, on, changed(on, { [lane]: { splits } }))?.changes[lane]?.fields;
  expect(Object.keys(fields ?? {})).toEqual([`split.${on.course[point]?.name}`]);
  const named = alertAfter({ graphic: 'athlete', entry: lane }, on, changed(on, { [lane]: { name: 'Somebody Else' } }));
  expect(named?.changes[lane]).toMatchObject({ name: 'Somebody Else', fields: { name: { before: row.name } } });

  const event = standings(1000);
  const [key, standing] = Object.entries(event.standings).find(([, { timeUs }]) => timeUs !== undefined)!;
  const [, airing] = only(aired(new Map(), 'main', { graphic: 'tower' }, { board: on, event }, t0));
  const later = { ...event, standings: { ...event.standings, [key]: { ...standing, status: 'DQ', rank: undefined } } };
  const changes = alertOf(airing, undefined, { board: on, event: later as typeof event }, t0)?.changes;
  expect(Object.keys(changes ?? {})).toEqual([key]);
  expect(changes?.[key]?.fields).toMatchObject({ status: { before: '', after: 'DQ' } });
});

it('[B20] of standings a rank is one among those on the picture: who skates later, or again, corrects nothing', () => {
  const board = pair(1000, 2);
  const event = standings(1000);
  const lines = Object.entries(event.standings);
  const with_ = (all: [string, Partial<Standing>][]) =>
    ({ ...event, standings: Object.fromEntries(all) }) as typeof event;
  const [, airing] = only(aired(new Map(), 'main', { graphic: 'tower' }, { board, event }, t0));
  const told = (all: [string, Partial<Standing>][]) =>
    Object.entries(alertOf(airing, undefined, { board, event: with_(all) }, t0)?.changes ?? {}).map(
      ([key, { fields }]) => [key, fields.rank],
    );
  const behind = lines.map(([key, line]): [string, Partial<Standing>] => [
    key,
    { ...line, rank: (line.rank ?? 0) + 1 },
  ]);
  expect(told([['later:e', { ...lines[0]![1], rank: 1, timeUs: 66_000_000 }], ...behind])).toEqual([]);

  // The third is the first by a second run.
  const again = (parts: Standing['parts']) =>
    lines.map(([key, line], i): [string, Partial<Standing>] => {
      if (i === 2) return [key, { ...line, rank: 1, timeUs: 66_000_000, ...(parts && { parts }) }];
      return [key, i < 2 ? { ...line, rank: i + 2 } : line];
    });
  const run = { order: 1, timeUs: 67_670_000 };
  expect(told(again({ 1: run, 2: { order: 2, timeUs: 66_000_000, counts: true } }))).toEqual([]);
  const [first, second, third] = lines.map(([key]) => key);
  expect(told(again(undefined))).toEqual([
    [first, { before: 1, after: 2 }],
    [second, { before: 2, after: 3 }],
    [third, { before: 3, after: 1 }],
  ]);
});

it('[B21] a correction stays told once the picture is right, follows what comes, and goes when all is as it was aired', () => {
  const better = changed(over, { [first]: { rank: 2 } });
  let ledger = aired(new Map(), 'main', result, { board: over }, t0);
  const [key] = only(ledger);
  const told = (board: Board, before: ReturnType<typeof alertOf>, atUs: number) =>
    alertOf(ledger.get(key)!, before, { board }, atUs);
  const found = told(better, undefined, t0 + second);
  ledger = aired(ledger, 'main', result, { board: better }, t0 + 2 * second);
  const still = told(better, found, t0 + 3 * second);
  expect(still).toEqual(found);
  const worse = changed(over, { [first]: { rank: 3 } });
  expect(told(worse, still, t0 + 4 * second)?.changes[first]?.fields).toEqual({ rank: { before: 1, after: 3 } });
  // Viewers have seen both by now.
  expect(told(over, still, t0 + 4 * second)?.changes[first]?.fields).toEqual({ rank: { before: 2, after: 1 } });
  expect(told(better, { ...still!, captioned: true }, t0 + 5 * second)).toMatchObject({ captioned: true });
});

it('[B21] what was aired is remembered for ten minutes, and of so many graphics', () => {
  const ledger = aired(new Map(), 'main', result, { board: over }, t0);
  expect(pruned(ledger, {}, t0 + rememberedUs)).toBe(ledger);
  expect(pruned(ledger, {}, t0 + rememberedUs + 1).size).toBe(0);
  const [key, airing] = only(ledger);
  const better = changed(over, { [first]: { rank: 2 } });
  const found = alertOf(airing, undefined, { board: better }, t0 + rememberedUs);
  // What is told late is told for ten minutes too.
  const last = t0 + 2 * rememberedUs;
  expect(pruned(ledger, { [key]: found }, last)).toBe(ledger);
  expect(alertOf(airing, found, { board: better }, last)).toEqual(found);
  expect(alertOf(airing, found, { board: better }, last + 1)).toBeUndefined();
  expect(alertOf(airing, undefined, { board: better }, t0 + rememberedUs + 1)).toBeUndefined();
  let many: Ledger = new Map();
  for (let n = 0; n <= airingsMost; n += 1) many = aired(many, `o${n}`, result, { board: over }, t0);
  expect(many.size).toBe(airingsMost);
  expect([...many.values()][0]?.output).toBe('o1');
});

it('[B21] latched, a graphic goes on showing what it did; another attempt makes no figure wrong', () => {
  const ledger = aired(new Map(), 'main', result, { board: over }, t0);
  const better = changed(over, { [first]: { rank: 2 } });
  const latched: Take = { ...result, latched: { version: 1, data: {} } };
  const later = t0 + rememberedUs;
  const [, airing] = only(aired(ledger, 'main', latched, { board: better }, later));
  expect(alertOf(airing, undefined, { board: better }, later + rememberedUs)?.airedUs).toBe(later);
  const again = { ...better, race: { ...better.race, attempt: 2 } };
  expect(alertOf(airing, undefined, { board: again }, later)).toBeUndefined();
});
