import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noBoards } from '../../../server/engine/boards.ts';
import { fold, stateOf } from '../../../server/engine/fold.ts';
import { askingRate } from '../../../server/engine/forecast/asking-rate.ts';
import { amongBest, boundsOf, type Range } from '../../../server/engine/forecast/range.ts';
import type { Board, Forecast } from '../../../shared/board.ts';
import { type Meet, meetSchema } from '../../../shared/meet.ts';
import { pairsMeet, Script, seconds } from '../script.ts';

const runs = { numRuns: 300 };
const none = Number.POSITIVE_INFINITY;

describe('who is among the best', () => {
  const top = 5;
  const range = fc.oneof(
    fc.tuple(fc.nat(top), fc.nat(top)).map(([a, b]): Range => ({ best: Math.min(a, b), worst: Math.max(a, b) })),
    fc.nat(top).map((best): Range => ({ best, worst: none })),
    fc.constant<Range>({ best: none, worst: none }),
  );
  const valuesOf = ({ best, worst }: Range): number[] => {
    const all = Array.from({ length: top + 2 }, (_, value) => value).filter((value) => value >= best && value <= worst);
    return worst === none ? [...all, none] : all;
  };
  const product = (lists: readonly (readonly number[])[]): number[][] =>
    lists.reduce<number[][]>((all, list) => all.flatMap((one) => list.map((value) => [...one, value])), [[]]);

  it('[N4] is certain exactly where every value that everybody can come to says so', () => {
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(3),
        (all, places, cut) => {
          const [me, ...others] = all as [Range, ...Range[]];
          const inIt = product(all.map(valuesOf)).map(([mine = none, ...theirs]) => {
            return mine !== none && theirs.filter((value) => value < mine).length < places;
          });
          const expected = inIt.every((is) => is) ? 'in' : inIt.includes(true) ? 'open' : 'out';
          expect(amongBest(me, boundsOf(others.slice(cut), places), others.slice(0, cut), places)).toBe(expected);
        },
      ),
      runs,
    );
  });
});

describe('an asking rate', () => {
  it('[N5] is even in tenths, adds up to no more than is left, and nothing slower does', () => {
    const way = fc.record({ lapsLeft: fc.integer({ min: 1, max: 24 }), elapsedUs: fc.nat(600_000_000) });
    fc.assert(
      fc.property(way, fc.integer({ min: 1, max: 900_000_000 }), ({ lapsLeft, elapsedUs }, leftUs) => {
        const says = askingRate(elapsedUs + leftUs, { laps: 25, lapsLeft, elapsedUs });
        if (says === undefined) {
          expect(leftUs).toBeLessThan(lapsLeft * 100_000);
          return;
        }
        const { laps = 0, lapUs = 0, lastUs = 0 } = says.values as Record<string, number>;
        expect(laps).toBe(lapsLeft - 1);
        const sumUs = laps * lapUs + lastUs;
        expect(sumUs).toBeLessThanOrEqual(leftUs);
        expect(sumUs + 100_000).toBeGreaterThan(leftUs);
        expect([lapUs % 100_000, lastUs % 100_000]).toEqual([0, 0]);
        expect(lastUs).toBeGreaterThanOrEqual(lapUs);
      }),
      runs,
    );
  });

  it('[N5] two laps of 29.5 and a last one of 29.7 make 1:28.7', () => {
    expect(askingRate(seconds(388.75), { laps: 13, lapsLeft: 3, elapsedUs: seconds(300) })).toEqual({
      code: 'askingRate',
      values: { laps: 2, lapUs: seconds(29.5), lastUs: seconds(29.7) },
    });
    expect(askingRate(seconds(70), { laps: 4, lapsLeft: 1, elapsedUs: seconds(40) })).toBeUndefined();
    expect(askingRate(seconds(70), { laps: 8, lapsLeft: 1, elapsedUs: seconds(80) })).toBeUndefined();
  });
});

/** Pair after pair, 1000 s apart, each entry at these times. */
function ride(
  script: Script,
  race: number,
  times: Readonly<Record<string, readonly number[]>>,
  group = 1000 * race,
): void {
  script.start(`p${race}`, group);
  const all = Object.entries(times).flatMap(([entry, list]) => list.map((time) => ({ entry, time })));
  all.sort((a, b) => a.time - b.time);
  for (const { entry, time } of all) script.cross(entry, group + time, { race: `p${race}` });
}

