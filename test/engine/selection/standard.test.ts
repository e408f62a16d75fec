import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distance } from '../../../server/engine/selection/distance.ts';
import { standardVerdict } from '../../../server/engine/selection/standard.ts';
import { Script } from '../script.ts';
import { athletes, distanceLike, permutations } from './futures.ts';
import { makeOfficial, raceId, selectionOf, skate, tickets, trialsMeet } from './trials.ts';

const who = ['a', 'b', 'c', 'd'];
const standard = (more: object = {}) => ({
  id: 's',
  name: 'Standard',
  kind: 'standard',
  event: 'x',
  timeUs: 36_000_000,
  ...more,
});

describe('a time standard', () => {
  it('[Q7] is kept at or under the time, in hundredths cut off', () => {
    const script = new Script(trialsMeet([{ id: 'x', metres: 500, who }], [standard()]));
    skate(script, raceId('x', 1), { a: 36.009, b: 36.01 });
    expect(selectionOf(script, 's').candidates).toMatchObject({
      a: { selected: true, rank: 1, marginUs: 0, forecast: { state: 'in' } },
      b: { rank: 2, marginUs: 10_000, forecast: { state: 'out' } },
    });
    expect(selectionOf(script, 's').candidates.b?.selected).toBeUndefined();
    skate(script, raceId('x', 2), { c: 35.5 });
    expect(tickets(script, 's')).toEqual(['c', 'a']);
    expect(selectionOf(script, 's').moves).toEqual([{ in: 'c' }, { in: 'a' }]);
  });

  it('[Q7] of more than the quota the fastest have a ticket, by so much', () => {
    const script = new Script(trialsMeet([{ id: 'x', metres: 500, who }], [standard({ quota: 1 })]));
    skate(script, raceId('x', 1), { a: 35.2, b: 35.5 });
    expect(selectionOf(script, 's').candidates).toMatchObject({
      a: { selected: true, marginUs: 300_000, provisional: true, forecast: { state: 'open' } },
      b: { marginUs: 300_000, forecast: { state: 'out' } },
    });
    skate(script, raceId('x', 2), { c: 35.1, d: 36.5 });
    makeOfficial(script, 'x');
    expect(tickets(script, 's')).toEqual(['c']);
    const { candidates } = selectionOf(script, 's');
    expect(candidates.c).toMatchObject({ marginUs: 100_000, forecast: { state: 'in' } });
    expect(candidates.c?.provisional).toBeUndefined();
    expect(candidates.d).toMatchObject({ marginUs: 500_000, forecast: { state: 'out' } });
  });

  it('[Q7] is not kept by the first of two runs that are added', () => {
    const meet = trialsMeet([{ id: 'x', metres: 500, who, runs: 2 }], [standard({ timeUs: 71_000_000 })]);
    const [event] = meet.events;
    if (event?.kind !== 'pairs') throw new Error('no pairs');
    const summed = { ...meet, events: [{ ...event, rules: { ...event.rules, runsCount: 'sum' as const } }] };
    const script = new Script(summed);
    skate(script, raceId('x', 1, 1), { a: 35.2, b: 36.5 });
    expect(tickets(script, 's')).toEqual([]);
    skate(script, raceId('x', 1, 2), { a: 35.3, b: 36.5 });
    expect(tickets(script, 's')).toEqual(['a']);
    expect(selectionOf(script, 's').candidates.a).toMatchObject({ timeUs: 70_500_000, marginUs: 500_000 });
  });

  it('[Q7] says which time would be enough', () => {
    const needs = (quota?: number) => {
      const distance = distanceLike('x', [{ person: 'a', rank: 1, timeUs: 35_200_000 }], ['b']);
      const doc = { ...standard(), ...(quota !== undefined && { quota }) } as Parameters<typeof standardVerdict>[0];
      const { outlooks } = standardVerdict(doc, { distances: new Map([['x', distance]]), designated: new Map() });
      return outlooks.get('b')?.needs?.map(({ code, values }) => [code, values.timeUs]);
    };
    expect(needs()).toEqual([['standardForTicket', 36_000_000]]);
    expect(needs(2)).toEqual([['standardForTicket', 36_000_000]]);
    expect(needs(1)).toEqual([['timeForTicket', 35_200_000]]);
  });

  it('[Q7][Q4] in is a ticket in every ending, out in none: every ending of small meets agrees', () => {
    const times = [35, 35.5, 36, 36.5];
    const cases = fc.record({
      order: fc.shuffledSubarray(athletes),
      shown: fc.integer({ min: 2, max: 4 }),
      quota: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(cases, ({ order, shown, quota }) => {
        const skated = order
          .slice(0, shown)
          .map((person, i) => ({ person, rank: i + 1, timeUs: (times[i] ?? 0) * 1e6 }));
        const movers = order.slice(shown);
        const doc = { ...standard(), ...(quota !== undefined && { quota }) } as Parameters<typeof standardVerdict>[0];
        const outlooksOf = (distance: Distance) =>
          standardVerdict(doc, { distances: new Map([['x', distance]]), designated: new Map() });
        const { outlooks } = outlooksOf(distanceLike('x', skated, movers));
        // Those to come skate faster than everybody, between all, or too slowly.
        const slots = [34.1, 34.2, 35.1, 35.2, 35.6, 35.7, 36.1, 36.2, 36.6, 36.7];
        const choices = movers.length === 0 ? [[]] : combinations(slots, movers.length);
        const futures = choices.flatMap((chosen) =>
          permutations(chosen).map((mine) => {
            const all = [...skated, ...movers.map((person, i) => ({ person, timeUs: (mine[i] ?? 0) * 1e6 }))];
            const ranked = all.sort((a, b) => a.timeUs - b.timeUs).map((one, i) => ({ ...one, rank: i + 1 }));
            return new Set(outlooksOf(distanceLike('x', ranked, [])).selected);
          }),
        );
        for (const person of order) {
          const won = futures.filter((selected) => selected.has(person)).length;
          const truth = won === futures.length ? 'in' : won === 0 ? 'out' : 'open';
          expect(`${person} ${outlooks.get(person)?.state}`).toBe(`${person} ${truth}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Some of these, in their order. */
function combinations<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, i) => combinations(items.slice(i + 1), count - 1).map((rest) => [item, ...rest]));
}
