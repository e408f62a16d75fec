// Between what bounds the time of somebody on the ice will be. The only guess is that nobody skates faster than course.ts
// says; so it is certain only when it is too late for a time, or when the time is there.
import { truncateUs } from '../../../shared/format-time.ts';
import { type Course, fastestUs } from '../disciplines/course.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
import { isOver } from '../race/status.ts';
import type { Way } from './asking-rate.ts';
import { never, type Range } from './range.ts';

/** Points of the course that make a lap: where teams pass the lines on both straights, two. */
function pointsPerLap({ line, perLap }: Course): number {
  return line === undefined ? perLap : 2;
}

/** Where he was last measured; undefined before that, and where what was seen last is an estimate. */
export function wayOf({ course }: Race, { racer }: Entrant): Way | undefined {
  const last = racer.measured.at(-1);
  if (last === undefined || last.estimate !== undefined || racer.finished) return undefined;
  const pointsLeft = course.points.length - 1 - last.point;
  return { laps: course.laps, lapsLeft: pointsLeft / pointsPerLap(course), elapsedUs: last.timeUs };
}

function bestStill(race: Race, entrant: Entrant): number {
  const { course } = race;
  const way = wayOf(race, entrant);
  if (way === undefined) return fastestUs(course.points.at(-1)?.metres ?? 0);
  const lapUs = course.line === undefined ? course.fastestLapUs : 2 * course.fastestLapUs;
  return way.elapsedUs + Math.floor(way.lapsLeft) * lapUs;
}

/** N4: in microseconds cut off to the thousandth. */
export function liveRange(race: Race, entrant: Entrant): Range {
  const { racer, result } = entrant;
  if (!isIn(racer) || !race.timesValid) return never;
  if (result !== undefined) {
    const value = truncateUs(result.timeUs, 3);
    return { best: value, worst: value };
  }
  if (isOver(race) || race.status === 'cancelled') return never;
  return { best: truncateUs(bestStill(race, entrant), 3), worst: Number.POSITIVE_INFINITY };
}
