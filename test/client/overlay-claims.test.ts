// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { dataOf } from '../../client/overlay/graphics.ts';
import { aired, alertOf } from '../../server/engine/aired/ledger.ts';
import type { Board, Row } from '../../shared/board.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';
import type { Graphic, Take } from '../../shared/on-air.ts';
import { finishedMassStart, runningMassStart } from './fixtures.ts';
import { pair, standings } from './pair-fixtures.ts';

interface Known {
  readonly board: Board;
  readonly event?: EventState;
}
type Correction = (known: Known) => Known;

/** Of the entry that comes first. */
const row =
  (change: (row: Row) => Partial<Row>): Correction =>
  ({ board, ...rest }) => {
    const [entry, first] = Object.entries(board.rows).sort(([, a], [, b]) => a.order - b.order)[0]!;
    return { ...rest, board: { ...board, rows: { ...board.rows, [entry]: { ...first, ...change(first) } } } };
  };
const all =
  (change: Partial<Row>): Correction =>
  ({ board, ...rest }) => {
    const rows = Object.fromEntries(Object.entries(board.rows).map(([entry, one]) => [entry, { ...one, ...change }]));
    return { ...rest, board: { ...board, rows } };
  };
const race =
  (change: Partial<Board['race']>): Correction =>
  ({ board, ...rest }) => ({ ...rest, board: { ...board, race: { ...board.race, ...change } } });
const laps: Correction = ({ board, ...rest }) => ({
  ...rest,
  board: { ...board, laps: { ...board.laps, total: 17, toGo: board.laps.toGo + 1 } },
});
const split =
  (change: Partial<Row['splits'][string]>): Correction =>
  (known) =>
    row(({ splits }) => {
      const id = Object.keys(splits).at(-1)!;
      return { splits: { ...splits, [id]: { ...splits[id]!, ...change } } };
    })(known);
const line =
  (change: Partial<Standing>, place = 1): Correction =>
  ({ board, event }) => {
    const [key, one] = Object.entries(event!.standings).find(([, { order }]) => order === place)!;
    return {
      board,
      event: { ...event!, standings: { ...event!.standings, [key]: { ...one, ...change } as Standing } },
    };
  };
/** The first two of the standings change places. */
const swap: Correction = (known) => line({ rank: 1 }, 2)(line({ rank: 2 })(known));
const both =
  (...corrections: readonly Correction[]): Correction =>
  (known) =>
    corrections.reduce((now, correct) => correct(now), known);

const running: Known = { board: runningMassStart(24) };
const over: Known = row(() => ({ marks: { Q: true } }))({ board: finishedMassStart(24) });
const event = standings(1000);
const [fastest] = Object.values(event.standings);
const beat = (timeUs: number): Correction => {
  const best = { timeUs, entry: fastest!.entry, name: fastest!.name };
  return ({ board, ...rest }) => ({ ...rest, board: { ...board, best: { ...board.best, 1000: best } } });
};
const timed = (passed: number): Known => beat(fastest!.timeUs!)({ board: pair(1000, passed), event });
const lanes = timed(2);
const finish = timed(3);
const marked = line({ marks: { TR: true } })(lanes);
const withTeam = row(() => ({ club: 'Club', members: { m1: { order: 1, name: 'A' } } }))(lanes);
const needing = all({ forecast: { stake: 'qualify', state: 'open' } })(running);
const sprint = Object.keys(running.board.sprints).find((n) => running.board.sprints[n]?.state === 'confirmed')!;
const winner = running.board.sprints[sprint]!.order.flat()[0]!;
const winnerHas =
  (points: number, name?: string): Correction =>
  ({ board }) => {
    const order = board.sprints[sprint]!.order.map((tier) => [
      ...tier,
    ]).reverse() as (typeof board.sprints)[string]['order'];
    const one = board.rows[winner]!;
    const changed = { ...one, points: { ...one.points!, [`s${sprint}`]: points }, name: name ?? one.name };
    const sprints =
      name === undefined ? { ...board.sprints, [sprint]: { ...board.sprints[sprint]!, order } } : board.sprints;
    return { board: { ...board, rows: { ...board.rows, [winner]: changed }, sprints } };
  };
const newName: Partial<Row & Standing> = { name: 'Somebody ELSE', nation: 'ITA' };
const total = (by: number): Correction =>
  row(({ points = { total: 0 } }) => ({
    points: { ...points, [`s${sprint}`]: (points[`s${sprint}`] ?? 0) + by, total: points.total + by },
  }));
