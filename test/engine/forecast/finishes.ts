// Every way in which a small contest can end, one by one: what the forecast must agree with.
import type { Contest } from '../../../server/engine/forecast/contest.ts';

export interface Ending {
  /** Everybody over the line, first first, those who are done among them. */
  readonly order: readonly string[];
  /** By entry: points at each sprint that was left. */
  readonly won: ReadonlyMap<string, readonly number[]>;
  readonly isIn: ReadonlySet<string>;
}

function* orders<T>(all: readonly T[], length: number): Generator<readonly T[]> {
  if (length === 0) yield [];
  else
    for (const [index, one] of all.entries())
      for (const rest of orders(all.toSpliced(index, 1), length - 1)) yield [one, ...rest];
}

function* products<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...others] = lists;
  if (first === undefined) yield [];
  else for (const one of first) for (const rest of products(others)) yield [one, ...rest];
}

function sprintOrders({ racing, sprints }: Contest): (readonly (readonly string[])[])[] {
  return sprints.map(({ points }, sprint) => {
    const riders = racing.filter(({ taken }) => !taken.includes(sprint)).map(({ entry }) => entry);
    return [...orders(riders, Math.min(points.length, riders.length))];
  });
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

export function endingsCount(contest: Contest): number {
  const doubtful = contest.racing.filter((rider) => rider.doubtful).length;
  const finishes = factorial(contest.racing.length) * 2 ** doubtful;
  return sprintOrders(contest).reduce((product, all) => product * all.length, finishes);
}

function ended(contest: Contest, finish: readonly string[], sprintsWon: readonly (readonly string[])[]): Ending {
  const { done, racing, places } = contest;
  const won = new Map(
    racing.map(({ entry }) => [
      entry,
      contest.sprints.map(({ points }, sprint) => points[sprintsWon[sprint]?.indexOf(entry) ?? -1] ?? 0),
    ]),
  );
  const totals = new Map(done.map(({ entry, total }) => [entry, total]));
  for (const { entry, points, pointless } of racing) {
    const sprints = (won.get(entry) ?? []).reduce((sum, value) => sum + value, 0);
    totals.set(entry, pointless ? 0 : points + sprints + (contest.finish[finish.indexOf(entry)] ?? 0));
  }
  const order = [...done.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry), ...finish];
  const ranked = order.toSorted((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  return { order, won, isIn: new Set(ranked.slice(0, places)) };
}

/** Each of the doubtful with his points, and without. */
function* verdicts(contest: Contest): Generator<Contest> {
  const choices = contest.racing.map((rider) => (rider.doubtful ? [rider, { ...rider, pointless: true }] : [rider]));
  for (const racing of products(choices)) yield { ...contest, racing };
}

export function* endings(contest: Contest): Generator<Ending> {
  for (const judged of verdicts(contest)) yield* endingsOf(judged);
}

function* endingsOf(contest: Contest): Generator<Ending> {
  const riders = contest.racing.map(({ entry }) => entry);
  for (const finish of orders(riders, riders.length)) {
    for (const sprints of products(sprintOrders(contest))) yield ended(contest, finish, sprints);
  }
}
