import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfVerdict } from '../../../server/engine/selection/best-of.ts';
import type { Distance } from '../../../server/engine/selection/distance.ts';
import type { BestOfDoc } from '../../../server/engine/selection/points.ts';
import { pointsOutlooks } from '../../../server/engine/selection/points-outlook.ts';
import { Script } from '../script.ts';
import { athletes, distanceLike, distances, endedIn, endsOf } from './futures.ts';
import { makeOfficial, raceId, selectionOf, skate, tickets, trialsMeet } from './trials.ts';

const points = [10, 7, 5, 4];
const bestOf = (more: object = {}): BestOfDoc => ({
  id: 's',
  name: 'Cup',
  kind: 'bestOf',
  quota: 2,
  events: ['x', 'y', 'z'],
  best: 2,
  points,
  ...more,
});

const who = ['a', 'b', 'c', 'd'];
const words = ['x', 'y', 'z'].map((id) => ({ id, metres: 500, who }));

/** The times of a distance, in the order of `who`. */
function skateTimes(script: Script, id: string, times: readonly number[]): void {
  skate(script, raceId(id, 1), { a: times[0] ?? 0, b: times[1] ?? 0 });
  skate(script, raceId(id, 2), { c: times[2] ?? 0, d: times[3] ?? 0 });
  makeOfficial(script, id);
}

const given = (list: readonly Distance[]) => ({
  distances: new Map(list.map((one) => [one.id, one])),
  designated: new Map(),
});

/** With equal points anybody of the equal ones may be given the ticket. */
function mayBeIn(
  doc: BestOfDoc,
  list: readonly Distance[],
): { readonly sure: Set<string>; readonly possible: Set<string> } {
  const { candidates } = bestOfVerdict(doc, given(list));
  const sums = [...candidates].flatMap(([person, candidate]) =>
    candidate.points === undefined ? [] : [[person, candidate.points] as const],
  );
  const ahead = (mine: number, or: (a: number, b: number) => boolean) => sums.filter(([, sum]) => or(sum, mine)).length;
  return {
    sure: new Set(sums.filter(([, sum]) => ahead(sum, (a, b) => a >= b) <= doc.quota).map(([person]) => person)),
    possible: new Set(sums.filter(([, sum]) => ahead(sum, (a, b) => a > b) < doc.quota).map(([person]) => person)),
  };
}

