import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samalogOf, samalogTimeUs, slowestForSamalogUs } from '../../server/engine/event/samalog.ts';
import { eventStateSchema } from '../../shared/meet-state.ts';
import { type Distances, listed, ranks, ridden, type Skate } from './distances.ts';
import { seconds } from './script.ts';

const more = { combined: [{ id: 'mini', name: 'Mini allround', of: ['500', '1500'] }] };
const events = [
  { id: '500', distance: 500 },
  { id: '1500', distance: 1500 },
];

function allround(first: readonly Skate[], second: readonly Skate[], then: readonly Skate[] = []): Distances {
  const races = [
    { id: 'p1', event: '500', skates: first },
    { id: 'p2', event: '1500', skates: second },
    { id: 'p3', event: '1500', skates: then },
  ];
  return { events, races: then.length === 0 ? races.slice(0, 2) : races, more };
}

describe('a samalog', () => {
  it.each([
    [102.56, 1500, 34_186],
    [767.89, 10_000, 38_394],
    [37.519, 500, 37_510],
    [67, 1000, 33_500],
  ])('[L10] of %f s over %i m is cut off, never rounded', (time, metres, expected) => {
    expect(samalogOf(seconds(time), metres)).toBe(expected);
  });

  it('[L10] is exact whatever the distance and the time', () => {
    const metres = fc.oneof(fc.constantFrom(500, 1000, 1500, 3000, 5000, 10_000), fc.integer({ min: 1, max: 50_000 }));
    fc.assert(
      fc.property(fc.nat(360_000), metres, (hundredths, over) => {
        const exact = (BigInt(hundredths) * 5000n) / BigInt(over);
        expect(BigInt(samalogOf(hundredths * 10_000 + 9_999, over))).toBe(exact);
      }),
      { numRuns: 300 },
    );
  });

  it('[L10] of the slowest time for it is no higher, and of a hundredth more it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30_000, max: 60_000 }),
        fc.constantFrom(500, 1000, 1500, 3000, 5000, 10_000),
        (points, over) => {
          const us = slowestForSamalogUs(points, over);
          expect(samalogOf(us, over)).toBeLessThanOrEqual(points);
          expect(samalogOf(us + 10_000, over)).toBeGreaterThan(points);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[L10] is a time at any distance: a tenth of a point is a second over 5000 m', () => {
    expect(samalogTimeUs(100, 5000)).toBe(seconds(1));
    expect(samalogTimeUs(-1, 500)).toBe(-1000);
  });
});

describe('a combined event', () => {
  const told = allround(
    [
      { who: 'a', time: 36 },
      { who: 'b', time: 35.5 },
    ],
    [
      { who: 'c', status: 'DNS' },
      { who: 'b', time: 108 },
    ],
    [{ who: 'a', time: 105 }],
  );

  it('[L10] has the lowest sum of samalogs first, with time, rank and samalog of each distance', () => {
    const script = ridden(told);
    expect(ranks(script, 'mini')).toEqual(['1 a', '2 b', '- c']);
    const [a, b, c] = listed(script, 'mini');
    expect(a).toEqual({
      order: 1,
      rank: 1,
      race: 'p3',
      entry: 'a',
      athlete: 'a',
      name: 'a',
      nation: 'NED',
      samalog: 71_000,
      provisional: true,
      parts: {
        500: { order: 1, race: 'p1', rank: 2, timeUs: seconds(36), samalog: 36_000, counts: true },
        1500: { order: 2, race: 'p3', rank: 1, timeUs: seconds(105), samalog: 35_000, counts: true },
      },
    });
    expect([b?.samalog, c?.samalog, c?.status]).toEqual([71_500, undefined, 'DNS']);
    expect(eventStateSchema.safeParse(script.event('mini')).error).toBeUndefined();
  });

  it('[L10] is live over the distances ridden so far: who has more of them is ahead', () => {
    expect(ranks(ridden(told, 1), 'mini')).toEqual(['1 b', '2 a', '- c']);
    expect(ranks(ridden(told, 2), 'mini')).toEqual(['1 b', '2 a', '- c']);
    expect(listed(ridden(told, 1), 'mini').map(({ samalog }) => samalog)).toEqual([35_500, 36_000, undefined]);
  });

  it('[L10] has no rank for who was ruled out of a distance, and one behind the others for who was not in the last', () => {
    const script = ridden(
      allround(
        [
          { who: 'a', time: 36 },
          { who: 'b', time: 35 },
        ],
        [
          { who: 'a', status: 'DQ' },
          { who: 'd', time: 100 },
        ],
        [{ who: 'c', time: 104 }],
      ),
    );
    for (const race of ['p1', 'p2', 'p3']) script.say({ kind: 'close', race });
    expect(ranks(script, 'mini')).toEqual(['1 b', '- d', '- c', '- a']);
    expect(listed(script, 'mini').at(-1)).toMatchObject({ status: 'DQ', samalog: 36_000 });
  });

  it('[L10][T5] equal to the thousandth is the same rank', () => {
    const script = ridden(
      allround(
        [
          { who: 'a', time: 36 },
          { who: 'b', time: 36.1 },
        ],
        [
          { who: 'a', time: 105.3 },
          { who: 'b', time: 105 },
        ],
      ),
    );
    expect(listed(script, 'mini').map(({ rank, samalog }) => [rank, samalog])).toEqual([
      [1, 71_100],
      [1, 71_100],
    ]);
  });

  it('[L10] has a samalog of each run where runs are added', () => {
    const rules = { runs: 2, runsCount: 'sum' };
    const races = [
      { id: 'r1', event: '500', run: 1, skates: [{ who: 'a', time: 36 }] },
      { id: 'r2', event: '500', run: 2, skates: [{ who: 'a', time: 35.5 }] },
    ];
    const script = ridden({ events: [{ ...events[0]!, rules }, events[1]!], races, more });
    expect(listed(script, 'mini')[0]?.samalog).toBe(71_500);
  });

  it('[L10][O1] is official once all its distances are, and stands in the programme', () => {
    const script = ridden(told);
    for (const race of ['p1', 'p2', 'p3']) script.say({ kind: 'official', race, signer: 'R' });
    expect(script.event('mini').event).toEqual({
      id: 'mini',
      name: 'Mini allround',
      kind: 'combined',
      meet: 'm1',
      official: true,
    });
    expect(listed(script, 'mini')[0]?.provisional).toBeUndefined();
    expect(script.meetState().events.mini).toEqual({ order: 3, name: 'Mini allround', kind: 'combined' });
  });

  it('[F5] is another topic that a split does not change', () => {
    const script = ridden(told, 2);
    script.start('p3', 5000);
    const before = script.boards();
    script.cross('a', 5020, { race: 'p3' });
    expect([...script.stepOf(before).changed.keys()].sort()).toEqual(['race/p3']);
  });
});