/** The first two of the sprint share its first place. */
const deadHeat: Correction = ({ board }) => {
  const one = board.sprints[sprint]!;
  const [first, second, ...rest] = one.order.flat() as [string, string, ...string[]];
  const order = [[first, second], ...rest.map((entry) => [entry])] as unknown as typeof one.order;
  const row = board.rows[second]!;
  const rows = { ...board.rows, [second]: { ...row, points: { ...row.points!, [`s${sprint}`]: 3 } } };
  return { board: { ...board, rows, sprints: { ...board.sprints, [sprint]: { ...one, order } } } };
};
/** Who leads has points of that sprint. */
const leading: Known = total(3)(running);

/** A value that a graphic shows, how a correction changes it, and as what that is told. */
const values: readonly (readonly [
  graphic: Graphic,
  path: string,
  shown: Known,
  corrected: Correction,
  field: string,
])[] = [
  ['clock', 'title', running, race({ eventName: 'Another' }), 'name'],
  ['clock', 'part', running, race({ name: 'Another' }), 'name'],
  ['clock', 'laps.total', running, laps, 'laps'],
  [
    'clock',
    'clock.stopUs',
    over,
    ({ board }) => {
      const clock = Object.entries(board.clock).map(([id, one]) => [id, { ...one, stopUs: one.stopUs! + 20_000 }]);
      return { board: { ...board, clock: Object.fromEntries(clock) } };
    },
    'clock',
  ],
  ['tower', 'laps', running, laps, 'laps'],
  ['tower', 'rows.*.name', running, row(() => newName), 'name'],
  ['tower', 'rows.*.nation', running, row(() => newName), 'nation'],
  ['tower', 'rows.*.figures.points.total', leading, total(-2), `sprint.${sprint}`],
  [
    'tower',
    'rows.*.figures.status',
    row(() => ({ status: 'DQ' }))(running),
    row(() => ({ status: undefined })),
    'status',
  ],
  [
    'tower',
    'rows.*.figures.code',
    row(() => ({ status: 'DQ', code: 'T1' }))(over),
    row(() => ({ code: 'T2' })),
    'status',
  ],
  ['tower', 'rows.*.place', over, row(() => ({ rank: 24 })), 'rank'],
  ['tower', 'rows.*.figures.timeUs', over, row(({ timeUs = 0 }) => ({ timeUs: timeUs + 20_000 })), 'time'],
  ['tower', 'rows.*.figures.points.total', over, row(() => ({ points: { total: 99 } })), 'points'],
  ['tower', 'rows.*.place', lanes, swap, 'rank'],
  ['tower', 'rows.*.figures.timeUs', lanes, line({ timeUs: 67_300_000 }), 'time'],
  ['tower', 'rows.*.name', lanes, line(newName), 'name'],
  ['result', 'rows.*.rank', lanes, swap, 'rank'],
  ['result', 'rows.*.figures.timeUs', lanes, line({ timeUs: 67_300_000 }), 'time'],
  ['result', 'rows.*.figures.status', lanes, line({ status: 'DQ' }), 'status'],
  ['result', 'rows.*.figures.code', line({ status: 'DQ', code: 'T1' })(lanes), line({ code: 'T2' }), 'status'],
  ['result', 'rows.*.marks.*', marked, line({ marks: {} }), 'mark.TR'],
  ['result', 'rows.*.nation', lanes, line(newName), 'nation'],
  ['result', 'title', over, race({ eventName: 'Another' }), 'name'],
  ['result', 'part', over, race({ name: 'Another' }), 'name'],
  ['result', 'rows.*.rank', over, row(() => ({ rank: 24 })), 'rank'],
  ['result', 'rows.*.points', over, row(() => ({ points: { total: 99 } })), 'points'],
  ['result', 'rows.*.figures.timeUs', over, row(({ timeUs = 0 }) => ({ timeUs: timeUs + 20_000 })), 'time'],
  ['result', 'rows.*.figures.status', over, row(() => ({ status: 'DQ' })), 'status'],
  ['result', 'rows.*.marks.*', over, row(() => ({ marks: {} })), 'mark.Q'],
  ['result', 'rows.*.name', over, row(() => newName), 'name'],
  ['pair', 'lanes.*.split.timeUs', lanes, split({ timeUs: 99_000_000 }), 'split.600'],
  ['pair', 'lanes.*.split.rank', lanes, split({ rank: 4 }), 'splitRank.600'],
  ['pair', 'lanes.*.split.diffUs', lanes, split({ diffUs: 990_000 }), 'diff.600'],
  ['pair', 'lanes.*.at', lanes, row(({ splits }) => ({ splits: { 200: splits['200']! } })), 'split.600'],
  ['pair', 'lanes.*.name', lanes, row(() => newName), 'name'],
  ['pair', 'lanes.*.nation', lanes, row(() => newName), 'nation'],
  ['pair', 'lanes.*.result.timeUs', finish, row(() => ({ timeUs: 99_000_000 })), 'time'],
  ['pair', 'lanes.*.result.rank', finish, row(() => ({ rank: 9 })), 'rank'],
  ['pair', 'lanes.*.result.status', finish, row(() => ({ status: 'DQ' })), 'status'],
  ['pair', 'lanes.*.marks.*', finish, row(() => ({ marks: {} })), 'mark.PB'],
  ['pair', 'toBeat.timeUs', lanes, both(beat(67_900_000), line({ timeUs: 67_900_000 })), 'time'],
  [
    'pair',
    'toBeat.name',
    lanes,
    ({ board, event }) =>
      line({ name: 'Another' })({
        board: { ...board, best: { 1000: { ...board.best['1000']!, name: 'Another' } } },
        event: event!,
      }),
    'name',
  ],
  ['sprint', 'places.*.points', running, deadHeat, `sprint.${sprint}`],
  ['sprint', 'places.*.entry', running, winnerHas(1), `sprint.${sprint}`],
  ['sprint', 'places.*.name', running, winnerHas(3, 'Another'), 'name'],
  ['group', 'groups.*.names.*.name', running, all(newName), 'name'],
  ['group', 'groups.*.names.*.nation', running, all(newName), 'nation'],
  ['athlete', 'name', lanes, row(() => newName), 'name'],
  ['athlete', 'nation', lanes, row(() => newName), 'nation'],
  ['athlete', 'bib', lanes, row(() => ({ bib: '99' })), 'bib'],
  ['athlete', 'club', withTeam, row(() => ({ club: 'Other' })), 'club'],
  ['athlete', 'members.*', withTeam, row(() => ({ members: { m1: { order: 1, name: 'B' } } })), 'members'],
  ['needs', 'rows.*.name', needing, row(() => newName), 'name'],
  ['needs', 'rows.*.nation', needing, row(() => newName), 'nation'],
];

