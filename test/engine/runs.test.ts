import { describe, expect, it } from 'vitest';
import { formatTime } from '../../shared/format-time.ts';
import { type Distances, distancesMeet, listed, ranks, ridden, ride, type Skate } from './distances.ts';
import { Script, seconds } from './script.ts';

const run = (id: string, number: number, ...skates: Skate[]) => ({ id, run: number, skates });

function twoRuns(runsCount: 'best' | 'sum', races: Distances['races']): Distances {
  return { events: [{ id: '500', distance: 500, rules: { runs: 2, runsCount } }], races };
}

const first = run('r1', 1, { who: 'a', time: 34.64 }, { who: 'b', time: 34.53 });
const second = run('r2', 1, { who: 'c', time: 34.57 }, { who: 'd', status: 'DQ' });

describe('the best of two runs', () => {
  const told = twoRuns('best', [
    first,
    second,
    run('r3', 2, { who: 'c', status: 'DNF' }, { who: 'd', time: 34.6 }),
    run('r4', 2, { who: 'b', time: 34.63 }, { who: 'a', time: 34.45 }),
  ]);

  it('[L4] counts, whichever it is, and a second run that fails takes nothing away', () => {
    expect(ranks(ridden(told, 2), '500')).toEqual(['1 b', '2 c', '3 a', '- d']);
    const script = ridden(told);
    expect(ranks(script, '500')).toEqual(['1 a', '2 b', '3 c', '4 d']);
    const [a, b, c] = listed(script, '500');
    expect([a, b, c].map((line) => [line?.race, line?.timeUs, line?.behindUs])).toEqual([
      ['r4', seconds(34.45), 0],
      ['r1', seconds(34.53), seconds(0.08)],
      ['r2', seconds(34.57), seconds(0.12)],
    ]);
    expect(c?.status).toBeUndefined();
  });

  it('[L4] has each run as a part, with its rank in the run and which one counts', () => {
    const [a, , c, d] = listed(ridden(told), '500');
    expect(a?.parts).toEqual({
      1: { order: 1, race: 'r1', rank: 3, timeUs: seconds(34.64) },
      2: { order: 2, race: 'r4', rank: 1, timeUs: seconds(34.45), counts: true },
    });
    expect(c?.parts?.[2]).toEqual({ order: 2, race: 'r3', status: 'DNF' });
    expect(d?.parts?.[1]).toEqual({ order: 1, race: 'r2', status: 'DQ' });
  });

  it('[L4] lets whom the first run disqualified skate the second', () => {
    expect(listed(ridden(told, 2), '500').at(-1)).toMatchObject({ athlete: 'd', race: 'r3', provisional: true });
    expect(listed(ridden(told, 3), '500')[2]).toMatchObject({ rank: 3, athlete: 'd', timeUs: seconds(34.6) });
  });

  it('[L4] keeps the place of a line in the document, whichever run counts', () => {
    expect(Object.keys(ridden(told).event('500').standings).sort()).toEqual(['r1:a', 'r1:b', 'r2:c', 'r2:d']);
  });

  it('[L3] compares a split with the best so far of both runs, an own one too, and whoever was faster twice is ahead once', () => {
    const faster = twoRuns('best', [
      run('r1', 1, { who: 'a', time: 34 }, { who: 'b', time: 36 }),
      run('r2', 2, { who: 'a', time: 34.5 }),
      run('r3', 2, { who: 'b', time: 35 }),
    ]);
    const script = ridden(faster);
    expect(script.row('b', 'r3').splits['500']).toMatchObject({ rank: 2, diffUs: seconds(1) });
    expect(script.row('a', 'r2').splits['500']).toMatchObject({ rank: 2, diffUs: seconds(0.5) });
    expect(script.board('r3').best['500']).toMatchObject({ timeUs: seconds(34), entry: 'a' });
  });
});

describe('the sum of two runs', () => {
  const told = twoRuns('sum', [
    first,
    second,
    run('r3', 2, { who: 'c', status: 'DNF' }, { who: 'd', time: 34.6 }),
    run('r4', 2, { who: 'b', time: 35 }, { who: 'a', time: 34.45 }),
  ]);

  it('[L4] ranks by what there is after the first run', () => {
    expect(ranks(ridden(told, 2), '500')).toEqual(['1 b', '2 c', '3 a', '- d']);
  });

  it('[L4] has no rank for whoever lacks a time in a run, behind those who have both', () => {
    const script = ridden(told);
    expect(ranks(script, '500')).toEqual(['1 a', '2 b', '- c', '- d']);
    const [a, b, c] = listed(script, '500');
    expect(a).toMatchObject({ timeUs: seconds(69.09), behindUs: 0 });
    expect(b).toMatchObject({ timeUs: seconds(69.53), behindUs: seconds(0.44) });
    expect(c).toMatchObject({ status: 'DNF', race: 'r3', parts: { 1: { timeUs: seconds(34.57), counts: true } } });
    expect(c?.timeUs).toBeUndefined();
  });

  it('[L4] stands before those with one run as soon as there are two', () => {
    const script = new Script(distancesMeet(told));
    for (const [i, id] of ['r1', 'r2'].entries()) ride(script, id, told.races[i]!.skates, 1000 * (i + 1));
    ride(script, 'r4', [{ who: 'a', time: 36 }], 3000);
    expect(ranks(script, '500')).toEqual(['1 a', '2 b', '3 c', '- d']);
    expect(listed(script, '500')[1]?.behindUs).toBeUndefined();
  });

  it('[L4] adds times cut off to the thousandth', () => {
    const sums = twoRuns('sum', [
      run('r1', 1, { who: 'a', time: 34.6379 }, { who: 'b', time: 34.636 }),
      run('r2', 2, { who: 'a', time: 34.6749 }, { who: 'b', time: 34.675 }),
    ]);
    const times = listed(ridden(sums), '500').map(({ timeUs, thousandth }) =>
      formatTime(timeUs!, { thousandth: thousandth === true }),
    );
    expect(times).toEqual(['1:09.31(1)', '1:09.31(1)']);
    expect(ranks(ridden(sums), '500')).toEqual(['1 a', '1 b']);
  });

  it('[L3] compares a split within the run', () => {
    const script = ridden(told);
    expect(script.row('d', 'r3').splits['500']).toMatchObject({ rank: 1 });
    expect(script.row('d', 'r3').splits['500']?.diffUs).toBeUndefined();
    expect(script.board('r4').best['500']).toMatchObject({ timeUs: seconds(34.6), entry: 'd' });
  });
});

