// The fewest people that can have all of some free places: of each distance so many of those who skate it. A search over
// kinds of people, by the distances they skate.

export interface Need {
  /** So many places, each somebody else's. */
  readonly count: number;
  readonly free: readonly string[];
}

/** Steps of one search; a search that is longer answers with too few, which claims less than is so, never more. */
const mostSteps = 5000;

interface Kind {
  /** Which of the needs they serve. */
  readonly serves: readonly number[];
  left: number;
}

function kindsOf(needs: readonly Need[]): Kind[] {
  const servesOf = new Map<string, number[]>();
  for (const [n, { count, free }] of needs.entries()) {
    if (count === 0) continue;
    for (const person of free) {
      const serves = servesOf.get(person);
      if (serves === undefined) servesOf.set(person, [n]);
      else serves.push(n);
    }
  }
  const kinds = new Map<string, Kind>();
  for (const serves of servesOf.values()) {
    const kind = kinds.get(serves.join());
    if (kind === undefined) kinds.set(serves.join(), { serves, left: 1 });
    else kind.left += 1;
  }
  return [...kinds.values()].sort((a, b) => b.serves.length - a.serves.length);
}

export function fewest(needs: readonly Need[]): number {
  const open = needs.filter(({ count }) => count > 0);
  if (open.length < 2) return open[0]?.count ?? 0;
  const kinds = kindsOf(needs);
  const counts = needs.map(({ count }) => count);
  const least = Math.max(0, ...counts);
  let best = counts.reduce((sum, count) => sum + count, 0);
  let steps = 0;
  const search = (used: number): void => {
    steps += 1;
    const most = Math.max(0, ...counts);
    if (most === 0) best = Math.min(best, used);
    if (most === 0 || used + most >= best || steps > mostSteps) return;
    const hardest = counts.indexOf(most);
    for (const kind of kinds) {
      if (kind.left === 0 || !kind.serves.includes(hardest)) continue;
      const served = kind.serves.filter((n) => (counts[n] ?? 0) > 0);
      kind.left -= 1;
      for (const n of served) counts[n] = (counts[n] ?? 0) - 1;
      search(used + 1);
      for (const n of served) counts[n] = (counts[n] ?? 0) + 1;
      kind.left += 1;
    }
  };
  search(0);
  return steps > mostSteps ? least : best;
}
