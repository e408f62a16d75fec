// Boards as a server would send them, of races made up for the tests; every one is checked against the schema.
import type { Board, Group, Row, Sprint } from '../../shared/board.ts';

/** 15:30 of a November Friday. */
export const scheduledUs = Date.UTC(2026, 10, 20, 15, 30) * 1000;
/** Some minutes ago, whenever the tests run: a clock that has run for days is wider than any race needs. */
export const startUs = (Math.floor(Date.now() / 1000) - 400) * 1_000_000;

const skaters: readonly (readonly [bib: string, name: string, nation: string])[] = [
  ['1', 'Jorrit BERGSMA', 'NED'],
  ['2', 'Bart SWINGS', 'BEL'],
  ['3', 'Andrea GIOVANNINI', 'ITA'],
  ['4', 'Livio WENGER', 'SUI'],
  ['5', 'Antoine GÉLINAS-BEAULIEU', 'CAN'],
  ['6', 'CHUNG Jae-won', 'KOR'],
  ['7', 'Metoděj JÍLEK', 'CZE'],
  ['8', 'Felix MALY', 'GER'],
  ['9', 'Ethan CEPURAN', 'USA'],
  ['10', 'Timothy LOUBINEAUD', 'FRA'],
  ['11', 'Gabriel ODOR', 'AUT'],
  ['12', 'Shomu SASAKI', 'JPN'],
  ['13', "Dai Dai N'TAB", 'NED'],
  ['14', 'Hallgeir ENGEBRÅTEN', 'NOR'],
  ['15', 'Daniele DI STEFANO', 'ITA'],
  ['16', 'Indra MÉDARD', 'BEL'],
  ['17', 'LEE Seung-hoon', 'KOR'],
  ['18', 'Peter MICHAEL', 'NZL'],
  ['19', 'WU Yu', 'CHN'],
  ['20', 'Jéssica Carolina SANTOS RODRIGUES', 'POR'],
  ['21', 'Vitaliy CHSHIGOLEV', 'KAZ'],
  ['22', 'Viktor HALD THORUP', 'DEN'],
  ['23', 'Mathieu BELLOIR', 'FRA'],
  ['24', 'Marcin BACHANEK', 'POL'],
  ['25', 'Sander EITREM', 'NOR'],
  ['26', 'Conor MCDERMOTT-MOSTOWY', 'USA'],
  ['27', 'Fridtjof PETZOLD', 'GER'],
  ['28', 'Kierryn HUGHES', 'NZL'],
  ['29', 'Ryosuke TSUCHIYA', 'JPN'],
  ['30', 'Haralds SILOVS', 'LAT'],
];

const sprintPoints = [3, 2, 1];
const finishPoints = [60, 40, 20, 10, 6, 3];

/** Seconds behind the leader of each place: a break of 3, a peloton, one bridging, some dropped, one lapped. */
function gapsOf(count: number): number[] {
  return Array.from({ length: count }, (_, place) => {
    if (place < 3) return [0, 0.34, 0.71][place] as number;
    if (place === 3) return 4.28;
    if (place < count - 5) return 6.84 + (place - 4) * 0.19;
    if (place < count - 2) return 14.2 + (place - count + 5) * 0.62;
    return place === count - 2 ? 24.9 : 38.55;
  });
}

export const us = (seconds: number) => Math.round(seconds * 1_000_000);

export const race: Board['race'] = {
  id: 'ms-men-final',
  name: 'Final',
  event: 'ms-men',
  eventName: "Men's Mass Start",
  kind: 'massStart',
  meet: 'wc-demo',
  meetName: 'World Cup Speed Skating · Heerenveen',
  scheduledAt: scheduledUs,
  attempt: 1,
  status: 'scheduled',
};

function course(laps: number): Board['course'] {
  const points = Array.from({ length: laps }, (_, i) => i + 1);
  return Object.fromEntries(
    points.map((lap) => [String(lap), { order: lap, name: String(lap), metres: lap * 387, lap, loop: 'finish' }]),
  );
}

