import { describe, expect, it } from 'vitest';
import { cupPoints } from '../../server/engine/event/cup.ts';
import { type Distances, listed, ridden } from './distances.ts';
import { massStartMeet, Script, steady } from './script.ts';

describe('World Cup points', () => {
  it.each([
    ['A', 40, [60, 54, 48, 43, 40, 38, 36, 34, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17]],
    ['B', 20, [28, 24, 21, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0]],
    ['B-long', 24, [32, 28, 25, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['B-team', 32, [40, 36, 33, 29, 28, 27, 26, 25]],
    ['B-mass', 20, [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
  ] as const)('[L11] of scale %s end with 1 for the %ith', (scale, last, points) => {
    expect(points.map((_, index) => cupPoints(scale, index + 1))).toEqual(points);
    expect([last, last + 1, 1000].map((rank) => cupPoints(scale, rank))).toEqual([1, 0, 0]);
  });

  it('[L11] are those of the meet where it has a table, and beyond it 0', () => {
    expect([1, 2, 3].map((rank) => cupPoints([9, 5], rank))).toEqual([9, 5, 0]);
  });

  const told: Distances = {
    events: [{ id: '500', distance: 500, cup: [10, 6, 4, 3] }],
    races: [
      {
        id: 'p1',
        skates: [
          { who: 'a', time: 35 },
          { who: 'b', time: 34, entry: { cupMark: 'N' } },
        ],
      },
      {
        id: 'p2',
        skates: [
          { who: 'c', time: 35 },
          { who: 'd', status: 'DQ' },
        ],
      },
    ],
  };

  it('[L11] are shared with a rank, and none are for who has no rank; what is in brackets stays', () => {
    const cups = listed(ridden(told), '500').map(({ athlete, cup }) => [athlete, cup]);
    expect(cups).toEqual([
      ['b', { points: 10, mark: 'N' }],
      ['a', { points: 6 }],
      ['c', { points: 6 }],
      ['d', undefined],
    ]);
  });

  it('[L11] stand in the standings as they are, and on rows once the event is over', () => {
    const half = ridden(told, 1);
    expect(listed(half, '500')[0]?.cup).toEqual({ points: 10, mark: 'N' });
    expect(half.row('b', 'p1').cup).toBeUndefined();
    const whole = ridden(told);
    for (const race of ['p1', 'p2']) whole.say({ kind: 'close', race });
    expect(whole.row('b', 'p1').cup).toEqual({ points: 10, mark: 'N' });
    expect(whole.row('d', 'p2').cup).toBeUndefined();
  });

  it('[L11] of a mass start come when it is over, to every rank but the disqualified', () => {
    const meet = massStartMeet({ skaters: 3, rules: { laps: 2, sprints: [] } });
    const script = new Script({ ...meet, events: [{ ...meet.events[0]!, cup: [3, 2, 1] }] });
    script.start();
    for (const n of [1, 2]) script.laps(`e${n}`, steady(2, 30, n));
    script.cross('e3', 33);
    expect(script.row('e1').cup).toBeUndefined();
    script.rule('e3', 'DNF');
    script.rule('e2', 'DQ');
    expect(['e1', 'e2', 'e3'].map((entry) => script.row(entry).cup?.points)).toEqual([3, undefined, 2]);
    expect(script.event('ms').standings['r1:e3']?.cup).toEqual({ points: 2 });
  });
});
