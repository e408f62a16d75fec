import { describe, expect, it } from 'vitest';
import { alertsBetween } from '../../client/commentator/alerts.ts';
import { chartOf, focusOf } from '../../client/commentator/chart-lines.ts';
import { keyTable, pressed } from '../../client/commentator/keys.ts';
import { heatOf, lapScale } from '../../client/commentator/lap-scale.ts';
import { defaults, readPrefs, toggled } from '../../client/commentator/prefs.ts';
import { nearLine } from '../../client/commentator/selection-panel.ts';
import { pointsOf, toTarget } from '../../client/commentator/target-pace.ts';
import { nextView, viewOf } from '../../client/commentator/views.ts';
import { earlierRaces, factsOf } from '../../client/kit/athlete-facts.ts';
import { outlookLines } from '../../client/kit/outlook.ts';
import { spread } from '../../client/kit/spread.ts';
import { gapsByLap, groupGaps, lapPoints, placesByLap, trendOf } from '../../client/kit/trends.ts';
import { entriesOfBib, entryOfBib, inOrder } from '../../client/kit/who.ts';
import type { Board, Row } from '../../shared/board.ts';
import { meetSchema } from '../../shared/meet.ts';
import { runningMassStart, us } from './fixtures.ts';
import { heat } from './heat-fixtures.ts';
import { pair } from './pair-fixtures.ts';

const { rows: someRows } = runningMassStart(3);
const [someRow] = Object.values(someRows) as [Row];

/** Rows of a course of some laps, by their times in seconds at the line. */
function race(times: Record<string, readonly number[]>): Pick<Board, 'rows' | 'course'> {
  const laps = Math.max(...Object.values(times).map((all) => all.length));
  const course = Object.fromEntries(
    Array.from({ length: laps }, (_, i) => [
      `p${i + 1}`,
      { order: i + 1, name: `${i + 1}`, metres: (i + 1) * 400, lap: i + 1, loop: 'finish' },
    ]),
  );
  const rows = Object.entries(times).map(([entry, all], index) => {
    const splits = all.map((time, i) => [`p${i + 1}`, { timeUs: us(time), lapUs: us(time - (all[i - 1] ?? 0)) }]);
    return [entry, { ...someRow, order: index + 1, bib: entry, splits: Object.fromEntries(splits) }];
  });
  return { course, rows: Object.fromEntries(rows) };
}

describe('trends', () => {
  it('[V31] a gap at a lap is to whoever was first there, known from the splits', () => {
    const board = race({ '1': [30, 60], '2': [29, 61], '3': [32] });
    const gaps = gapsByLap(board, lapPoints(board));
    expect(gaps.get('1')).toEqual([us(1), 0]);
    expect(gaps.get('2')).toEqual([0, us(1)]);
    expect(gaps.get('3')).toEqual([us(3), undefined]);
  });

  it.each([
    { gaps: [0, 1, 2], way: 'grows', perLapS: 1 },
    { gaps: [9, 4, 3], way: 'shrinks', perLapS: -3 },
    { gaps: [2, 2.02, 2.04], way: 'steady', perLapS: 0.02 },
    { gaps: [5, 1], way: 'shrinks', perLapS: -4 },
    { gaps: [0, 8, 1, 2, undefined], way: 'shrinks', perLapS: -3 },
  ])('[V31] the gaps $gaps say: $way by $perLapS s a lap', ({ gaps, way, perLapS }) => {
    const trend = trendOf(gaps.map((gap) => (gap === undefined ? undefined : us(gap))));
    expect(trend).toEqual({ way, perLapUs: us(perLapS) });
  });

  it('[V31] one lap is no trend', () => {
    expect(trendOf([us(1)])).toBeUndefined();
    expect(trendOf([undefined])).toBeUndefined();
  });

  it('[V31] a group is where the middle one of it is', () => {
    const gaps = new Map([
      ['a', [1, 2]],
      ['b', [3, 9]],
      ['c', [5, undefined]],
    ]);
    expect(groupGaps(['a', 'b', 'c'], gaps, 3)).toEqual([3, 2, undefined]);
  });

  it('[V31] places count those who have passed, and equal times share one', () => {
    const board = race({ '1': [30, 60], '2': [30, 59], '3': [31] });
    expect([...placesByLap(board, lapPoints(board)).values()]).toEqual([
      [1, 2],
      [1, 1],
      [3, undefined],
    ]);
  });
});