function sprintsAhead(): Record<string, Sprint> {
  const sprint = (lap: number): Sprint => ({ lap, points: sprintPoints, state: 'ahead', order: [] });
  return {
    1: sprint(4),
    2: sprint(8),
    3: sprint(12),
    4: { lap: 16, finish: true, points: finishPoints, state: 'ahead', order: [] },
  };
}

/** A mass start that is called up: nobody has skated. */
export function scheduledMassStart(count = 24): Board {
  const rows = skaters
    .slice(0, count)
    .map(([bib, name, nation], index): [string, Row] => [
      `e${bib}`,
      { order: index + 1, bib, name, nation, helmet: bib, laps: 0, flags: {}, marks: {}, splits: {} },
    ]);
  return {
    race,
    clock: {},
    laps: { total: 16, leader: 0, toGo: 16 },
    course: course(16),
    rows: Object.fromEntries(rows),
    best: {},
    groups: {},
    sprints: sprintsAhead(),
    log: {},
  };
}

/** Entry ids in the order on the ice of {@link runningMassStart}: a fixed shuffle of the start list. */
export function iceOrder(count: number): string[] {
  const ids = skaters.slice(0, count).map(([bib]) => `e${bib}`);
  return ids.map((_, i) => ids[(i * 7 + 3) % count] as string);
}

function groupsOf(order: readonly string[], gaps: readonly number[]): Record<string, Group> {
  const bounds = [0, 3, 4, order.length - 5, order.length - 2, order.length - 1, order.length];
  const names: Group['name'][] = ['break', 'chase', 'peloton', 'dropped', 'dropped', 'dropped'];
  return Object.fromEntries(
    names.map((name, i) => {
      const [from = 0, to = 0] = [bounds[i], bounds[i + 1]];
      const entries = order.slice(from, to);
      const group: Group = { name, size: entries.length, entries };
      if (gaps[to] !== undefined) group.leadUs = us(gaps[to] - (gaps[from] ?? 0));
      if (i > 0) group.behindUs = us(gaps[from] ?? 0);
      if (name === 'chase') group.bridging = entries;
      return [String(i + 1), group];
    }),
  );
}

const wonInSprints: readonly (readonly string[])[] = [
  ['e4', 'e11', 'e8'],
  ['e8', 'e4', 'e1'],
];

function pointsOf(entry: string, sprints: number): Row['points'] {
  const won = wonInSprints.slice(0, sprints).map((order) => sprintPoints[order.indexOf(entry)] ?? 0);
  const named = Object.fromEntries(won.map((points, i) => [`s${i + 1}`, points]));
  return { ...named, total: won.reduce((sum, points) => sum + points, 0) };
}

/** A mass start in mid-race after 9 of 16 laps, two sprints done; with `open`, one lap earlier and sprint 2 open. */
export function runningMassStart(count = 24, open = false): Board {
  const board = scheduledMassStart(count);
  const order = iceOrder(count);
  const gaps = gapsOf(count);
  const groups = groupsOf(order, gaps);
  const leader = open ? 8 : 9;
  const total = (entry: string) => pointsOf(entry, 2)?.total ?? 0;
  const ranked = [...order].sort((a, b) => total(b) - total(a) || order.indexOf(a) - order.indexOf(b));
  const rows = order.map((entry, place): [string, Row] => {
    const gap = gaps[place] ?? 0;
    const lapped = place === count - 1;
    const group = Object.entries(groups).find(([, { entries }]) => entries.includes(entry))?.[0];
    const points = pointsOf(entry, 2);
    const row: Row = {
      ...(board.rows[entry] as Row),
      order: place + 1,
      position: place + 1,
      rank: ranked.indexOf(entry) + 1,
      laps: lapped ? leader - 1 : leader,
      timeUs: us(leader * 29.61 + gap),
      lapUs: us(29.61),
      gapUs: us(gap),
      intervalUs: us(gap - (gaps[place - 1] ?? 0)),
      group: Number(group),
      flags: {},
    };
    if (points !== undefined && points.total > 0) row.points = points;
    if (lapped) Object.assign(row, { lapsDown: 1, flags: { lapped: true } });
    if (place === 9) row.flags = { overdue: true };
    if (place === 12) row.flags = { estimated: true };
    return [entry, row];
  });
  return {
    ...board,
    race: { ...race, status: 'running' },
    clock: { 1: { startUs } },
    laps: { total: 16, leader, toGo: 16 - leader },
    rows: Object.fromEntries(rows),
    groups,
    sprints: {
      ...board.sprints,
      1: { lap: 4, points: sprintPoints, state: 'confirmed', order: [['e4'], ['e11'], ['e8']] },
      2: {
        lap: 8,
        points: sprintPoints,
        state: open ? 'open' : 'provisional',
        order: open ? [['e8'], ['e4']] : [['e8'], ['e4'], ['e1']],
      },
    },
    log: {
      'sprint-1': { at: startUs + us(120), says: { code: 'sprintWon', values: { name: 'Livio WENGER', lap: 4 } } },
      'sprint-2': { at: startUs + us(240), says: { code: 'sprintWon', values: { name: 'Felix MALY', lap: 8 } } },
    },
  };
}

