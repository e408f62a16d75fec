// The best so many of an athlete's results: points by rank added up, or times. Knows no other criterion.
import { truncateUs } from '../../../shared/format-time.ts';
import type { Distance } from './distance.ts';
import { type BestOfDoc, bestPoints, pointsOf } from './points.ts';
import { pointsOutlooks } from './points-outlook.ts';
import { timesOutlooks } from './times-outlook.ts';
import { concerned, distancesOf, marginUs, toStart, type Verdict } from './verdict.ts';
import type { Given } from './walk.ts';

interface Total {
  readonly person: string;
  /** Results that count, at most so many as the criterion asks for. */
  readonly count: number;
  /** Points, or microseconds of times cut off to the thousandth (T4). */
  readonly sum: number;
}

function totalOf(doc: BestOfDoc, distances: readonly Distance[], person: string): Total | undefined {
  const results = distances.flatMap(({ ranked }) => ranked.find((placed) => placed.person === person) ?? []);
  if (doc.points !== undefined) {
    if (results.length === 0) return undefined;
    const points = results.map(({ rank }) => pointsOf(doc, rank));
    return { person, count: Math.min(doc.best, points.length), sum: bestPoints(doc, points) };
  }
  const times = results.flatMap(({ timeUs }) => (timeUs === undefined ? [] : [truncateUs(timeUs, 3)]));
  const best = times.sort((a, b) => a - b).slice(0, doc.best);
  // Who can come to so many results no more is in no classification.
  const toCome = distances.filter(({ movers }) => movers.includes(person)).length;
  if (best.length === 0 || best.length + toCome < doc.best) return undefined;
  return { person, count: best.length, sum: best.reduce((sum, timeUs) => sum + timeUs, 0) };
}

/** Most points first; of times, those with more results before those with fewer, then the lowest sum. */
function compare({ points }: BestOfDoc, a: Total, b: Total): number {
  return points === undefined ? b.count - a.count || a.sum - b.sum : b.sum - a.sum;
}

interface Ranked extends Total {
  readonly rank: number;
}

function classify(doc: BestOfDoc, distances: readonly Distance[], people: ReadonlySet<string>): readonly Ranked[] {
  const totals = [...people].flatMap((person) => totalOf(doc, distances, person) ?? []);
  totals.sort((a, b) => compare(doc, a, b));
  let rank = 0;
  return totals.map((total, i) => {
    const before = totals[i - 1];
    if (before === undefined || compare(doc, before, total) !== 0) rank = i + 1;
    return { ...total, rank };
  });
}

/** Who has a ticket as it stands. */
export function bestSelected(doc: BestOfDoc, given: Given): readonly string[] {
  const distances = distancesOf(given, doc.events);
  return classify(doc, distances, concerned(distances))
    .slice(0, doc.quota)
    .map(({ person }) => person);
}

export function bestOfVerdict(doc: BestOfDoc, given: Given): Verdict {
  const distances = distancesOf(given, doc.events);
  const people = concerned(distances);
  const ranked = classify(doc, distances, people);
  const selected = ranked.slice(0, doc.quota).map(({ person }) => person);
  const [lastIn, firstOut] = [ranked[doc.quota - 1], ranked[doc.quota]];
  const isTie = lastIn !== undefined && firstOut?.rank === lastIn.rank;
  const candidates: Verdict['candidates'] = new Map([
    ...ranked.map((total, i): [string, ReturnType<typeof candidateOf>] => [
      total.person,
      candidateOf(doc, total, i < doc.quota ? firstOut : lastIn, isTie && total.rank === lastIn.rank),
    ]),
    ...[...people]
      .filter((person) => !ranked.some((total) => total.person === person))
      .map((person): [string, ReturnType<typeof candidateOf>] => [person, {}]),
  ]);
  const all = new Set([...people, ...toStart(distances)]);
  return {
    selected,
    candidates,
    outlooks: doc.points === undefined ? timesOutlooks(doc, distances, all) : pointsOutlooks(doc, distances, all),
    provisional: distances.some(({ phase }) => phase !== 'filled'),
  };
}

function candidateOf(
  { points }: BestOfDoc,
  { rank, sum, count }: Ranked,
  rival: Ranked | undefined,
  isTied: boolean,
): { rank?: number; points?: number; timeUs?: number; marginPoints?: number; marginUs?: number; tied?: true } {
  const tied = isTied && { tied: true as const };
  if (points !== undefined) {
    return { rank, points: sum, ...(rival && { marginPoints: Math.abs(sum - rival.sum) }), ...tied };
  }
  return { rank, timeUs: sum, ...(rival?.count === count && { marginUs: marginUs(sum, rival.sum) }), ...tied };
}
