// The lanes of a pair (or quartet): who is where, which points of the course to show, who is ahead. Pure.
import type { Board, CoursePoint, Row } from '../../shared/board.ts';

export interface Lane {
  readonly entry: string;
  readonly row: Row;
  /** Colour of the armband: white starts inside, red outside, unless the start list says otherwise (L1). */
  readonly armband: string;
}

/** Armbands by place of the lane, for start lists that name none. */
const armbands = ['white', 'red', 'yellow', 'blue'];

/** The lanes from left to right: inner, then outer, in a quartet the first pair before the second; without lanes by their ids. */
export function lanesOf(rows: Board['rows']): Lane[] {
  const sorted = Object.entries(rows).sort(
    ([a, { lane: laneA = '', startGroup: groupA = '' }], [b, { lane: laneB = '', startGroup: groupB = '' }]) =>
      groupA.localeCompare(groupB, 'en', { numeric: true }) ||
      laneA.localeCompare(laneB, 'en', { numeric: true }) ||
      (a < b ? -1 : 1),
  );
  return sorted.map(([entry, row], index) => ({ entry, row, armband: row.color ?? armbands[index % 4] ?? 'white' }));
}

/** The clock a lane runs by: that of its start group in a quartet (L8), else the only one. */
export function clockOf({ startGroup = '' }: Row, clock: Board['clock']): Board['clock'][string] | undefined {
  return clock[startGroup] ?? Object.values(clock)[0];
}

export type Point = readonly [id: string, point: CoursePoint];

/** So many splits can be read; of a longer race those around the last one reached. */
export const pointsMost = 10;

/** The points to show, in the order in which they are passed: all, or a window that ends one past the last reached. */
export function pointsShown(course: Board['course'], lanes: readonly Lane[], most = pointsMost): Point[] {
  const all = Object.entries(course).sort(([, a], [, b]) => a.order - b.order);
  const reached = all.findLastIndex(([id]) => lanes.some(({ row }) => row.splits[id] !== undefined));
  const to = Math.min(all.length, Math.max(most, reached + 2));
  return all.slice(Math.max(0, to - most), to);
}

/** The last point a lane has passed. */
export function lastPoint(row: Row, course: Board['course']): Point | undefined {
  return Object.entries(course)
    .filter(([id]) => row.splits[id] !== undefined)
    .sort(([, a], [, b]) => b.order - a.order)[0];
}

/** The entry that was first at a point, where at least two have passed it and one was. */
export function aheadAt(id: string, lanes: readonly Lane[]): string | undefined {
  const times = lanes.flatMap(({ entry, row }) => {
    const split = row.splits[id];
    return split === undefined ? [] : [{ entry, timeUs: split.timeUs }];
  });
  const [first, second] = times.sort((a, b) => a.timeUs - b.timeUs);
  return first !== undefined && second !== undefined && first.timeUs < second.timeUs ? first.entry : undefined;
}
