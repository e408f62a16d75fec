// World Cup points by rank (L11), as named scales or as the meet has them. Read off the official sheets of 2025.
import type { MeetEvent } from '../../../shared/event.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import type { Competitor } from '../race/roster.ts';

type Scale = Extract<MeetEvent['cup'], string>;

/** The points of the first ranks; each rank after them has one less than the one before, down to 1. */
const heads: Readonly<Record<Scale, readonly number[]>> = {
  A: [60, 54, 48, 43, 40, 38, 36, 34, 32],
  B: [28, 24, 21, 17],
  'B-long': [32, 28, 25, 21],
  'B-team': [40, 36, 33, 29],
  'B-mass': [20],
};

/** Points of a rank from 1; who has a rank beyond the table has none, 0. */
export function cupPoints(cup: NonNullable<MeetEvent['cup']>, rank: number): number {
  if (typeof cup !== 'string') return cup[rank - 1] ?? 0;
  const head = heads[cup];
  const last = head.at(-1) as number;
  return head[rank - 1] ?? Math.max(0, last - (rank - head.length));
}

type Cup = Pick<Standing, 'cup'>;

/** L11, M10: equal ranks both have the points of the place they share; who has no rank, or is disqualified, has none. */
export function cupOf(
  { cup }: MeetEvent,
  { rank, status }: Pick<Standing, 'rank' | 'status'>,
  { cupMark }: Competitor,
): Cup {
  if (cup === undefined || rank === undefined || status === 'DQ') return {};
  return { cup: { points: cupPoints(cup, rank), ...(cupMark !== undefined && { mark: cupMark }) } };
}
