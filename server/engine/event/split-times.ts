// The times of a race at each point of its course: what the other races of its event are compared with (L3).
import { firstGunUs } from '../race/attempt.ts';
import type { Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
import { isOver } from '../race/status.ts';
import { resultsOf } from './results.ts';

/** When something was, on the ice. */
export interface Moment {
  readonly instantUs: number;
  /** Since the gun. */
  readonly timeUs: number;
  /** A replay is played this many times faster than the ice, its attempts aside. */
  readonly rate: number;
}

/** One entry's measured time at one point. */
export interface SplitTime extends Moment {
  readonly entry: string;
  readonly person: string;
  readonly name: string;
  /** P1a: compared with the others; of them only those of its own race are compared with it. */
  readonly unconfirmed: boolean;
}

/** The times of one race at one point; it keeps its identity while they do. */
export interface PointTimes {
  readonly key: string;
  readonly race: string;
  readonly isFinish: boolean;
  readonly times: readonly SplitTime[];
  /** Where nobody came there: when the race ended, of one that is over. */
  readonly end?: Moment;
}

export interface RaceTimes {
  readonly race: string;
  readonly run: number;
  /** Every point of the course, in its order. */
  readonly points: readonly PointTimes[];
}

/**
 * L3: by when it happened. In a replay guns come sooner after each other than they did, while times are true, so
 * between two races what lies between their guns is stretched again.
 */
export function isEarlier(a: Moment, b: Moment): boolean {
  if (a.rate === 1 || a.rate !== b.rate) return a.instantUs < b.instantUs;
  const betweenGunsUs = a.instantUs - a.timeUs - (b.instantUs - b.timeUs);
  return betweenGunsUs * a.rate + (a.timeUs - b.timeUs) < 0;
}

export function earliest<T extends Moment>(moments: readonly T[]): T | undefined {
  return moments.reduce<T | undefined>(
    (first, moment) => (first === undefined || isEarlier(moment, first) ? moment : first),
    undefined,
  );
}

function endOf(race: Race, rate: number): Moment | undefined {
  const gunUs = firstGunUs(race.attempt);
  if (!isOver(race) || gunUs === undefined) return undefined;
  let last = gunUs;
  for (const { racer } of race.entrants.values()) last = Math.max(last, racer.measured.at(-1)?.instantUs ?? 0);
  return { instantUs: last, timeUs: last - gunUs, rate };
}

/** Estimates are not among them, nor are the times of those who were ruled out (L7), or of a race that was cancelled. */
export function timesOf(race: Race): RaceTimes {
  const { id, run = 1, clockRate: rate = 1 } = race.doc;
  const { points } = race.course;
  const times = points.map((): SplitTime[] => []);
  const people = new Map(resultsOf(race).map(({ competitor, person }) => [competitor.entry, person]));
  for (const { racer } of race.status === 'cancelled' ? [] : race.entrants.values()) {
    if (!isIn(racer)) continue;
    const { entry, competitor, measured } = racer;
    const of = { entry, person: people.get(entry) ?? entry, name: competitor.name, rate };
    for (const { point, timeUs, instantUs, estimate } of measured) {
      if (estimate === 'missed') continue;
      times[point]?.push({ ...of, timeUs, instantUs, unconfirmed: estimate === 'unconfirmed' });
    }
  }
  const end = endOf(race, rate);
  return {
    race: id,
    run,
    points: points.map(({ key }, index): PointTimes => {
      const there = times[index] ?? [];
      const isFinish = index === points.length - 1;
      return { key, race: id, isFinish, times: there, ...(end !== undefined && there.length === 0 && { end }) };
    }),
  };
}