describe('the best so many results', () => {
  it('[Q6] adds up the best points by rank, and says by how much', () => {
    const script = new Script(trialsMeet(words, [bestOf()]));
    skateTimes(script, 'x', [35, 36, 37, 38]);
    skateTimes(script, 'y', [38, 36, 37, 35]);
    skateTimes(script, 'z', [37, 36, 38, 35]);
    const { candidates } = selectionOf(script, 's');
    expect(tickets(script, 's')).toEqual(['d', 'a']);
    expect(candidates.d).toMatchObject({ rank: 1, points: 20, marginPoints: 6, forecast: { state: 'in' } });
    expect(candidates.a).toMatchObject({ rank: 2, points: 15, marginPoints: 1, forecast: { state: 'in' } });
    expect(candidates.b).toMatchObject({ rank: 3, points: 14, marginPoints: 1, forecast: { state: 'out' } });
    expect(candidates.c).toMatchObject({ rank: 4, points: 10, marginPoints: 5 });
  });

  it('[Q6] of equal points at the quota both are marked, and neither is certain', () => {
    const script = new Script(trialsMeet(words, [bestOf({ events: ['x', 'y'], quota: 1 })]));
    skateTimes(script, 'x', [35, 36, 37, 38]);
    skateTimes(script, 'y', [36, 35, 37, 38]);
    const { candidates } = selectionOf(script, 's');
    expect([candidates.a, candidates.b].map((one) => [one?.rank, one?.tied, one?.forecast?.state])).toEqual([
      [1, true, 'open'],
      [1, true, 'open'],
    ]);
    expect(candidates.c?.tied).toBeUndefined();
  });

  it('[Q6] without a table the times are added, the lowest first, and who has more results before who has fewer', () => {
    const times = { ...bestOf({ quota: 1 }), points: undefined };
    const script = new Script(trialsMeet(words, [JSON.parse(JSON.stringify(times))]));
    skateTimes(script, 'x', [35, 36, 37, 38]);
    skateTimes(script, 'y', [38, 35.5, 37, 36]);
    const { candidates } = selectionOf(script, 's');
    expect(candidates.b).toMatchObject({ rank: 1, selected: true, timeUs: 71_500_000, marginUs: 1_500_000 });
    expect(candidates.a).toMatchObject({ rank: 2, timeUs: 73_000_000, marginUs: 1_500_000 });
    expect(candidates.b?.forecast).toEqual({ state: 'open' });
    skate(script, raceId('z', 1), { a: 36, b: 37 });
    expect(candidates.a?.forecast?.state).toBe('open');
    skate(script, raceId('z', 2), { c: 33.4 });
    const last = selectionOf(script, 's').candidates;
    expect(last.c).toMatchObject({ rank: 1, timeUs: 70_400_000, forecast: { state: 'open' } });
    expect([last.a, last.b].map((one) => one?.forecast?.state)).toEqual(['out', 'out']);
    expect(last.d?.forecast).toEqual({
      state: 'open',
      needs: [{ code: 'timeForTicket', values: { event: 'z', name: '500 m', timeUs: 34_400_000 } }],
    });
  });
});

const three = fc.tuple(
  distances('x', athletes),
  distances('y', athletes.slice(0, 3)),
  distances('z', athletes.slice(1)),
);
const docs = fc
  .record({ quota: fc.integer({ min: 1, max: 3 }), best: fc.integer({ min: 1, max: 3 }) })
  .map((fields) => bestOf(fields));

function withoutTies(list: readonly Distance[]): Distance[] {
  return list.map((distance) => ({
    ...distance,
    ranked: distance.ranked.map(({ person }, i) => ({ person, rank: i + 1 })),
  }));
}

function futuresOf(list: readonly Distance[]): Distance[][] {
  return list.reduce<Distance[][]>(
    (before, distance) => {
      const ends = endsOf(distance).map((order) => endedIn(distance, order));
      return before.flatMap((ended) => ends.map((end) => [...ended, end]));
    },
    [[]],
  );
}

function truthOf(doc: BestOfDoc, list: readonly Distance[]): (person: string) => string {
  const futures = futuresOf(list).map((ended) => mayBeIn(doc, ended));
  return (person) => {
    if (futures.every(({ sure }) => sure.has(person))) return 'in';
    return futures.some(({ possible }) => possible.has(person)) ? 'open' : 'out';
  };
}

