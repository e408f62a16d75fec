// Gaps lap by lap and where they are going, from the splits of the board alone. Pure.
import type { Board, Row } from '../../shared/board.ts';

export interface LapPoint {
  readonly id: string;
  /** What heads its column. */
  readonly name: string;
}

type Splits = Pick<Board, 'rows' | 'course'>;

/** The points that end a lap, in the order in which they are passed; all points where the course has no laps. */
export function lapPoints({ course }: Pick<Board, 'course'>): LapPoint[] {
  const all = Object.entries(course).sort(([, a], [, b]) => a.order - b.order);
  const laps = all.filter(([, { lap }]) => lap !== undefined);
  return (laps.length === 0 ? all : laps).map(([id, { name }]) => ({ id, name }));
}

/** The points that anybody has passed. */
export function passedPoints(board: Splits): LapPoint[] {
  const rows = Object.values(board.rows);
  return lapPoints(board).filter(({ id }) => rows.some(({ splits }) => splits[id] !== undefined));
}

/** By entry the gap in microseconds to the first at each point; undefined where he has not passed it. */
export function gapsByLap(
  { rows }: Pick<Board, 'rows'>,
  points: readonly LapPoint[],
): Map<string, (number | undefined)[]> {
  const firsts = points.map(({ id }) =>
    Object.values(rows).reduce(
      (least, { splits }) => Math.min(least, splits[id]?.timeUs ?? least),
      Number.POSITIVE_INFINITY,
    ),
  );
  const gaps = ({ splits }: Row) =>
    points.map(({ id }, i) => {
      const split = splits[id];
      return split === undefined ? undefined : split.timeUs - (firsts[i] ?? 0);
    });
  return new Map(Object.entries(rows).map(([entry, row]) => [entry, gaps(row)]));
}

/** By entry the place at each point, of those who have passed it; equal times share it. */
export function placesByLap(
  { rows }: Pick<Board, 'rows'>,
  points: readonly LapPoint[],
): Map<string, (number | undefined)[]> {
  const times = points.map(({ id }) =>
    Object.values(rows)
      .flatMap(({ splits }) => splits[id]?.timeUs ?? [])
      .sort((a, b) => a - b),
  );
  const places = ({ splits }: Row) =>
    points.map(({ id }, i) => {
      const split = splits[id];
      return split === undefined ? undefined : (times[i] ?? []).indexOf(split.timeUs) + 1;
    });
  return new Map(Object.entries(rows).map(([entry, row]) => [entry, places(row)]));
}

/** A trend is the mean of so many laps: one alone is a sprint or a bend taken wide. */
const trendLaps = 2;

/** Less than this a lap is no trend. */
const steadyUs = 50_000;

export interface Trend {
  /** Microseconds a lap; negative: he comes nearer. */
  readonly perLapUs: number;
  readonly way: 'grows' | 'shrinks' | 'steady';
}

/** Where a gap is going, from its last laps; undefined before there are two of them. */
export function trendOf(gaps: readonly (number | undefined)[]): Trend | undefined {
  const known = gaps.filter((gap) => gap !== undefined);
  const last = known.at(-1);
  const laps = Math.min(trendLaps, known.length - 1);
  const before = known.at(-1 - laps);
  if (last === undefined || before === undefined || laps < 1) return undefined;
  const perLapUs = Math.round((last - before) / laps);
  const way = Math.abs(perLapUs) < steadyUs ? 'steady' : perLapUs > 0 ? 'grows' : 'shrinks';
  return { perLapUs, way };
}

/** The middle one of some numbers, the lower of two; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** The gap of a group through time: at each point that of the middle one of those who are in it now. */
export function groupGaps(
  entries: readonly string[],
  gaps: ReadonlyMap<string, readonly (number | undefined)[]>,
  points: number,
): (number | undefined)[] {
  return Array.from({ length: points }, (_, i) =>
    median(entries.map((entry) => gaps.get(entry)?.[i]).filter((gap) => gap !== undefined)),
  );
}
