// Who would drop out for whom if this result stands: the selection with and without the distance that was begun last.
import type { SelectionState } from '../../../shared/selection-state.ts';
import type { Distance } from './distance.ts';
import type { Given } from './walk.ts';

type Moves = NonNullable<SelectionState['moves']>;

/** The distance begun last that is not official yet. */
function newestOf(distances: Iterable<Distance>): Distance | undefined {
  let newest: Distance | undefined;
  for (const distance of distances) {
    if (distance.phase !== 'provisional' || distance.gunUs === undefined) continue;
    if (newest?.gunUs === undefined || distance.gunUs > newest.gunUs) newest = distance;
  }
  return newest;
}

/** What was there before the distance that is on began; undefined where none is on. */
export function withoutNewest(given: Given): Given | undefined {
  const newest = newestOf(given.distances.values());
  if (newest === undefined) return undefined;
  const { people } = newest;
  const blank: Distance = { ...newest, phase: 'open', ranked: [], unranked: [], movers: Object.keys(people) };
  return { ...given, distances: new Map(given.distances).set(newest.id, blank) };
}

/** Each who comes in with one who drops out, first with first. */
export function movesOf(before: readonly string[], after: readonly string[]): Moves {
  const come = after.filter((person) => !before.includes(person));
  const gone = before.filter((person) => !after.includes(person));
  return Array.from({ length: Math.max(come.length, gone.length) }, (_, i) => ({
    ...(come[i] !== undefined && { in: come[i] }),
    ...(gone[i] !== undefined && { out: gone[i] }),
  }));
}
