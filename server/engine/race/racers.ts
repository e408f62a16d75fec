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
  readonly overdue: boolean;
  readonly gone: boolean;
}

/** Still in the race: neither ruled out nor scratched. */
export function isIn(racer: Racer): boolean {
  return racer.ruling.status === undefined && !racer.competitor.scratched;
}

/** The last place of a racer, held ones included. */
export function lastOf(racer: Racer): Passage | undefined {
  return racer.passages.at(-1);
}

function lapsAt(course: Course, passages: readonly Passage[]): number {
  for (let i = passages.length - 1; i >= 0; i -= 1) {
    const lap = course.points[i]?.lap;
    if (lap !== undefined) return lap;
  }
  return 0;
}

export function racerOf(
  competitor: Competitor,
  ruling: Ruling = noRuling,
  measured: readonly Passage[] = [],
  expectation: Expectation | undefined,
  course: Course,
): Racer {
  const held = expectation?.held;
  return {
    entry: competitor.entry,
    competitor,
    ruling,
    measured,
    passages: held === undefined ? measured : [...measured, held],
    laps: lapsAt(course, measured),
    finished: course.points.length > 0 && measured.length === course.points.length,
    overdue: expectation?.state === 'overdue',
    gone: expectation?.state === 'gone',
  };
}

/** The final time of one who has completed the course. */
export function resultOf({ finished, measured }: Racer): { timeUs: number; basis: Basis } | undefined {
  const last = measured.at(-1);
  return finished && last !== undefined ? { timeUs: last.timeUs, basis: last.basis ?? 'manual' } : undefined;
}