const forecast = (script: Script, race: number, entry: string): Forecast | undefined =>
  script.row(entry, `p${race}`).forecast;

function withEvent(meet: Meet, more: object): Meet {
  return meetSchema.parse({ ...meet, events: meet.events.map((event) => ({ ...event, ...more })) });
}

describe('the medals of a distance', () => {
  const three = () => new Script(withEvent(pairsMeet(1000, 3), { medals: 2 }));

  it('[N4] are open while more can still beat him than there are places, and certain when they cannot', () => {
    const script = three();
    ride(script, 1, { e1: [17, 43, 70], e2: [17, 44, 71] });
    expect([forecast(script, 1, 'e1'), forecast(script, 1, 'e2')].map((one) => one?.state)).toEqual(['open', 'open']);
    ride(script, 2, { e3: [17, 43, 69], e4: [17, 45, 72] });
    expect([forecast(script, 1, 'e1'), forecast(script, 1, 'e2')].map((one) => one?.state)).toEqual(['open', 'out']);
    ride(script, 3, { e5: [17, 43, 70.5] });
    expect(forecast(script, 2, 'e3')?.state).toBe('in');
    expect(forecast(script, 1, 'e1')?.state).toBe('open');
    script.say({ kind: 'ruling', race: 'p3', entry: 'e6', status: 'DNF' });
    expect(['e1', 'e3'].map((entry) => forecast(script, entry === 'e1' ? 1 : 2, entry)?.state)).toEqual(['in', 'in']);
  });

  it('[N4] who is on the ice hears the time to beat, and that it is too late as soon as nobody could', () => {
    const script = three();
    ride(script, 1, { e1: [17, 43, 70], e2: [17, 44, 71.1239] });
    script.start('p2', 2000);
    expect(script.board('p2').target).toEqual({ timeUs: seconds(71.123), stake: 'medal', name: 'Skater 2' });
    expect(script.board('p1').target).toBeUndefined();
    expect(forecast(script, 2, 'e3')).toEqual({
      stake: 'medal',
      state: 'open',
      needs: [{ code: 'time', values: { timeUs: seconds(71.123) } }],
    });
    // The last 400 m in 23.53 s are faster than anybody skates.
    for (const [entry, time] of [
      ['e3', 47],
      ['e4', 48],
    ] as const) {
      script.cross(entry, 2017, { race: 'p2' });
      script.cross(entry, 2000 + time, { race: 'p2' });
    }
    expect([forecast(script, 2, 'e3')?.state, forecast(script, 2, 'e4')?.state]).toEqual(['open', 'out']);
  });

  it('[N5] in a long race the laps are asked for', () => {
    const script = new Script(withEvent(pairsMeet(3000, 2), { medals: 1 }));
    const laps = [20, 50, 80, 110, 140, 170, 200];
    ride(script, 1, { e1: [...laps, 230] });
    ride(script, 2, { e3: [...laps.slice(0, 6)] });
    expect(forecast(script, 2, 'e3')?.needs).toEqual([
      { code: 'time', values: { timeUs: seconds(230) } },
      { code: 'askingRate', values: { laps: 1, lapUs: seconds(30), lastUs: seconds(30) } },
    ]);
    script.cross('e3', 2200.46, { race: 'p2' });
    expect(forecast(script, 2, 'e3')?.needs?.[1]).toEqual({ code: 'lastLap', values: { lastUs: seconds(29.5) } });
  });

  it('[N4] of two runs the better may still come, or the sum of both is to beat', () => {
    const meet = (runsCount: string) => {
      const [first, second] = pairsMeet(500, 2).races;
      const run = (race: object | undefined, number: number) => ({ ...race, run: number, entries: first?.entries });
      const two = { ...pairsMeet(500, 2, { rules: { runs: 2, runsCount } }), races: [run(first, 1), run(second, 2)] };
      return withEvent(two as Meet, { medals: 1 });
    };
    const best = new Script(meet('best'));
    ride(best, 1, { e1: [9.8, 35], e2: [9.9, 36] });
    expect([forecast(best, 1, 'e1')?.state, forecast(best, 1, 'e2')?.state]).toEqual(['open', 'open']);
    best.start('p2', 2000);
    expect(forecast(best, 2, 'e2')?.needs).toEqual([{ code: 'time', values: { timeUs: seconds(35) } }]);
    expect(forecast(best, 2, 'e1')?.needs).toBeUndefined();
    const sum = new Script(meet('sum'));
    ride(sum, 1, { e1: [9.8, 35], e2: [9.9, 36] });
    ride(sum, 2, { e1: [9.8, 36] });
    expect(forecast(sum, 2, 'e2')).toMatchObject({ state: 'open', needs: [{ values: { timeUs: seconds(35) } }] });
    sum.cross('e2', 2035.001, { race: 'p2' });
    expect([forecast(sum, 2, 'e1')?.state, forecast(sum, 2, 'e2')?.state]).toEqual(['in', 'out']);
  });

  it('[N4] what was certain once is so at the end, whatever was skated', () => {
    const time = fc.integer({ min: 3400, max: 3460 }).map((hundredths) => hundredths / 100);
    const times = fc.array(fc.option(time, { nil: undefined, freq: 8 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 3 }), (all, medals) => {
        const script = new Script(withEvent(pairsMeet(500, 3), { medals }));
        for (const race of [1, 2, 3]) rideOut(script, race, all);
        const claims = claimsOf(script);
        for (const { entry, rank } of Object.values(script.event('pairs').standings)) {
          const isIn = rank !== undefined && rank <= medals;
          expect([entry, ...(claims.get(entry) ?? [])]).toEqual([entry, isIn ? 'in' : 'out']);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Both of a pair over 500 m; who has no time falls. */
function rideOut(script: Script, race: number, all: readonly (number | undefined)[]): void {
  const pair = [2 * race - 1, 2 * race].map((number) => ({ entry: `e${number}`, time: all[number - 1] }));
  script.start(`p${race}`, 1000 * race);
  for (const { entry, time } of pair) {
    if (time === undefined) script.say({ kind: 'ruling', race: `p${race}`, entry, status: 'DNF' });
  }
  for (const share of [0.28, 1]) {
    for (const { entry, time } of pair) {
      if (time !== undefined) script.cross(entry, 1000 * race + share * time, { race: `p${race}` });
    }
  }
}

/** By entry: all that was ever said to be certain. */
function claimsOf(script: Script): ReadonlyMap<string, ReadonlySet<string>> {
  const claims = new Map<string, Set<string>>();
  let boards = noBoards;
  for (const record of script.records) {
    boards = fold(boards, [record]);
    const rows = ['p1', 'p2', 'p3'].flatMap((race) => Object.entries((stateOf(boards, `race/${race}`) as Board).rows));
    for (const [entry, row] of rows) {
      const state = row.forecast?.state ?? 'open';
      if (state !== 'open') claims.set(entry, (claims.get(entry) ?? new Set()).add(state));
    }
  }
  return claims;
}

describe('bests and records', () => {
  const meet = (): Meet => {
    const { races, ...rest } = pairsMeet(1000, 1);
    const entries = races[0]?.entries.map((one) => ({ ...one, nation: 'NED', pbUs: seconds(70.456) }));
    const records = [
      { mark: 'TR', timeUs: seconds(68.5) },
      { mark: 'WR', timeUs: seconds(65.37) },
      { mark: 'NR', nation: 'NOR', timeUs: seconds(72) },
    ];
    return withEvent({ ...rest, races: [{ ...races[0], entries }] } as Meet, { medals: 0, records });
  };

  it('[N4] a best or the easiest record falls to a faster printed time only', () => {
    const script = new Script(meet());
    script.start('p1', 1000);
    script.cross('e1', 1017, { race: 'p1' });
    script.cross('e1', 1043, { race: 'p1' });
    const open = (timeUs: number) => ({ state: 'open', needs: [{ code: 'time', values: { timeUs } }] });
    expect(forecast(script, 1, 'e1')).toEqual({
      stake: 'PB',
      ...open(seconds(70.44)),
      also: { record: open(seconds(68.49)) },
    });
    script.cross('e1', 1070.45, { race: 'p1' });
    expect(forecast(script, 1, 'e1')).toEqual({ stake: 'PB', state: 'out', also: { record: { state: 'out' } } });
    script.cross('e2', 1017, { race: 'p1' });
    script.cross('e2', 1043, { race: 'p1' });
    script.cross('e2', 1068.499, { race: 'p1' });
    expect(forecast(script, 1, 'e2')).toEqual({ stake: 'PB', state: 'in', also: { record: { state: 'in' } } });
  });
});
