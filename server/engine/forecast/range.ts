// Who is among the best for certain where everybody's value lies somewhere between two bounds, independent of the
// others': times, and sums of times. Lower is better, and equal ones share a place (T5).

export interface Range {
  /** No better than this; infinite where he can come to no value any more. */
  readonly best: number;
  /** No worse than this; infinite where he may yet come to none. */
  readonly worst: number;
}

/** Of many ranges, the bounds that can matter where so many places are to be had: of each the lowest, rising. */
export interface Bounds {
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

export const never: Range = { best: Number.POSITIVE_INFINITY, worst: Number.POSITIVE_INFINITY };

function lowest(values: readonly number[], count: number): readonly number[] {
  const finite = values.filter((value) => value !== Number.POSITIVE_INFINITY);
  return finite.sort((a, b) => a - b).slice(0, count);
}

/** With more than `places` of them below a value it does not matter by how many more. */
export function boundsOf(ranges: readonly Range[], places: number): Bounds {
  return {
    best: lowest(
      ranges.map(({ best }) => best),
      places,
    ),
    worst: lowest(
      ranges.map(({ worst }) => worst),
      places,
    ),
  };
}

function below(value: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => bound < value).length;
}

/** N4: `in` where fewer than `places` of the others can be better than the worst he can do, `out` where so many are better than his best. */
export function amongBest(me: Range, rivals: Bounds, mates: readonly Range[], places: number): 'in' | 'out' | 'open' {
  const own = boundsOf(mates, places);
  if (me.best === Number.POSITIVE_INFINITY) return 'out';
  if (below(me.best, rivals.worst) + below(me.best, own.worst) >= places) return 'out';
  if (me.worst === Number.POSITIVE_INFINITY) return 'open';
  return below(me.worst, rivals.best) + below(me.worst, own.best) < places ? 'in' : 'open';
}
