// The pace of a relay team (S8): how long its laps take while it races, learned from skaters who were read twice in a row.
import type { Course } from '../disciplines/course.ts';

/** A crossing that may be the team's: when, and by whom of the team; undefined where a reading names the team as such. */
export interface Timed {
  readonly atUs: number;
  readonly rider: number | undefined;
}

/** Nobody keeps up the fastest lap of a track for a whole relay: its laps are about this much longer. */
const typicalShare = 1.3;
/** Laps up to this many times the shortest, and the fastest of the track, are of the race; who waits takes longer. */
const racingShare = 1.2;
const slowestShare = 1.6;
/** So many laps nearest in time say how fast the race is there. */
const nearest = 5;

interface Lap {
  readonly middleUs: number;
  readonly us: number;
}

/** Laps of one skater that can be of the race, by when they were skated. */
function racingLaps(candidates: readonly Timed[], { fastestLapUs }: Course): readonly Lap[] {
  const laps: Lap[] = [];
  const lastOf = new Map<number, number>();
  for (const { atUs, rider } of candidates) {
    if (rider === undefined) continue;
    const before = lastOf.get(rider);
    if (before !== undefined) laps.push({ middleUs: (before + atUs) / 2, us: atUs - before });
    lastOf.set(rider, atUs);
  }
  const possible = laps.filter(({ us }) => us >= fastestLapUs && us <= slowestShare * fastestLapUs);
  const shortest = possible.reduce((least, { us }) => Math.min(least, us), Number.POSITIVE_INFINITY);
  return possible.filter(({ us }) => us <= racingShare * shortest).sort((a, b) => a.middleUs - b.middleUs);
}

/** Of laps that may be of the race: who speeds up for his turn was slower, nobody was faster. */
function lowerQuarter(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)];
}

/** How many of `laps`, which are by their middle, were skated before `atUs`. */
function before(laps: readonly Lap[], atUs: number): number {
  let low = 0;
  let high = laps.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((laps[half] as Lap).middleUs < atUs) low = half + 1;
    else high = half;
  }
  return low;
}

/** What a lap of the race takes about `atUs`. */
export function paceOf(candidates: readonly Timed[], course: Course): (atUs: number) => number {
  const laps = racingLaps(candidates, course);
  const paces = Array.from({ length: laps.length + 1 }, (_, place) => {
    const from = Math.max(0, place - Math.ceil(nearest / 2));
    return lowerQuarter(laps.slice(from, from + nearest).map(({ us }) => us)) ?? typicalShare * course.fastestLapUs;
  });
  return (atUs) => paces[before(laps, atUs)] as number;
}