/** The race of {@link runningMassStart} over, provisional: tied hundredths, one lapped, one DNF, one DQ. */
export function finishedMassStart(count = 24): Board {
  const board = runningMassStart(count);
  const order = iceOrder(count);
  const gaps = gapsOf(count);
  const rows = order.map((entry, place): [string, Row] => {
    const { position: _, gapUs: __, group: ___, ...start } = board.rows[entry] as Row;
    const finish = finishPoints[place] ?? 0;
    const before = pointsOf(entry, 2) ?? { total: 0 };
    const row: Row = {
      ...start,
      order: place + 1,
      rank: place + 1,
      laps: 16,
      timeUs: us(461.17) + us((gaps[place] ?? 0) * 0.3) + place * 1000,
      flags: { finished: true },
      points: { ...before, s3: 0, s4: finish, total: before.total + finish },
    };
    if (place === 4 || place === 5)
      Object.assign(row, { timeUs: us(463.244) + place * 1000, flags: { finished: true, thousandth: true } });
    if (place === 12) row.flags = { finished: true, estimated: true };
    if (place < 8) row.marks = { Q: true };
    if (place === count - 3)
      Object.assign(row, { laps: 15, flags: { finished: true, lapped: true }, points: { ...before, total: 0 } });
    if (place === count - 2)
      Object.assign(row, { laps: 11, status: 'DNF', flags: {}, points: { ...before, total: 0 } });
    if (place === count - 1) {
      Object.assign(row, { status: 'DQ', code: 'T25', flags: {}, points: { total: 0 }, marks: { YC: true } });
      delete row.rank;
    }
    return [entry, row];
  });
  return {
    ...board,
    race: { ...race, status: 'finished' },
    clock: { 1: { startUs, stopUs: startUs + us(461.17) } },
    laps: { total: 16, leader: 16, toGo: 0 },
    rows: Object.fromEntries(rows),
    groups: {},
    sprints: {
      ...board.sprints,
      3: { lap: 12, points: sprintPoints, state: 'confirmed', order: [['e2'], ['e4'], ['e1']] },
      4: { lap: 16, finish: true, points: finishPoints, state: 'confirmed', order: order.slice(0, 6).map((e) => [e]) },
    },
    log: {
      won: { at: startUs + us(461), says: { code: 'won', values: { name: 'Livio WENGER', lap: 16 } } },
      dq: {
        at: startUs + us(600),
        says: { code: 'ruling', values: { status: 'DQ', code: 'T25' } },
        about: [order.at(-1) as string],
      },
    },
  };
}

export function officialMassStart(count = 24): Board {
  const board = finishedMassStart(count);
  const revision = { number: 2, signer: 'R. Referee', at: startUs + us(2400), hash: 'a'.repeat(64) };
  return { ...board, race: { ...board.race, status: 'official', revision } };
}

export function falseStartCleared(): Board {
  const board = scheduledMassStart();
  return { ...board, race: { ...race, status: 'armed', attempt: 2, cleared: 'falseStart' } };
}