describe('a re-skate', () => {
  const told = (again: Skate): Distances => ({
    events: [{ id: '500', distance: 500 }],
    races: [
      {
        id: 'p1',
        skates: [
          { who: 'a', time: 35.5 },
          { who: 'b', time: 35 },
        ],
      },
      { id: 'p2', skates: [again] },
    ],
  });

  it.each([
    ['better', { who: 'a', time: 34.9 }, ['1 a', '2 b']],
    ['worse', { who: 'a', time: 36 }, ['1 b', '2 a']],
    ['not finished', { who: 'a', status: 'DNF' }, ['1 b', '2 a']],
    ['withdrawn from', { who: 'b', status: 'WDR' }, ['1 b', '2 a']],
  ] as const)('[L6] that is %s leaves the better of the two', (_, again, expected) => {
    const script = ridden(told(again));
    expect(ranks(script, '500')).toEqual(expected);
    expect(listed(script, '500').every(({ status }) => status === undefined)).toBe(true);
  });

  it('[L6] makes good a first race that was not finished', () => {
    const races = [
      {
        id: 'p1',
        skates: [
          { who: 'a', status: 'DNF' as const },
          { who: 'b', time: 35 },
        ],
      },
      { id: 'p2', skates: [{ who: 'a', time: 34 }] },
    ];
    const before = ridden({ events: [{ id: '500', distance: 500 }], races }, 1);
    expect(listed(before, '500').at(-1)).toMatchObject({ athlete: 'a', race: 'p2' });
    expect(ranks(ridden({ events: [{ id: '500', distance: 500 }], races }), '500')).toEqual(['1 a', '2 b']);
  });

  it('[L6] is of the same person by athlete, else by name and nation; two of a name in one race are two', () => {
    const team = (nation: string, who: string, time: number): Skate => ({
      who,
      time,
      entry: { athlete: undefined, name: 'Team', nation },
    });
    const script = ridden({
      events: [{ id: '500', distance: 500 }],
      races: [
        { id: 'p1', skates: [team('NED', 'a', 36), team('NOR', 'b', 35)] },
        { id: 'p2', skates: [team('NOR', 'c', 34), team('NOR', 'd', 37)] },
      ],
    });
    expect(listed(script, '500').map(({ rank, entry, nation }) => [rank, entry, nation])).toEqual([
      [1, 'c', 'NOR'],
      [2, 'a', 'NED'],
      [3, 'd', 'NOR'],
    ]);
  });
});

describe('standings without a rank', () => {
  it('[L7] stand at the end, who is still to come first, then as the sheets list them', () => {
    const statuses = ['WDR', 'DNS', 'DQ', 'DNF'] as const;
    const told = {
      events: [{ id: '500', distance: 500 }],
      races: [
        ...statuses.map((status, i) => ({ id: `p${i}`, skates: [{ who: status.toLowerCase(), status }] })),
        { id: 'last', skates: [{ who: 'a', time: 35 }] },
        { id: 'open', skates: [{ who: 'z', time: 35 }] },
      ],
    };
    expect(ranks(ridden(told, 5), '500')).toEqual(['1 a', '- z', '- dnf', '- dq', '- dns', '- wdr']);
  });

  it('[T5] equal to the thousandth is one rank and the next is skipped; a race that was called off has none', () => {
    const told = {
      events: [{ id: '500', distance: 500 }],
      races: [
        {
          id: 'p1',
          skates: [
            { who: 'a', time: 35.1239 },
            { who: 'b', time: 35.1231 },
          ],
        },
        { id: 'p2', skates: [{ who: 'c', time: 35.124 }] },
        { id: 'p3', skates: [{ who: 'd', time: 33 }] },
      ],
    };
    const script = ridden(told);
    const meet = distancesMeet(told);
    script.replaceMeet({
      ...meet,
      races: meet.races.map((race) => (race.id === 'p3' ? { ...race, cancelled: true } : race)),
    });
    expect(ranks(script, '500')).toEqual(['1 a', '1 b', '3 c', '- d']);
    expect(script.row('c', 'p2').splits['500']).toMatchObject({ rank: 3 });
  });
});

describe('an event', () => {
  it('[O1] is official once every race of it is, those aside that were called off', () => {
    const told = {
      events: [{ id: '500', distance: 500 }],
      races: [
        { id: 'p1', skates: [{ who: 'a', time: 35 }] },
        { id: 'p2', skates: [{ who: 'b', time: 36 }] },
      ],
    };
    const script = ridden(told);
    script.say({ kind: 'official', race: 'p1', signer: 'R' });
    expect(script.event('500').event.official).toBeUndefined();
    script.say({ kind: 'official', race: 'p2', signer: 'R' });
    expect(script.event('500').event.official).toBe(true);
  });
});
