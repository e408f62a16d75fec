// The course: the points a race passes in order, made from distance, track and length (rules L1, L2, M1, M11).
import type { CoursePoint } from '../../../shared/board.ts';
import type { Track } from '../../../shared/event.ts';

/** A point of a course by its key on the board. */
export interface Point extends CoursePoint {
  readonly key: string;
}

export interface Course {
  readonly points: readonly Point[];
  /** Laps the leader has to complete; a started lap at the beginning counts as one. */
  readonly laps: number;
  /** Points one lap takes: the loops of the track. */
  readonly perLap: number;
  /** No lap of this track is faster than this. */
  readonly fastestLapUs: number;
  /** Where teams pass lines on both straights: every loop of the track counts as this one. */
  readonly line?: string;
}

const metreEpsilon = 0.005;

/** Distances at which a loop is passed on the way to `distance`, which ends at the finish line. */
function passings(distance: number, lapMetres: number, atMetres: number): number[] {
  const first = (distance + atMetres) % lapMetres;
  const found: number[] = [];
  for (let metres = first; metres <= distance + metreEpsilon; metres += lapMetres) {
    if (metres > metreEpsilon) found.push(Math.round(metres * 100) / 100);
  }
  return found;
}

/** A course of `distance` metres that ends at the finish line; its points are named by their metres, to the whole one. */
export function courseOfDistance(distance: number, track: Track): Course {
  const all = track.loops.flatMap(({ id, atMetres }) =>
    passings(distance, track.lapMetres, atMetres).map((metres) => ({ metres, loop: id, ends: atMetres === 0 })),
  );
  all.sort((a, b) => a.metres - b.metres);
  let lap = 0;
  const points = all.map(({ metres, loop, ends }, index) => {
    const name = String(Math.round(metres));
    if (ends) lap += 1;
    return { key: String(metres), order: index + 1, name, metres, loop, ...(ends && { lap }) };
  });
  return { points, laps: lap, perLap: track.loops.length, fastestLapUs: fastestLapUs(track) };
}

/**
 * A course of so many laps; its points are named by the lap they end, and a loop elsewhere by lap and loop.
 * The start is at the finish line, or `startMetres` past it, so that the first lap is that much shorter.
 */
export function courseOfLaps(laps: number, track: Track, startMetres = 0): Course {
  const lapPoints = track.loops.toSorted((a, b) => (a.atMetres || track.lapMetres) - (b.atMetres || track.lapMetres));
  const points: Point[] = [];
  for (let lap = 1; lap <= laps; lap += 1) {
    for (const { id, atMetres } of lapPoints) {
      const ends = atMetres === 0;
      const metres =
        Math.round(((lap - 1) * track.lapMetres + (atMetres || track.lapMetres) - startMetres) * 100) / 100;
      if (metres <= metreEpsilon) continue;
      const key = ends ? String(lap) : `${lap}.${id}`;
      points.push({ key, order: points.length + 1, name: key, metres, loop: id, ...(ends && { lap }) });
    }
  }
  return { points, laps, perLap: track.loops.length, fastestLapUs: fastestLapUs(track) };
}

/**
 * Rule S1: a short-track distance is a whole number of half laps; with an odd one the start lies on the other straight and
 * half a lap ends at the first crossing. Counted in half laps, because nine laps of 111.12 m are more than 1000 m.
 * `laps` crossings where the race was made that long.
 */
export function courseOfCrossings(distance: number, track: Track, laps: number | undefined): Course {
  const halfLaps = Math.max(1, Math.round((2 * distance) / track.lapMetres));
  const startMetres = halfLaps % 2 === 1 ? track.lapMetres / 2 : 0;
  return courseOfLaps(laps ?? Math.ceil(halfLaps / 2), track, startMetres);
}

/** The first 100 m of a 500 m take 9.2 s at the very best; after that nobody is faster than 17 m a second. */
const fastest100Us = 9_200_000;
const fastestMetresPerSecond = 17;

/**
 * Rules L2 and L9: two teams start on opposite straights and each passes a line every half lap, its own and the other's.
 * Which of the two does not matter: whatever line is passed next is the next point.
 */
export function courseOfHalfLaps(distance: number, track: Track): Course {
  const line = track.loops[0]?.id ?? 'finish';
  const half = track.lapMetres / 2;
  const points = Array.from({ length: Math.round(distance / half) }, (_, index): Point => {
    const metres = Math.round((index + 1) * half * 100) / 100;
    const name = String(Math.round(metres));
    return { key: name, order: index + 1, name, metres, loop: line, ...(index % 2 === 1 && { lap: (index + 1) / 2 }) };
  });
  const fastestHalfUs = Math.round(fastestLapUs(track) / 2);
  return { points, laps: Math.floor(points.length / 2), perLap: 1, fastestLapUs: fastestHalfUs, line };
}

/** Two lines half a lap apart, where teams start on opposite straights. */
export function isLinedOnBothStraights({ loops, lapMetres }: Track): boolean {
  return loops.length === 2 && loops.some(({ atMetres }) => Math.abs(atMetres - lapMetres / 2) < 1);
}

/** The lap that the point with this index is on, from 1. */
export function lapIn({ points }: Course, index: number): number {
  return 1 + points.slice(0, index).filter(({ lap }) => lap !== undefined).length;
}

function fastestLapUs({ lapMetres }: Track): number {
  return Math.round((lapMetres / fastestMetresPerSecond) * 1_000_000);
}

/** The fastest plausible time to `metres` from a standing start, for rule P2a. */
export function fastestUs(metres: number): number {
  if (metres <= 100) return Math.round((fastest100Us * metres) / 100);
  return fastest100Us + Math.round(((metres - 100) / fastestMetresPerSecond) * 1_000_000);
}
