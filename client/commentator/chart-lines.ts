// What the chart shows of a race: gaps of groups or riders over laps, places after every crossing of a heat, differences
// to the best along a pair. Pure; knows nothing of how lines are drawn.
import type { Board } from '../../shared/board.ts';
import { formatDiff } from '../../shared/format-time.ts';
import { type DeskLabel, words } from '../kit/desk-words.ts';
import { gapsByLap, groupGaps, type LapPoint, lapPoints, passedPoints, placesByLap } from '../kit/trends.ts';
import { keyOf } from '../kit/who.ts';
import type { Prefs } from './prefs.ts';

export interface Line {
  readonly key: string;
  /** Stands at its end. */
  readonly name: string;
  /** One of the tints of the page, or none for a line in the background. */
  readonly tint: number | undefined;
  readonly strong: boolean;
  /** Of those who lost contact: it may be far below the others. */
  readonly dropped?: true;
  /** Seconds, or places. */
  readonly values: readonly (number | null)[];
}

export interface Chart {
  readonly title: DeskLabel;
  readonly points: readonly LapPoint[];
  readonly lines: readonly Line[];
  readonly unit: 'seconds' | 'places';
  /** What lies at the bottom. */
  readonly most: number;
  readonly least: number;
  /** Points where a sprint is. */
  readonly marked: readonly number[];
}

const groupNames = {
  leader: 'groupLeader',
  break: 'groupBreak',
  chase: 'groupChase',
  peloton: 'groupPeloton',
  dropped: 'groupDropped',
} as const satisfies Record<string, DeskLabel>;

type Values = readonly (number | undefined)[];

const seconds = (values: Values) => values.map((us) => (us === undefined ? null : us / 1_000_000));
const plain = (values: Values) => values.map((value) => value ?? null);

/** Lines of people: those who are pinned or chosen in a tint, the others behind them. */
function people(
  board: Board,
  byEntry: ReadonlyMap<string, Values>,
  focus: ReadonlySet<string>,
  of: typeof seconds,
): Line[] {
  let tint = 0;
  const lines = Object.entries(board.rows).map(([entry, row]): Line => {
    const strong = focus.has(entry);
    if (strong) tint += 1;
    const name = row.bib === undefined ? row.name : `${row.bib} ${row.name}`;
    return { key: entry, name, strong, tint: strong ? tint - 1 : undefined, values: of(byEntry.get(entry) ?? []) };
  });
  return lines.sort((a, b) => Number(a.strong) - Number(b.strong));
}

/** The entries that stand out: chosen and pinned ones, or the first few on the ice. */
export function focusOf({ rows }: Board, chosen: string | undefined, pinned: readonly string[]): Set<string> {
  const kept = Object.entries(rows).flatMap(([entry, row]) => (pinned.includes(keyOf(entry, row)) ? [entry] : []));
  const focus = new Set(chosen !== undefined && rows[chosen] !== undefined ? [chosen, ...kept] : kept);
  if (focus.size > 0) return focus;
  const first = Object.entries(rows).sort(([, a], [, b]) => a.order - b.order);
  return new Set(first.slice(0, 3).map(([entry]) => entry));
}

function groupLines(board: Board, gaps: ReadonlyMap<string, Values>, points: number): Line[] {
  const groups = Object.entries(board.groups).sort(([a], [b]) => Number(a) - Number(b));
  return groups.map(([n, { name, size, entries }], index): Line => {
    const [only] = entries;
    const alone = size === 1 && only !== undefined ? board.rows[only]?.name : undefined;
    const values = groupGaps(entries, gaps, points);
    const last = values.findLast((us) => us !== undefined) ?? 0;
    const title = alone ?? `${words(groupNames[name])} ${size}`;
    return {
      key: `group ${n}`,
      name: last === 0 ? title : `${title} ${formatDiff(last, 2)}`,
      strong: true,
      ...(name === 'dropped' && { dropped: true }),
      tint: index,
      values: seconds(values),
    };
  });
}

/** So much further than the others, somebody who was dropped would press their lines together. */
const farTimes = 3;

const lowest = (lines: readonly Line[]) =>
  Math.max(2, ...lines.flatMap(({ values }) => values.filter((value) => value !== null)));

/** Far enough down for every line that stands out, all along it. */
function gapMost(lines: readonly Line[]): number {
  const strong = lines.filter((line) => line.strong);
  const most = lowest(strong.filter((line) => line.dropped !== true));
  const all = lowest(strong);
  return all <= most * farTimes ? all : most;
}

/** What would lie below the chart runs along its bottom; the name at its end says how far it is. */
function heldAt(line: Line, most: number): Line {
  return { ...line, values: line.values.map((value) => (value === null ? null : Math.min(value, most))) };
}

function marked(board: Board, points: readonly LapPoint[]): number[] {
  const laps = new Set(Object.values(board.sprints).map(({ lap }) => lap));
  return points.flatMap(({ id }, i) => (laps.has(board.course[id]?.lap ?? 0) ? [i + 1] : []));
}

/** The chart of this race as it stands. */
export function chartOf(board: Board, prefs: Prefs, chosen: string | undefined): Chart {
  const focus = focusOf(board, chosen, prefs.pinned);
  const all = lapPoints(board);
  const passed = passedPoints(board);
  const common = { points: all, marked: marked(board, all) };
  if (board.race.kind === 'shortTrack') {
    const lines = people(board, placesByLap(board, passed), new Set(Object.keys(board.rows)), plain);
    return {
      ...common,
      title: 'placesByLap',
      lines,
      unit: 'places',
      least: 0.5,
      most: Math.max(2, lines.length) + 0.5,
    };
  }
  if (board.race.kind !== 'massStart') return differences(board, common.points);
  const gaps = gapsByLap(board, passed);
  const grouped = prefs.lines === 'groups' ? groupLines(board, gaps, passed.length) : [];
  const lines = grouped.length > 0 ? grouped : people(board, gaps, focus, seconds);
  const most = gapMost(lines);
  return {
    ...common,
    title: grouped.length > 0 ? 'groupsByLap' : 'gapsByLap',
    lines: lines.map((line) => heldAt(line, most)),
    unit: 'seconds',
    least: 0,
    most,
  };
}

/** Along a pair: how far each is from the best at every point. */
function differences(board: Board, points: readonly LapPoint[]): Chart {
  const lines = Object.entries(board.rows).map(
    ([entry, row], index): Line => ({
      key: entry,
      name: row.name,
      strong: true,
      tint: index,
      values: seconds(points.map(({ id }) => row.splits[id]?.diffUs)),
    }),
  );
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    title: 'diffByPoint',
    points,
    lines,
    unit: 'seconds',
    marked: [],
    least: Math.min(-0.2, ...all),
    most: Math.max(0.2, ...all),
  };
}
