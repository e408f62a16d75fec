import { describe, expect, it } from 'vitest';
import { type Distances, listed, ridden, type Skate } from './distances.ts';
import { seconds } from './script.ts';

const records = [
  { mark: 'WR', timeUs: seconds(33.61) },
  { mark: 'WRJ', timeUs: seconds(34.66) },
  { mark: 'OR', timeUs: seconds(34.32) },
  { mark: 'NR', nation: 'NED', timeUs: seconds(34.1) },
  { mark: 'NR', nation: 'NOR', timeUs: seconds(34.41) },
  { mark: 'NRJ', nation: 'NED', timeUs: seconds(34.9) },
  { mark: 'TR', timeUs: seconds(34) },
  { mark: 'TRJ', timeUs: seconds(35) },
];

function skated(...pairs: readonly (readonly Skate[])[]): Distances {
  const races = pairs.map((skates, i) => ({ id: `p${i + 1}`, skates }));
  return { events: [{ id: '500', distance: 500, records }], races, juniors: ['j', 'k'] };
}

function marksOf(told: Distances): Record<string, string> {
  const lines = listed(ridden(told), '500').map(({ athlete, marks = {} }) => [
    athlete,
    Object.keys(marks).sort().join(' '),
  ]);
  return Object.fromEntries(lines);
}

const from = (nation: string) => ({ nation });

describe('marks on a final time', () => {
  it.each([
    ['a personal best is beaten, not met', 34.6, 34.6, ''],
    ['by printed hundredths', 34.5999, 34.6, 'PB SB'],
    ['a faster one of the same hundredth is none', 34.601, 34.609, ''],
  ])('[T6] %s', (_, time, best, expected) => {
    const entry = { pbUs: seconds(best), sbUs: seconds(best) };
    const told = skated([{ who: 'a', time, entry }]);
    expect(marksOf(told)).toEqual({ a: expected });
    expect(Object.keys(ridden(told).row('a', 'p1').marks).sort().join(' ')).toBe(expected);
  });

  it('[T6] whose bests nobody knows has none', () => {
    expect(marksOf(skated([{ who: 'a', time: 34.6 }]))).toEqual({ a: '' });
    expect(marksOf(skated([{ who: 'a', time: 34.6, entry: { sbUs: seconds(35) } }]))).toEqual({ a: 'SB' });
  });

  it('[T6] several records fall at once, the national one to skaters of the nation', () => {
    expect(
      marksOf(
        skated([
          { who: 'a', time: 33.6 },
          { who: 'b', time: 34.4, entry: from('NOR') },
        ]),
      ),
    ).toEqual({
      a: 'NR OR TR WR',
      b: 'NR',
    });
  });

  it('[T6] junior records fall to juniors only', () => {
    expect(
      marksOf(
        skated([
          { who: 'j', time: 34.65 },
          { who: 'a', time: 34.64 },
        ]),
      ),
    ).toEqual({ j: 'NRJ TRJ WRJ', a: '' });
  });

  it('[T6] a record set today is the one to beat, and who had it keeps his mark', () => {
    const told = skated([{ who: 'a', time: 33.95 }], [{ who: 'b', time: 33.96 }], [{ who: 'c', time: 33.94 }]);
    expect(marksOf(told)).toEqual({ a: 'NR OR TR', b: '', c: 'NR OR TR' });
  });

  it('[T6] within a pair the first over the line sets it, whatever the journal had first', () => {
    const told = skated([
      { who: 'a', time: 33.95 },
      { who: 'b', time: 33.99 },
    ]);
    expect(marksOf(told)).toEqual({ a: 'NR OR TR', b: '' });
    const turned = skated([
      { who: 'b', time: 33.99 },
      { who: 'a', time: 33.95 },
    ]);
    expect(marksOf(turned)).toEqual({ a: 'NR OR TR', b: '' });
  });

  it('[T6] two records of one kind are one, the better', () => {
    const told = skated([{ who: 'a', time: 33.5 }]);
    const worse = {
      ...told.events[0]!,
      records: [
        { mark: 'TR', timeUs: seconds(34) },
        { mark: 'TR', timeUs: seconds(33.4) },
      ],
    };
    expect(marksOf({ ...told, events: [worse] })).toEqual({ a: '' });
  });

  it('[T6] a time taken by hand sets none, nor does one that was ruled out', () => {
    const told = skated([{ who: 'a' }, { who: 'b', time: 33.5, status: 'DQ' }], [{ who: 'c', time: 34.05 }]);
    const script = ridden(told);
    script.say({ kind: 'handtime', race: 'p1', entry: 'a', watches: [seconds(33.4)] });
    const marks = Object.fromEntries(listed(script, '500').map(({ athlete, marks: of }) => [athlete, of]));
    expect(marks).toEqual({ a: undefined, b: undefined, c: { NR: true, OR: true } });
  });

  it('[T6] a best of the first run is the one to beat in the second', () => {
    const told = (time: number): Distances => ({
      events: [{ id: '500', distance: 500, rules: { runs: 2 } }],
      races: [
        { id: 'r1', run: 1, skates: [{ who: 'a', time: 34.64, entry: { pbUs: seconds(34.7) } }] },
        { id: 'r2', run: 2, skates: [{ who: 'a', time, entry: { pbUs: seconds(34.7) } }] },
      ],
    });
    expect(ridden(told(34.65)).row('a', 'r2').marks).toEqual({});
    expect(ridden(told(34.65)).row('a', 'r1').marks).toEqual({ PB: true });
    expect(ridden(told(34.63)).row('a', 'r2').marks).toEqual({ PB: true });
    expect(listed(ridden(told(34.63)), '500')[0]?.marks).toEqual({ PB: true });
  });
});
