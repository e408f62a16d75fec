// Team pursuits and their standings as a server would send them, and what may happen to a result.
import type { Board, Row } from '../../shared/board.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { officialMassStart, race, startUs, us } from './fixtures.ts';
import { pair } from './pair-fixtures.ts';

const points = Array.from({ length: 16 }, (_, i) => String((i + 1) * 200));
const teams = [
  { entry: 'left', name: 'Netherlands', nation: 'NED', lane: 'inner', color: 'white', first: 18.2, half: 13.51 },
  { entry: 'right', name: 'Norway', nation: 'NOR', lane: 'outer', color: 'red', first: 18.55, half: 13.62 },
] as const;

const secondsAt = (team: { first: number; half: number }, index: number) => team.first + index * team.half;

/** A pursuit of 3200 m in which both teams have passed so many points of 200 m; none is before the start, 16 the end. */
export function teamPursuit(passed: number): Board {
  const over = passed === points.length;
  const rows = teams.map((team, lane): [string, Row] => {
    const { entry, first: _, half: __, ...who } = team;
    const splits = points.slice(0, passed).map((point, index) => {
      const timeUs = us(secondsAt(team, index));
      const lapUs = index === 0 ? timeUs : us(team.half);
      return [
        point,
        { timeUs, lapUs, rank: 1 + lane, diffUs: us((lane === 0 ? -0.42 : 0.31) - index * 0.03) },
      ] as const;
    });
    const row: Row = {
      ...who,
      order: lane + 1,
      laps: Math.floor(passed / 2),
      flags: over ? { finished: true } : {},
      marks: over && lane === 0 ? { TR: true } : {},
      splits: Object.fromEntries(splits),
    };
    const last = splits.at(-1)?.[1];
    return [entry, last === undefined ? row : { ...row, timeUs: last.timeUs, rank: last.rank }];
  });
  const best = points.map((point, i) => {
    const timeUs = us(secondsAt(teams[0], i) + 0.42);
    return [point, { timeUs, entry: 'x', name: 'Italy' }] as const;
  });
  return {
    race: {
      ...race,
      id: 'tp-4',
      name: 'Pair 4',
      event: 'tp-men',
      eventName: 'Team Pursuit Men',
      kind: 'teamPursuit',
      distance: 3200,
      status: over ? 'finished' : passed === 0 ? 'armed' : 'running',
    },
    clock: passed === 0 ? {} : { 1: over ? { startUs, stopUs: startUs + us(221.3) } : { startUs } },
    laps: { total: 8, leader: Math.floor(passed / 2), toGo: 8 - Math.floor(passed / 2) },
    course: Object.fromEntries(
      points.map((name, i) => [name, { order: i + 1, name, metres: Number(name), loop: i % 2 ? 'finish' : 'back' }]),
    ),
    rows: Object.fromEntries(rows),
    best: Object.fromEntries(best),
    groups: {},
    sprints: {},
    log: {},
  };
}

const nations = ['NED', 'ITA', 'USA', 'NOR', 'JPN', 'CAN', 'CHN', 'POL', 'GER', 'FRA', 'BEL', 'KAZ'];
const names = [
  'Netherlands',
  'Italy',
  'United States of America',
  'Norway',
  'Japan',
  'Canada',
  "People's Republic of China",
  'Poland',
  'Germany',
  'France',
  'Belgium',
  'Kazakhstan',
];

/** The standings after four of six pairs; those of pair 4 are first and fourth, two are equal in hundredths. */
export function teamStandings(): EventState {
  const rows = names.map((name, i) => {
    const raced = i < 8;
    const timeUs = us([220.85, 221.274, 221.278, 222.85, 224.01, 226.4, 229.97, 301.11][i] ?? 0);
    const known = {
      rank: i + 1,
      timeUs,
      behindUs: us((timeUs - us(220.85)) / 1e6),
      ...((i === 1 || i === 2) && { thousandth: true as const }),
    };
    return [
      `tp-${i}:t`,
      {
        order: i + 1,
        race: i === 0 || i === 3 ? 'tp-4' : `tp-${10 + i}`,
        entry: 't',
        name,
        nation: nations[i] as string,
        ...(raced && known),
      },
    ] as const;
  });
  return {
    event: { id: 'tp-men', name: 'Team Pursuit Men', kind: 'teamPursuit', meet: 'wc-demo', distance: 3200 },
    standings: Object.fromEntries(rows),
  };
}

/** The standings of a distance with `count` skaters, all of them in. */
export function longStandings(count: number): EventState {
  const rows = Array.from({ length: count }, (_, i) => {
    const standing = {
      order: i + 1,
      race: `m1000-${Math.floor(i / 2) + 1}`,
      entry: 'e',
      name: i % 7 === 4 ? 'Antoine GÉLINAS-BEAULIEU' : `Skater NUMBER-${i + 1}`,
      nation: nations[i % 12] as string,
    };
    const timeUs = us(67.21 + i * 0.23);
    const timed = { rank: i + 1, timeUs, behindUs: i * us(0.23) };
    return [`m1000-${i}:e`, { ...standing, ...(i < count - 2 ? timed : { status: i % 2 ? 'DNS' : 'DQ' }) }] as const;
  });
  return {
    event: { id: 'm1000', name: "Men's 1000 m", kind: 'pairs', meet: 'wc-demo', distance: 1000 },
    standings: Object.fromEntries(rows),
  };
}

/** `board` in another state. */
export function inState(board: Board, changes: Partial<Board['race']>): Board {
  return { ...board, race: { ...board.race, ...changes } };
}

const revision = { number: 1, signer: 'R. Referee', at: startUs + us(2400), hash: 'a'.repeat(64) };

/** An official result that facts which came later would change. */
export function officialWithPending(count = 24): Board {
  const board = officialMassStart(count);
  const [entry] = Object.entries(board.rows).find(([, { rank }]) => rank === 2) as [string, Row];
  const pending = { [entry]: { rank: { before: 2, after: 3 } } };
  return inState(board, { revision: { ...revision, pending } });
}

/** A pair called back after a false start, on the ice again. */
export function pairCalledBack(): Board {
  return { ...inState(pair(1000, 0), { status: 'armed', attempt: 2, cleared: 'falseStart' }), clock: {} };
}

/** A result with the ice, the air and who judged. */
export function withConditions(board: Board): Board {
  return {
    ...board,
    conditions: {
      start: { airDeciC: 152, iceDeciC: -61, humidityPercent: 38 },
      end: { airDeciC: 155, iceDeciC: -60, humidityPercent: 39 },
    },
    officials: { referee: 'Alexander Kibalko', starter: 'Jan Willem Zwart' },
  };
}