/** What a graphic has besides: it goes on by itself as a race does, follows from what is told, or is not printed. */
const others: Readonly<Partial<Record<Graphic, RegExp>>> = {
  clock: /^(clock\.startUs|laps\.(leader|toGo|bell)|race\..*)$/,
  tower: /^(kind|lap|rows\.\*\.(key|bib|opens|figures\.(position|rank|gapUs|lapsDown|helmet|flags\..*|points\.s.*)))$/,
  result: /^(isEvent|race\..*|rows\.\*\.(key|bib|figures\.(gapUs|position|flags\..*)))$/,
  pair: /^lanes\.\*\.(entry|armband|bib|clock\..*|split\.(lapUs)|result\.flags\..*)$/,
  sprint: /^(number|leaderLap|sprint\..*|places\.\*\.(bib|nation))$/,
  group: /^(lap|groups\.\*\.(key|name|size|behindUs|names\.\*\.bib))$/,
  athlete: /^entry$/,
  needs: /^(stake|rows\.\*\.(entry|rank|bib|outlook\..*)|cut.*)$/,
};

const takeOf = (graphic: Graphic, { board }: Known): Take => ({
  graphic,
  ...(graphic === 'sprint' && { sprint }),
  ...(graphic === 'athlete' && { entry: Object.entries(board.rows).sort(([, a], [, b]) => a.order - b.order)[0]![0] }),
});

/** Every value, by the path that leads to it; what there are many of has one path. */
function leaves(value: unknown, path: readonly string[] = []): [path: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, Array.isArray(value) ? '*' : key]));
}

const shownAt = (graphic: Graphic, known: Known, path: string) =>
  leaves(dataOf(graphic, known, takeOf(graphic, known))).flatMap(([at, value]) => (at === path ? [value] : []));

describe('what graphics show', () => {
  it.each(values)('[B20] %s: a correction that changes %s is told', (graphic, path, shown, corrected, field) => {
    const after = corrected(shown);
    expect(shownAt(graphic, shown, path)).not.toEqual(shownAt(graphic, after, path));
    const [airing] = [...aired(new Map(), 'main', takeOf(graphic, shown), shown, 1).values()];
    const alert = airing && alertOf(airing, undefined, after, 2);
    expect(Object.values(alert?.changes ?? {}).flatMap(({ fields }) => Object.keys(fields))).toContain(field);
  });

  it('[B20] has no other value than those, and what goes on by itself or is not printed', () => {
    const known = values.map(([graphic, , shown]) => [graphic, shown] as const);
    const unknown = known.flatMap(([graphic, shown]) =>
      leaves(dataOf(graphic, shown, takeOf(graphic, shown))).flatMap(([path]) => {
        const isTold = values.some(([one, at]) => one === graphic && at === path);
        return isTold || others[graphic]?.test(path) === true ? [] : [`${graphic} ${path}`];
      }),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
