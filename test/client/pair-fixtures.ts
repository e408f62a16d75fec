// Pairs and their standings as a server would send them, and the programme around them.
import type { Board, Row } from '../../shared/board.ts';
import type { EventState, MeetState } from '../../shared/meet-state.ts';
import { race, scheduledUs, startUs, us } from './fixtures.ts';

const pairOf = {
  500: ['100', '500'],
  1000: ['200', '600', '1000'],
  1500: ['300', '700', '1100', '1500'],
  5000: ['200', '600', '1000', '1400', '1800', '2200', '2600', '3000', '3400', '3800', '4200', '4600', '5000'],
  10000: Array.from({ length: 25 }, (_, i) => String((i + 1) * 400)),
};

/** A pair over `distance` that has passed `passed` points; all of them is finished. */
export function pair(distance: keyof typeof pairOf, passed: number): Board {
  const names = pairOf[distance];
  const seconds = (metres: number, lane: number) =>
    3.2 + metres * (lane === 0 ? 0.0668 : 0.0673) + metres * metres * 1e-7;
  const laneRow = (lane: 0 | 1): Row => {
    const splits = names.slice(0, passed).map((name, i) => {
      const timeUs = us(seconds(Number(name), lane));
      const before = i === 0 ? 0 : us(seconds(Number(names[i - 1]), lane));
      const diffUs = lane === 0 ? us(-0.31 + i * 0.09) : us(0.18 + i * 0.21);
      return [
        name,
        { timeUs, lapUs: timeUs - before, rank: lane === 0 ? 1 + (i > 2 ? 1 : 0) : 3 + i, diffUs },
      ] as const;
    });
    const finished = passed === names.length;
    const row: Row = {
      order: lane + 1,
      bib: String(12 + lane),
      name: lane === 0 ? "Dai Dai N'TAB" : 'Laurent DUBREUIL',
      nation: lane === 0 ? 'NED' : 'CAN',
      lane: lane === 0 ? 'inner' : 'outer',
      color: lane === 0 ? 'white' : 'red',
      laps: passed,
      flags: finished ? { finished: true } : {},
      marks: finished && lane === 0 ? { PB: true, TR: true } : {},
      splits: Object.fromEntries(splits),
    };
    const last = splits.at(-1)?.[1];
    if (last !== undefined) row.timeUs = last.timeUs;
    if (finished && last !== undefined) row.rank = last.rank;
    return row;
  };
  const points = names.map((name, i) => [name, { order: i + 1, name, metres: Number(name), loop: 'finish' }] as const);
  const best = names.map(
    (name) => [name, { timeUs: us(seconds(Number(name), 0) + 0.2), entry: 'x', name: 'Jordan STOLZ' }] as const,
  );
  const { scheduledAt: _, ...rest } = race;
  return {
    race: {
      ...rest,
      id: `m${distance}-7`,
      name: 'Pair 7',
      event: `m${distance}`,
      eventName: `Men's ${distance} m`,
      kind: 'pairs',
      distance,
      status: passed === names.length ? 'finished' : 'running',
    },
    clock: { 1: passed === names.length ? { startUs, stopUs: startUs + us(seconds(distance, 1)) } : { startUs } },
    laps: { total: Math.ceil(distance / 400), leader: passed, toGo: 1 },
    course: Object.fromEntries(points),
    rows: { left: laneRow(0), right: laneRow(1) },
    best: Object.fromEntries(best),
    groups: {},
    sprints: {},
    log: {},
  };
}

/** Two pairs at once, each with a gun of its own. */
export function quartet(distance: keyof typeof pairOf, passed: number): Board {
  const board = pair(distance, passed);
  const { left, right } = board.rows as Record<'left' | 'right', Row>;
  const second = { startGroup: '2', laps: passed };
  return {
    ...board,
    clock: { 1: board.clock['1']!, 2: { startUs: startUs + us(17) } },
    rows: {
      left: { ...left, startGroup: '1' },
      right: { ...right, startGroup: '1' },
      third: { ...left, ...second, name: 'Enrico Fabris', nation: 'ITA', color: 'yellow' },
      fourth: { ...right, ...second, name: 'Antoine GÉLINAS-BEAULIEU', color: 'blue' },
    },
  };
}

export function standings(distance: keyof typeof pairOf): EventState {
  const names = [
    'Jordan STOLZ',
    'Jenning DE BOO',
    "Dai Dai N'TAB",
    'Laurent DUBREUIL',
    'Marek KANIA',
    'Wataru MORISHIGE',
    'Cooper MCLEOD',
    'Antoine GÉLINAS-BEAULIEU',
    'Hein OTTERSPEER',
  ];
  const nations = ['USA', 'NED', 'NED', 'CAN', 'POL', 'JPN', 'USA', 'CAN', 'NED'];
  const rows = names.map(
    (name, i) =>
      [
        `m${distance}-${i + 1}:e`,
        {
          order: i + 1,
          rank: i + 1,
          race: `m${distance}-${i === 2 || i === 3 ? 7 : i + 10}`,
          entry: 'e',
          name,
          nation: nations[i] as string,
          timeUs: us(67.21 + i * 0.23),
        },
      ] as const,
  );
  return {
    event: { id: `m${distance}`, name: `Men's ${distance} m`, kind: 'pairs', meet: 'wc-demo', distance },
    standings: Object.fromEntries(rows),
  };
}

export function programme(): MeetState {
  const races: MeetState['races'] = {};
  for (const [i, [event, name, status]] of (
    [
      ['w1000', 'Pair 9', 'official'],
      ['w1000', 'Pair 10', 'finished'],
      ['m1000', 'Pair 1', 'scheduled'],
      ['m1000', 'Pair 2', 'scheduled'],
      ['m1000', 'Pair 3', 'scheduled'],
      ['ms-women', 'Semi-final 1', 'scheduled'],
      ['ms-women', 'Semi-final 2', 'scheduled'],
      ['ms-men', 'Semi-final 1', 'scheduled'],
      ['ms-men', 'Semi-final 2', 'scheduled'],
      ['ms-men', 'Final', 'scheduled'],
    ] as const
  ).entries()) {
    races[`r${i}`] = { order: i + 1, event, name, status, scheduledAt: scheduledUs + us(i * 240) };
  }
  return {
    meet: {
      id: 'wc-demo',
      name: 'World Cup Speed Skating',
      venue: 'Thialf, Heerenveen',
      country: 'NED',
      timeZone: 'Europe/Amsterdam',
      from: '2026-11-20',
      to: '2026-11-22',
      version: 1,
    },
    events: {
      w1000: { order: 1, name: "Women's 1000 m", kind: 'pairs' },
      m1000: { order: 2, name: "Men's 1000 m", kind: 'pairs' },
      'ms-women': { order: 3, name: "Women's Mass Start", kind: 'massStart' },
      'ms-men': { order: 4, name: "Men's Mass Start", kind: 'massStart' },
    },
    races,
    now: { onIce: [], next: 'r2', lastResult: 'r1' },
  };
}
