import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Outlook } from '../../../shared/board.ts';
import { type Distances, listed, ridden, ride, type Skate } from '../distances.ts';
import { seconds } from '../script.ts';

const everybody = ['a', 'b', 'c', 'd'];

interface Times {
  readonly first: readonly number[];
  /** Of a and b over 1500 m; c and d are called up. */
  readonly second: readonly number[];
  readonly medals: number;
}

function told({ first, second, medals }: Times): Distances {
  const skates = (who: readonly string[], times: readonly number[]): Skate[] =>
    who.map((one, i) => ({ who: one, ...(times[i] !== undefined && { time: times[i] }) }));
  return {
    events: [
      { id: '500', distance: 500 },
      { id: '1500', distance: 1500 },
    ],
    races: [
      { id: 'p1', skates: skates(['a', 'b'], first.slice(0, 2)) },
      { id: 'p2', skates: skates(['c', 'd'], first.slice(2)) },
      { id: 'p3', event: '1500', skates: skates(['a', 'b'], second) },
      { id: 'p4', event: '1500', skates: skates(['c', 'd'], []) },
    ],
    more: { combined: [{ id: 'all', name: 'All', of: ['500', '1500'], medals }] },
  };
}

/** With c and d called up for the last pair. */
function calledUp(times: Times) {
  const script = ridden(told(times), 3);
  script.say({ kind: 'arm', race: 'p4' });
  return script;
}

function overall(script: ReturnType<typeof calledUp>, race: string, entry: string): Outlook | undefined {
  const forecast = script.row(entry, race).forecast;
  return forecast?.stake === 'overall' ? forecast : forecast?.also?.overall;
}

function needUs(outlook: Outlook | undefined): number | undefined {
  const need = outlook?.needs?.find(({ code }) => code === 'time');
  return need && Number(need.values.timeUs);
}

const rankOf = (script: ReturnType<typeof calledUp>, who: string) =>
  listed(script, 'all').find(({ athlete }) => athlete === who)?.rank ?? Number.POSITIVE_INFINITY;

it('[N8] who is called up is told the time that puts him on the podium of the combined event', () => {
  const script = calledUp({ first: [36, 36.5, 35.7, 37], second: [110.4, 111], medals: 1 });
  // 36.000 + 36.800 is to be reached from 35.700 and from 37.000.
  expect(needUs(overall(script, 'p4', 'c'))).toBe(seconds(111.3));
  expect(needUs(overall(script, 'p4', 'd'))).toBe(seconds(107.4));
  expect(overall(script, 'p3', 'b')).toEqual({ state: 'out' });
  expect(overall(script, 'p3', 'a')).toEqual({ state: 'open' });
});

it('[N8] before the last distance nobody is in or out, and who failed a distance is out', () => {
  const times = told({ first: [36, 36.5, 35.7, 37], second: [], medals: 1 });
  const script = ridden(
    {
      ...times,
      races: times.races.map((race) =>
        race.id === 'p2'
          ? {
              ...race,
              skates: [
                { who: 'c', time: 35.7 },
                { who: 'd', status: 'DQ' },
              ],
            }
          : race,
      ),
    },
    2,
  );
  expect(overall(script, 'p1', 'a')?.state).toBe('open');
  script.say({ kind: 'arm', race: 'p4' });
  expect(overall(script, 'p4', 'd')).toEqual({ state: 'out' });
  expect(overall(script, 'p4', 'c')).toEqual({ state: 'open' });
});

it('[N8] what is certain comes true however the last pair ends, and the time told is the slowest that is enough', () => {
  const hundredths = (from: number, to: number) => fc.integer({ min: from * 100, max: to * 100 }).map((n) => n / 100);
  const both = fc.tuple(
    fc.option(hundredths(100, 125), { nil: undefined }),
    fc.option(hundredths(100, 125), { nil: undefined }),
  );
  fc.assert(
    fc.property(
      fc.array(hundredths(34, 39), { minLength: 4, maxLength: 4 }),
      fc.array(hundredths(102, 120), { minLength: 2, maxLength: 2 }),
      fc.integer({ min: 1, max: 2 }),
      fc.array(both, { minLength: 3, maxLength: 3 }),
      (first, second, medals, endings) => {
        const times = { first, second, medals };
        const before = calledUp(times);
        const states = everybody.map((who) => overall(before, who < 'c' ? 'p3' : 'p4', who)?.state);
        const ended = (c: number | undefined, d: number | undefined) => {
          const script = calledUp(times);
          const skate = (who: string, time: number | undefined): Skate =>
            time === undefined ? { who, status: 'DNF' } : { who, time };
          ride(script, 'p4', [skate('c', c), skate('d', d)], 5000);
          return script;
        };
        for (const [c, d] of endings) {
          const after = ended(c, d);
          for (const [i, who] of everybody.entries()) {
            if (states[i] === 'in') expect(rankOf(after, who)).toBeLessThanOrEqual(medals);
            if (states[i] === 'out') expect(rankOf(after, who)).toBeGreaterThan(medals);
          }
        }
        const us = needUs(overall(before, 'p4', 'c'));
        if (us === undefined) return;
        expect(rankOf(ended(us / 1e6, undefined), 'c')).toBeLessThanOrEqual(medals);
        expect(rankOf(ended(us / 1e6 + 0.01, undefined), 'c')).toBeGreaterThan(medals);
      },
    ),
    { numRuns: 100 },
  );
});
