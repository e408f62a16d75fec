// The classification, another list than the order on the ice (M4 to M7): laps, points, time to the thousandth.
import { truncateUs } from '../../../shared/format-time.ts';
import { lastOf, type Racer } from './racers.ts';

/** What ranks an entry. A mass start lists the disqualified with the last ranks (M7); others do not rank them (L7). */
export interface Standing {
  readonly racer: Racer;
  readonly class: 'finisher' | 'nonFinisher' | 'disqualified' | 'unranked';
  /** Laps behind the leader while racing. */
  readonly lapsDown: number;
  readonly total: number;
  /** Place on the ice, from 1, of those who race. */
  readonly position: number;
  /** Place in the photo finish's order, from 0; those of a dead heat share it. */
  readonly photo: number | undefined;
}

export interface Ranked {
  readonly racer: Racer;
  readonly rank?: number;
}

const classes: Standing['class'][] = ['finisher', 'nonFinisher', 'disqualified', 'unranked'];

function thousandths(racer: Racer): number {
  const last = lastOf(racer);
  return last === undefined ? Number.POSITIVE_INFINITY : truncateUs(last.timeUs, 3);
}

/** Where the photo finish names both it decides; while somebody is still on the way the order on the ice stands for the time. */
function byTime(a: Standing, b: Standing): number {
  if (a.photo !== undefined || b.photo !== undefined)
    return ascending(a.photo ?? Number.POSITIVE_INFINITY, b.photo ?? Number.POSITIVE_INFINITY);
  if (a.racer.finished && b.racer.finished) return ascending(thousandths(a.racer), thousandths(b.racer));
  return a.position - b.position;
}

/** Unlike a difference also defined for what never happened, an infinite time. */
function ascending(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

function better(a: Standing, b: Standing): number {
  const byClass = classes.indexOf(a.class) - classes.indexOf(b.class);
  if (byClass !== 0) return byClass;
  if (a.class === 'finisher') return a.lapsDown - b.lapsDown || b.total - a.total || byTime(a, b);
  if (a.class === 'nonFinisher') {
    return b.racer.laps - a.racer.laps || ascending(thousandths(a.racer), thousandths(b.racer));
  }
  return a.racer.competitor.order - b.racer.competitor.order;
}

/** All of a race in order of the classification; equal to the thousandth is the same rank, and the next is skipped (T5). */
export function classify(standings: readonly Standing[]): readonly Ranked[] {
  const sorted = standings.toSorted(better);
  let rank = 0;
  return sorted.map((standing, index) => {
    if (standing.class === 'unranked') return { racer: standing.racer };
    const before = sorted[index - 1];
    if (before === undefined || better(before, standing) !== 0) rank = index + 1;
    return { racer: standing.racer, rank };
  });
}

/** T4: the entries whose time is equal in hundredths with another's, whose thousandth is printed. */
export function tiedInHundredths(times: ReadonlyMap<string, number>): ReadonlySet<string> {
  const counts = new Map<number, number>();
  for (const timeUs of times.values()) {
    const hundredths = truncateUs(timeUs);
    counts.set(hundredths, (counts.get(hundredths) ?? 0) + 1);
  }
  const tied = [...times].filter(([, timeUs]) => (counts.get(truncateUs(timeUs)) ?? 0) > 1);
  return new Set(tied.map(([entry]) => entry));
}
