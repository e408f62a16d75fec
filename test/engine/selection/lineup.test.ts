import { describe, expect, it } from 'vitest';
import { lineupsOf, mostLineups } from '../../../server/engine/selection/lineup.ts';
import { distanceLike } from './futures.ts';

const settled = Array.from({ length: 12 }, (_, i) => ({ person: `s${i}`, rank: i + 1 }));
const movers = Array.from({ length: 12 }, (_, i) => `m${i}`);
const distance = distanceLike('x', settled, movers);

describe('the ways in which the first places may end', () => {
  it('[Q4] are told apart up to a limit, and beyond it anybody may have any place', () => {
    // Each of eight places is the next settled one's or free.
    expect(lineupsOf(distance, 8)).toHaveLength(mostLineups);
    const [one, ...more] = lineupsOf(distance, 9);
    expect(more).toEqual([]);
    expect(one?.places).toEqual(Array.from({ length: 9 }, () => undefined));
    expect(one?.free).toHaveLength(24);
  });

  it('[Q5] keep who can only improve ahead of who was slower and has skated', () => {
    const [a, b] = [
      { person: 'a', rank: 1 },
      { person: 'b', rank: 2 },
    ];
    const ways = (improves: boolean) =>
      lineupsOf(distanceLike('x', [a, b], ['a'], improves), 2).map(({ places }) => places);
    expect(ways(true)).toEqual([['a', 'b']]);
    expect(ways(false)).toEqual([
      ['b', undefined],
      [undefined, 'b'],
    ]);
  });
});
