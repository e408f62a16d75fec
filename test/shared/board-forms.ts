// A board as small as it may be, and one that shows everything a board can.
const at = 1_763_000_000_000_000;

export const smallestBoard = {
  race: {
    id: 'ms-final',
    name: 'Final',
    event: 'ms-men',
    eventName: "Men's Mass Start",
    kind: 'massStart',
    meet: 'wc1',
    meetName: 'World Cup 1',
    attempt: 1,
    status: 'scheduled',
  },
  clock: {},
  laps: { total: 16, leader: 0, toGo: 16 },
  course: {},
  rows: {},
  best: {},
  groups: {},
  sprints: {},
  log: {},
};

export const smallestRow = { order: 1, name: "N'tab", laps: 0, flags: {}, marks: {}, splits: {} };

export const fullestRow = {
  ...smallestRow,
  bib: '07',
  nation: 'FRA',
  club: 'ASGM',
  lane: 'inner',
  helmet: '3',
  color: 'red',
  position: 1,
  rank: 2,
  laps: 15,
  lapsDown: 1,
  timeUs: 476_939_000,
  lapUs: 29_990_000,
  gapUs: 0,
  intervalUs: 12_000,
  group: 1,
  status: 'DQ',
  code: 'T25',
  flags: {
    finished: true,
    overdue: true,
    gone: true,
    lapped: true,
    estimated: true,
    thousandth: true,
    timeInvalid: true,
  },
  marks: { PB: true, Q: true, YC: true },
  basis: 'hand',
  points: { s1: 3, s2: 0, s4: 60, total: 63 },
  splits: { p4: { timeUs: 120_000_000, lapUs: 29_990_000, rank: 1, diffUs: -80_000, basis: 'photo', estimated: true } },
  falseStarts: 1,
};

export const fullestBoard = {
  ...smallestBoard,
  race: {
    ...smallestBoard.race,
    round: 'final',
    phase: 'A',
    scheduledAt: at,
    distance: 6400,
    status: 'official',
    cleared: 'falseStart',
    revision: {
      number: 2,
      signer: 'A. Referee',
      at,
      hash: 'c0ffee',
      pending: { e1: { rank: { before: 1, after: 2 }, timeUs: { before: 1 }, s1: { after: 3 } } },
    },
  },
  clock: { all: { startUs: at, stopUs: at + 1, rate: 4, shots: [at] } },
  laps: { total: 16, leader: 15, toGo: 1, bell: true, bellAlarm: 14 },
  course: { p4: { order: 4, name: '4', metres: 1538.68, lap: 4, loop: 'finish' } },
  rows: { e1: fullestRow },
  best: { p4: { timeUs: 120_000_000, entry: 'e1', name: "N'tab" } },
  groups: { '1': { name: 'break', size: 1, leadUs: 1_200_000, behindUs: 0, entries: ['e1'], bridging: ['e1'] } },
  sprints: { '4': { lap: 16, finish: true, points: [60, 40, 20], state: 'confirmed', order: [['e1', 'e2']] } },
  log: { f1: { at, says: { code: 'sprint.won', values: { name: "N'tab", lap: 4, dead: false } }, about: ['e1'] } },
  conditions: { start: { airDeciC: 121, iceDeciC: -64, humidityPercent: 43 } },
  officials: { referee: 'A. Referee', starter: 'B. Starter' },
};

export const meetState = {
  meet: {
    id: 'wc1',
    name: 'World Cup 1',
    venue: 'Salt Lake City',
    country: 'USA',
    timeZone: 'America/Denver',
    from: '2025-11-14',
    to: '2025-11-16',
    version: 3,
  },
  events: { 'ms-men': { order: 1, name: "Men's Mass Start", kind: 'massStart' } },
  races: {
    'ms-final': {
      order: 1,
      name: 'Final',
      event: 'ms-men',
      round: 'final',
      number: 7,
      scheduledAt: at,
      status: 'armed',
    },
  },
  now: { race: 'ms-final', onIce: ['ms-final'], next: 'm1000-1', lastResult: 'ms-semi' },
};

export const eventState = {
  event: { id: 'ms-men', name: "Men's Mass Start", kind: 'massStart', meet: 'wc1', distance: 6400 },
  standings: {
    'ms-final:e1': {
      order: 1,
      rank: 1,
      race: 'ms-final',
      entry: 'e1',
      bib: '07',
      name: "N'tab",
      nation: 'FRA',
      club: 'ASGM',
      laps: 16,
      points: 63,
      timeUs: 476_939_000,
      behindUs: 0,
      thousandth: true,
      status: 'PEN',
      code: 'T25',
      provisional: true,
    },
  },
};
