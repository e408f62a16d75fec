// Every way in which small distances may end, one by one: what the exact bounds are held against.
import fc from 'fast-check';
import type { Distance, Placed } from '../../../server/engine/selection/distance.ts';

export const athletes = ['a', 'b', 'c', 'd'];

export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

/** Whom a distance must end before whom, whatever those to come do. */
function mustBeBefore({ ranked, movers, improves }: Distance, a: string, b: string): boolean {
  const of = (person: string) => ranked.find((placed) => placed.person === person);
  const [first, second] = [of(a), of(b)];
  if (first === undefined || second === undefined || movers.includes(b)) return false;
  if (movers.includes(a) && !improves) return false;
  return first.rank < second.rank;
}

/** All orders in which a distance may end. */
export function endsOf(distance: Distance): string[][] {
  const all = [...new Set([...distance.ranked.map(({ person }) => person), ...distance.movers])];
  return permutations(all).filter((order) =>
    order.every((late, i) => order.slice(0, i).every((early) => !mustBeBefore(distance, late, early))),
  );
}

export function distanceLike(
  id: string,
  ranked: readonly Placed[],
  movers: readonly string[],
  improves = false,
): Distance {
  return {
    id,
    name: id,
    phase: ranked.length === 0 ? 'open' : movers.length === 0 ? 'filled' : 'provisional',
    ranked,
    unranked: [],
    movers,
    improves,
    timed: true,
    people: Object.fromEntries(athletes.map((name) => [name, { name }])),
  };
}

/** The distance as it stands once it has ended in this order. */
export function endedIn(distance: Distance, order: readonly string[]): Distance {
  return {
    ...distance,
    phase: 'filled',
    ranked: order.map((person, i) => ({ person, rank: i + 1 })),
    movers: [],
  };
}

/** Some have a place, some of them may improve on it, some are to come; now and then two are equal. */
export function distances(id: string, of: readonly string[] = athletes): fc.Arbitrary<Distance> {
  return fc
    .record({
      order: fc.shuffledSubarray([...of], { minLength: 0 }),
      cut: fc.nat(of.length),
      improves: fc.boolean(),
      again: fc.subarray([...of]),
      tie: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ order, cut, improves, again, tie }) => {
      const placed = order.slice(0, cut);
      const ranked = placed.map((person, i) => ({ person, rank: i > 0 && i === tie ? i : i + 1 }));
      const movers = [...order.slice(cut), ...placed.filter((person) => again.includes(person))];
      return distanceLike(id, ranked, movers, improves);
    });
}
