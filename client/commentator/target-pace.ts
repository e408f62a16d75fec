// Where somebody has to be to reach the time to beat: the best run so far, stretched to it. An estimate, shown as one. Pure.
import type { Board, CoursePoint } from '../../shared/board.ts';

export type Point = readonly [id: string, point: CoursePoint];

export function pointsOf({ course }: Pick<Board, 'course'>): Point[] {
  return Object.entries(course).sort(([, a], [, b]) => a.order - b.order);
}

/**
 * Microseconds ahead of (negative) or behind the time to beat at each point. At the last it is measured; before, the
 * pace is that of the best so far: its time there, times the target, by its time at the finish.
 */
export function toTarget(
  { best, target }: Pick<Board, 'best' | 'target'>,
  points: readonly Point[],
  id: string,
  timeUs: number,
): number | undefined {
  const last = points.at(-1)?.[0];
  if (target === undefined || last === undefined) return undefined;
  if (id === last) return timeUs - target.timeUs;
  const there = best[id]?.timeUs;
  const end = best[last]?.timeUs;
  return there === undefined || end === undefined ? undefined : timeUs - Math.round((there / end) * target.timeUs);
}