describe('chart', () => {
  it('[V31] a mass start is drawn by groups, or by riders with the pinned and the chosen in front', () => {
    const board = runningMassStart(24);
    const groups = chartOf(board, defaults, undefined);
    expect(groups.title).toBe('groupsByLap');
    expect(groups.lines).toHaveLength(Object.keys(board.groups).length);
    const [first, second] = Object.keys(board.rows) as [string, string];
    const pinned = [board.rows[first]?.athlete ?? first];
    const riders = chartOf(board, { ...defaults, lines: 'riders', pinned }, second);
    expect(riders.lines).toHaveLength(24);
    expect(
      riders.lines
        .filter(({ strong }) => strong)
        .map(({ key }) => key)
        .sort(),
    ).toEqual([first, second].sort());
    expect(riders.lines.slice(-2).every(({ strong }) => strong)).toBe(true);
  });

  it('[V52] no line of a group leaves the chart, and who was dropped long ago does not press the others together', () => {
    const times = { '1': [30, 60, 90], '2': [33, 66, 91], '3': [30, 60, 91] };
    const groups = {
      1: { name: 'leader', size: 1, entries: ['1'] },
      2: { name: 'chase', size: 2, entries: ['2', '3'] },
    } as unknown as Board['groups'];
    const { most, lines } = chartOf({ ...runningMassStart(3), ...race(times), groups }, defaults, undefined);
    expect(lines.map(({ values }) => values)).toEqual([
      [0, 0, 0],
      [0, 0, 1],
    ]);
    expect(most).toBe(2);
    const late = { '1': [30, 60, 90], '2': [33, 66, 120], '3': [34, 68, 91] };
    const apart = {
      1: { name: 'leader', size: 1, entries: ['1'] },
      2: { name: 'chase', size: 1, entries: ['3'] },
      3: { name: 'dropped', size: 1, entries: ['2'] },
    } as unknown as Board['groups'];
    const chart = chartOf({ ...runningMassStart(3), ...race(late), groups: apart }, defaults, undefined);
    expect(chart.most).toBe(8);
    expect(chart.lines.map(({ values }) => values)).toEqual([
      [0, 0, 0],
      [4, 8, 1],
      [3, 6, 8],
    ]);
    expect(chart.lines.at(-1)?.name).toMatch(/\+30\.00$/);
  });

  it('[V31] with nobody chosen the first three on the ice are in front', () => {
    expect(focusOf(runningMassStart(24), undefined, []).size).toBe(3);
  });

  it('[V31] a heat is drawn by places, a pair by differences to the best', () => {
    const places = chartOf(heat(5, 3), defaults, undefined);
    expect(places).toMatchObject({ title: 'placesByLap', unit: 'places', most: 5.5 });
    expect(chartOf(pair(1000, 2), defaults, undefined)).toMatchObject({ title: 'diffByPoint', unit: 'seconds' });
  });

  it('[V31] names at the ends of lines never lie on one another, nor below the chart', () => {
    expect(spread([10, 12, 50], 10, 100)).toEqual([10, 20, 50]);
    expect(spread([95, 96, 97], 10, 100)).toEqual([80, 90, 100]);
    expect(spread([], 10, 100)).toEqual([]);
  });
});

it('[V32] laps are warm and cool by the middle lap of the race, the first lap aside', () => {
  const board = race({ '1': [40, 70, 100], '2': [40, 68, 99], '3': [40, 72, 104] });
  const scale = lapScale(board, lapPoints(board));
  if (scale === undefined) throw new Error('no scale');
  expect(scale.middleUs).toBe(us(30));
  expect(heatOf(us(30), scale)).toBe(0);
  expect(heatOf(us(20), scale)).toBe(-1);
  expect(heatOf(us(60), scale)).toBe(1);
  expect(lapScale(race({ '1': [40] }), lapPoints(race({ '1': [40] })))).toBeUndefined();
});

describe('against the clock', () => {
  it('[V33] the time to beat is measured at the finish and stretched from the best before it', () => {
    const board = pair(1000, 2);
    const points = pointsOf(board);
    const [last] = points.at(-1) ?? [''];
    const [first] = points[0] ?? [''];
    const best = {
      [first]: { timeUs: us(16), entry: 'x', name: 'X' },
      [last]: { timeUs: us(70), entry: 'x', name: 'X' },
    };
    const target = { timeUs: us(35), stake: 'medal' } as const;
    expect(toTarget({ best, target }, points, last, us(36))).toBe(us(1));
    expect(toTarget({ best, target }, points, first, us(7))).toBe(us(-1));
    expect(toTarget({ best: {}, target }, points, first, us(7))).toBeUndefined();
    expect(toTarget({ best }, points, first, us(7))).toBeUndefined();
  });

  it('[V33] everything at stake is said, the most important first', () => {
    const needs = [{ code: 'finishPlace', values: { place: 3 } }];
    expect(outlookLines({ stake: 'medal', state: 'open', needs, also: { PB: { state: 'out' } } })).toEqual([
      { stake: 'Medal', text: '3rd at the finish' },
      { stake: 'PB', text: 'cannot any more' },
    ]);
  });
});

