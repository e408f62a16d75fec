// Points by rank, and the best so many of them.
import type { SelectionDoc } from '../../../shared/selection.ts';
import { cupPoints } from '../event/cup.ts';

export type BestOfDoc = Extract<SelectionDoc, { kind: 'bestOf' }>;

/** The points of a rank by the table of the criterion. */
export function pointsOf({ points }: BestOfDoc, rank: number): number {
  return points === undefined ? 0 : cupPoints(points, rank);
}

/** The best so many of some points, added up. */
export function bestPoints({ best }: BestOfDoc, points: readonly number[]): number {
  return points
    .toSorted((a, b) => b - a)
    .slice(0, best)
    .reduce((sum, value) => sum + value, 0);
}
