// A race against its event (L3): rank and signed difference at every split, over readings with an earlier instant only,
// so that pairs that skate later never change it.
import { truncateUs } from '../../../shared/format-time.ts';
import { kept, reuse } from '../reuse.ts';
import { earliest, isEarlier, type Moment, type PointTimes, type RaceTimes, type SplitTime } from './split-times.ts';

export interface Compared {
  readonly rank: number;
  /** Against the best so far; absent for the first. */
  readonly diffUs?: number;
  /** T4: equal in hundredths with an earlier one. */
  readonly tied?: true;
}

/** One race at one point of its course. */
export interface ComparedPoint {
  readonly key: string;
  /** The best so far, of races before this one. */
  readonly best?: { readonly timeUs: number; readonly entry: string; readonly name: string };
  /** By entry. */
  readonly splits: Readonly<Record<string, Compared>>;
}

function fastest(times: readonly SplitTime[], before: Moment | undefined): SplitTime | undefined {
  let best: SplitTime | undefined;
  for (const time of times) {
    if (best !== undefined && time.timeUs >= best.timeUs) continue;
    if (before === undefined || isEarlier(time, before)) best = time;
  }
  return best;
}

/**
 * T3: untruncated at a split; T4: at the finish hundredths, then thousandths. Whoever was faster twice, in another run
 * or before a re-skate, is ahead once; and an own earlier time is one to beat like any other.
 */
function compared(mine: SplitTime, others: readonly SplitTime[], isFinish: boolean): Compared {
  const value = isFinish ? (us: number) => truncateUs(us, 3) : (us: number) => us;
  const limit = value(mine.timeUs);
  const ahead = new Set<string>();
  let bestUs: number | undefined;
  let tied = false;
  for (const other of others) {
    if (other === mine || !isEarlier(other, mine)) continue;
    if (bestUs === undefined || other.timeUs < bestUs) bestUs = other.timeUs;
    if (value(other.timeUs) < limit) ahead.add(other.person);
    if (isFinish && truncateUs(other.timeUs) === truncateUs(mine.timeUs)) tied = true;
  }
  return {
    rank: 1 + ahead.size,
    ...(bestUs !== undefined && { diffUs: mine.timeUs - bestUs }),
    ...(tied && { tied: true as const }),
  };
}

type ByRace = ReadonlyMap<string, ComparedPoint>;

/** All races at one point; `before` only lends the identity of what did not change. */
function comparedAt(all: readonly PointTimes[], before: ByRace | undefined): ByRace {
  const confirmed = all.flatMap(({ times }) => times.filter(({ unconfirmed }) => !unconfirmed));
  return new Map(
    all.map(({ key, race, isFinish, times, end }) => {
      const theirs = times.length === 0 ? confirmed : confirmed.filter((time) => !times.includes(time));
      // When the first of this race was there, or where nobody came there, when it ended: only what was earlier is the best so far.
      const best = fastest(theirs, earliest(times) ?? end);
      const rivals = theirs.concat(times);
      const splits = Object.fromEntries(times.map((time) => [time.entry, compared(time, rivals, isFinish)]));
      const target = best && { timeUs: best.timeUs, entry: best.entry, name: best.name };
      return [race, reuse(before?.get(race), { key, splits, ...(target !== undefined && { best: target }) })];
    }),
  );
}

/** What is compared with each other: by point of the course, of runs that count apart by run and point. */
export type Contest = ReadonlyMap<string, { readonly from: readonly PointTimes[]; readonly byRace: ByRace }>;

function contestKey({ run }: RaceTimes, { key }: PointTimes, apart: boolean): string {
  return apart ? `${run} ${key}` : key;
}

/**
 * Every race compared with the others at each point of its course; only those points are made again where a time
 * changed. L4: `apart` where the runs are added, so that each is a contest of its own; of the best of them all are one.
 */
export function contestOf(before: Contest | undefined, races: readonly RaceTimes[], apart: boolean): Contest {
  const at = new Map<string, PointTimes[]>();
  for (const race of races) {
    for (const point of race.points) {
      const key = contestKey(race, point, apart);
      const known = at.get(key);
      if (known === undefined) at.set(key, [point]);
      else known.push(point);
    }
  }
  return new Map(
    [...at].map(([key, points]) => {
      const known = before?.get(key);
      const settled = known !== undefined && kept(known.from, points) === known.from;
      return [key, settled ? known : { from: points, byRace: comparedAt(points, known?.byRace) }];
    }),
  );
}

/** The points of one race in a contest, in the order of its course. */
export function pointsIn(contest: Contest, race: RaceTimes, apart: boolean): readonly ComparedPoint[] {
  return race.points.flatMap((point) => contest.get(contestKey(race, point, apart))?.byRace.get(race.race) ?? []);
}
