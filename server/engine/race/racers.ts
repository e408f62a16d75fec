// Who races and how far each has come: competitor, ruling and passages put together.
import type { Basis } from '../../../shared/board.ts';
import type { Course } from '../disciplines/course.ts';
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

export interface RacerParts {
  readonly competitor: Competitor;
  readonly ruling: Ruling | undefined;
  readonly measured: readonly Passage[] | undefined;
  readonly expectation: Expectation | undefined;
  /** Named in the photo finish's order. */
  readonly placed: boolean;
  readonly reactionUs: number | undefined;
}

const nothing: readonly Passage[] = [];

export function racerOf(parts: RacerParts, course: Course): Racer {
  const { competitor, ruling = noRuling, measured = nothing, expectation, reactionUs } = parts;
  const held = expectation?.held;
  const finished = course.points.length > 0 && measured.length === course.points.length;
  const placed = parts.placed && !finished;
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
}

/** The final time of one who has completed the course and was not ruled out (L7). */
export function resultOf(racer: Racer): { timeUs: number; basis: Basis } | undefined {
  const last = racer.measured.at(-1);
  return racer.finished && isIn(racer) && last !== undefined
    ? { timeUs: last.timeUs, basis: last.basis ?? 'manual' }
    : undefined;
}
