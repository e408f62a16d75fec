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
        const mark = { race: doc.id, entry: racer.entry, name: racer.competitor.name, timeUs, instantUs };
        const list = marks.get(key);
        if (list === undefined) marks.set(key, [mark]);
        else list.push(mark);
      }
    }
  }
  return marks;
}
