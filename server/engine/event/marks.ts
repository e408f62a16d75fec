// The times of an event at each point of the course, over all its races: what a pair is compared with (L3).
import type { Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';

/** One entry's measured time at one point. */
export interface Mark {
  readonly race: string;
  readonly entry: string;
  readonly name: string;
  readonly timeUs: number;
  readonly instantUs: number;
  /** A replay is played this many times faster than the ice, its attempts aside. */
  readonly rate: number;
  /** P1a: compared with the others; of them only those of its own race are compared with it. */
  readonly unconfirmed: boolean;
}

/**
 * L3: by when it happened. In a replay guns come sooner after each other than they did, while times are true, so
 * between two races what lies between their guns is stretched again.
 */
export function isEarlier(a: Pick<Mark, 'instantUs' | 'timeUs' | 'rate'>, b: typeof a): boolean {
  if (a.rate === 1 || a.rate !== b.rate) return a.instantUs < b.instantUs;
  const betweenGunsUs = a.instantUs - a.timeUs - (b.instantUs - b.timeUs);
  return betweenGunsUs * a.rate + (a.timeUs - b.timeUs) < 0;
}

/** By point of the course. Estimates are no marks, nor are the times of those who were ruled out (L7). */
export function marksOf(races: readonly Race[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const { doc, course, entrants } of races) {
    for (const { racer } of entrants.values()) {
      if (!isIn(racer)) continue;
      for (const { point, timeUs, instantUs, estimate } of racer.measured) {
        const key = course.points[point]?.key;
        if (key === undefined || estimate === 'missed') continue;
        const mark = {
          race: doc.id,
          entry: racer.entry,
          name: racer.competitor.name,
          timeUs,
          instantUs,
          rate: doc.clockRate ?? 1,
          unconfirmed: estimate === 'unconfirmed',
        };
        const list = marks.get(key);
        if (list === undefined) marks.set(key, [mark]);
        else list.push(mark);
      }
    }
  }
  return marks;
}