describe('tickets by points for certain', () => {
  it('[Q6][Q4] in is a ticket in every ending, out in none: every ending of small meets agrees', () => {
    fc.assert(
      fc.property(docs, three, (doc, some) => {
        const list = withoutTies(some);
        const truth = truthOf(doc, list);
        for (const [person, { state }] of pointsOutlooks(doc, list, new Set(athletes))) {
          expect(`${person} ${state}`).toBe(`${person} ${truth(person)}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[Q6][Q4] where there are too many endings to go through, nobody is said to be certain who is not', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => `n${i}`);
    fc.assert(
      fc.property(docs, three, (doc, some) => {
        const list = withoutTies(some);
        const truth = truthOf(doc, list);
        // Sixty who skate nothing make the meet large and change nothing.
        for (const [person, { state }] of pointsOutlooks(doc, list, new Set([...athletes, ...crowd]))) {
          if (crowd.includes(person) || state === 'open') continue;
          expect(`${person} ${state}`).toBe(`${person} ${truth(person)}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[Q6] a place is enough where it is enough in every ending', () => {
    const [x, y] = [
      distanceLike(
        'x',
        athletes.map((person, i) => ({ person, rank: i + 1 })),
        [],
      ),
      distanceLike('y', [], athletes),
    ];
    const doc = bestOf({ quota: 1, events: ['x', 'y'] });
    const outlooks = pointsOutlooks(doc, [x, y], new Set(athletes));
    expect(outlooks.get('a')).toEqual({
      state: 'open',
      needs: [{ code: 'placeForTicket', values: { event: 'y', name: 'y', place: 1 } }],
    });
    expect(outlooks.get('d')?.state).toBe('open');
  });
});

/** A time of its own to everybody: far below and far above all that were skated. */
const extremes = (person: string): number[] => [
  1000 * (1 + athletes.indexOf(person)),
  9e9 + 1000 * athletes.indexOf(person),
];

function withTimes(list: readonly Distance[]): Distance[] {
  return list.map((distance) => ({
    ...distance,
    ranked: distance.ranked.map(({ person, rank }) => ({ person, rank, timeUs: 35_000_000 + 100_000 * rank })),
  }));
}

/** The distance with everybody to come at one of his extremes; a second run only improves. */
function timedEndsOf(distance: Distance): Distance[] {
  return distance.movers
    .reduce<Map<string, number>[]>(
      (before, mover) =>
        before.flatMap((chosen) => extremes(mover).map((timeUs) => new Map(chosen).set(mover, timeUs))),
      [new Map()],
    )
    .map((chosen) => {
      const times = new Map(distance.ranked.map(({ person, timeUs = 0 }) => [person, timeUs]));
      for (const [person, timeUs] of chosen) {
        times.set(person, distance.improves ? Math.min(timeUs, times.get(person) ?? timeUs) : timeUs);
      }
      const sorted = [...times].sort(([, a], [, b]) => a - b);
      return {
        ...endedIn(
          distance,
          sorted.map(([person]) => person),
        ),
        ranked: sorted.map(([person, timeUs], i) => ({ person, rank: i + 1, timeUs })),
      };
    });
}

function sumsOf(doc: BestOfDoc, list: readonly Distance[]): Map<string, number> {
  const { candidates } = bestOfVerdict(doc, given(list));
  return new Map(
    [...candidates].flatMap(([person, { timeUs }]) => (timeUs === undefined ? [] : [[person, timeUs] as const])),
  );
}

describe('tickets by times for certain', () => {
  it('[Q6][Q4] in is a ticket in every ending, out in none: every extreme of small meets agrees', () => {
    const two = fc.tuple(distances('x', athletes.slice(0, 3)), distances('y', athletes.slice(1)));
    const timed = docs.map(({ points: _, ...doc }) => ({ ...doc, events: ['x', 'y'], best: Math.min(doc.best, 2) }));
    fc.assert(
      fc.property(timed, two, (doc, some) => {
        const list = withTimes(withoutTies(some));
        const [x, y] = list as [Distance, Distance];
        const futures = timedEndsOf(x).flatMap((first) => timedEndsOf(y).map((second) => sumsOf(doc, [first, second])));
        for (const [person, { state }] of bestOfVerdict(doc, given(list)).outlooks) {
          const ahead = futures.map((sums) => {
            const mine = sums.get(person);
            const others = [...sums].filter(([other]) => other !== person).map(([, sum]) => sum);
            if (mine === undefined) return { sure: false, possible: false };
            return {
              sure: others.filter((sum) => sum <= mine).length < doc.quota,
              possible: others.filter((sum) => sum < mine).length < doc.quota,
            };
          });
          const truth = ahead.every(({ sure }) => sure)
            ? 'in'
            : ahead.some(({ possible }) => possible)
              ? 'open'
              : 'out';
          expect(`${person} ${state}`).toBe(`${person} ${truth}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
