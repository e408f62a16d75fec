// Who races and how far each has come: competitor, ruling and passages put together.
import type { Basis } from '../../../shared/board.ts';
import type { Course } from '../disciplines/course.ts';
import { memo } from '../memo.ts';
import type { Expectation } from './overdue.ts';
import type { Passage } from './passages.ts';
import type { Competitor } from './roster.ts';
import { noRuling, type Ruling } from './rulings.ts';

export interface Racer {
  readonly entry: string;
  readonly competitor: Competitor;
  readonly ruling: Ruling;
  /** What was measured or missed between two measurements; never a held place. */
  readonly measured: readonly Passage[];
  /** The same and, while overdue, the place that is held; what order and gaps are made from. */
  readonly passages: readonly Passage[];
  /** Laps completed. */
  readonly laps: number;
  readonly finished: boolean;
  /** The photo finish saw him at the end and no reading did: he has finished, and no time is known. */
  readonly placed: boolean;
  readonly overdue: boolean;
  readonly gone: boolean;
  /** From the gun to the first move, as the start device measured it. */
  readonly reactionUs?: number;
}

/** Still in the race: not ruled out. */
export function isIn(racer: Racer): boolean {
  return racer.ruling.status === undefined;
}

/** Has reached the end, by whatever was there to see it. */
export function isThrough({ finished, placed }: Racer): boolean {
  return finished || placed;
}

/** The last place of a racer, held ones included. */
export function lastOf(racer: Racer): Passage | undefined {
  return racer.passages.at(-1);
}

/** L8: the gun of a racer who was seen. */
export function startUsOf({ passages: [first] }: Racer): number | undefined {
  return first === undefined ? undefined : first.instantUs - first.timeUs;
}

function lapsAt(course: Course, passages: readonly Passage[]): number {
  for (let i = passages.length - 1; i >= 0; i -= 1) {
    const lap = course.points[i]?.lap;
    if (lap !== undefined) return lap;
  }
  return 0;
}

const nothing: readonly Passage[] = [];

/** Remembered, because most are where they were; `isPlaced` where the photo finish's order names him. */
export const racerOf = memo(
  (
    competitor: Competitor,
    ruling: Ruling = noRuling,
    measured: readonly Passage[] = nothing,
    expectation: Expectation | undefined,
    isPlaced: boolean,
    reactionUs: number | undefined,
    course: Course,
  ): Racer => {
    const held = expectation?.held;
    const finished = course.points.length > 0 && measured.length === course.points.length;
    const placed = isPlaced && !finished;
    return {
      entry: competitor.entry,
      competitor,
      ruling,
      measured,
      passages: held === undefined ? measured : [...measured, held],
      laps: placed ? course.laps : lapsAt(course, measured),
      finished,
      placed,
      overdue: expectation?.state === 'overdue',
      gone: expectation?.state === 'gone',
      ...(reactionUs !== undefined && { reactionUs }),
    };
  },
);

/** The final time of one who has completed the course and was not ruled out (L7). */
export function resultOf(racer: Racer): { timeUs: number; basis: Basis } | undefined {
  const last = racer.measured.at(-1);
  return racer.finished && isIn(racer) && last !== undefined
    ? { timeUs: last.timeUs, basis: last.basis ?? 'manual' }
    : undefined;
}