describe('what is kept', () => {
  it('[V34] columns, pinned skaters, sound and lines come back, field by field, whatever was kept', () => {
    const prefs = { columns: ['gap', 'laps'], pinned: ['a7'], sound: true, lines: 'riders' } as const;
    expect(readPrefs(JSON.stringify(prefs))).toEqual(prefs);
    expect(readPrefs(null)).toEqual(defaults);
    for (const text of ['{', 'null', '7', '{"columns":3,"pinned":{},"sound":1}'])
      expect(readPrefs(text)).toEqual(defaults);
    expect(readPrefs('{"columns":["nonsense","trend"]}').columns).toEqual(['trend']);
    expect(defaults.sound).toBe(false);
  });

  it('[V34] pinned skaters are on top in the order on the ice', () => {
    const { rows } = race({ '1': [1], '2': [2], '3': [3] });
    expect(inOrder(rows, ['3', '2']).map(([entry]) => entry)).toEqual(
      someRow.athlete === undefined ? ['2', '3', '1'] : ['1', '2', '3'],
    );
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('keys', () => {
  it('[V35] a bib is found by its digits: the whole of it, or as many as only one begins with', () => {
    const { rows } = race({ '1': [1], '12': [1], '121': [1], '7': [1], '88': [1] });
    expect(entryOfBib(rows, '1')).toBe('1');
    expect(entryOfBib(rows, '12')).toBe('12');
    expect(entryOfBib(rows, '8')).toBe('88');
    expect(entryOfBib(rows, '9')).toBeUndefined();
    expect(entriesOfBib(rows, '1')).toEqual(['1', '12', '121']);
  });

  it('[V35] every key does one thing, and keys of the browser are left to it', () => {
    const all = keyTable.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
    const plain = { ctrlKey: false, metaKey: false, altKey: false };
    expect(pressed({ ...plain, key: '7' })).toEqual({ digit: '7' });
    expect(pressed({ ...plain, key: 'p' })).toBe('pin');
    expect(pressed({ ...plain, key: 'p', ctrlKey: true })).toBeUndefined();
    expect(pressed({ ...plain, key: 'F5' })).toBeUndefined();
    // The bar of a replay has these.
    for (const key of [' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '+', '-', 'l']) expect(all).not.toContain(key);
  });

  it('[V35] a monitor shows the part its address names, and the next one on a key', () => {
    expect(viewOf('story')).toBe('story');
    expect(viewOf('nonsense')).toBe('all');
    expect(viewOf(null)).toBe('all');
    expect(nextView('story')).toBe('all');
  });
});

describe('alerts', () => {
  const before = runningMassStart(24);
  const [entry] = Object.keys(before.rows) as [string];
  const says = { code: 'attack', values: { leadUs: us(2), lap: 5 } };
  const moment = { at: before.clock.all?.startUs ?? 0, says, about: [entry] };

  it('[V36] an attack, a new leader, a record and an overdue skater are told once, when they are new', () => {
    const row = before.rows[entry] as Row;
    const after: Board = {
      ...before,
      log: { ...before.log, new: moment },
      rows: { ...before.rows, [entry]: { ...row, flags: { ...row.flags, overdue: true } } },
    };
    expect(alertsBetween(before, after).map(({ kind }) => kind)).toEqual(['attack', 'overdue']);
    expect(alertsBetween(after, after)).toEqual([]);
  });

  it('[V36] what happened before the page looked is no news, nor is another race', () => {
    const after: Board = { ...before, log: { ...before.log, new: moment } };
    expect(alertsBetween(undefined, after)).toEqual([]);
    expect(alertsBetween({ ...before, race: { ...before.race, id: 'other' } }, after)).toEqual([]);
  });
});

describe('skaters', () => {
  const entry = { id: 'e', athlete: 'a', pbUs: 100, sbUs: 110 };
  const event = { id: 'm', name: 'M', kind: 'massStart', track: { lapMetres: 400 } };
  const meet = meetSchema.parse({
    id: 'meet',
    name: 'Meet',
    venue: 'Hall',
    dates: { from: '2026-01-01', to: '2026-01-01' },
    timeZone: 'UTC',
    athletes: [{ id: 'a', name: 'A', note: 'First race since his injury' }],
    events: [event],
    races: [
      { id: 'semi', event: 'm', name: 'Semi', entries: [entry] },
      { id: 'final', event: 'm', name: 'Final', entries: [] },
    ],
  });

  it('[V33] bests and notes come from the meet document, of an earlier round where this one lists nobody', () => {
    const row = { ...someRow, athlete: 'a' };
    const note = 'First race since his injury';
    expect(factsOf(meet, { id: 'final', event: 'm' }, 'other', row)).toEqual({ pbUs: 100, sbUs: 110, note });
    expect(factsOf(undefined, { id: 'final', event: 'm' }, 'e', row)).toEqual({});
    expect(earlierRaces(meet, 'final', 'a').map(({ id }) => id)).toEqual(['semi']);
    expect(earlierRaces(meet, 'semi', 'a')).toEqual([]);
  });

  it('[V33] of a selection those who are in are shown, and the first who are not', () => {
    const candidates = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `${i}`,
        { order: i + 1, name: `${i}`, ...(i < 2 && { selected: true as const }) },
      ]),
    );
    expect(nearLine({ candidates }).map(([athlete]) => athlete)).toEqual(['0', '1', '2', '3', '4']);
  });
});
