// A race as a console shows it, for tests of what a typed line comes to: five skaters, one lap in, two readings that wait.
import type { Context } from '../../../client/console/outcome.ts';
import type { Board, Row } from '../../../shared/board.ts';
import type { ConsoleState } from '../../../shared/console-state.ts';

export const startUs = 1_000_000_000;

const people: readonly (readonly [entry: string, bib: string, name: string])[] = [
  ['e3', '3', 'Ada Lee'],
  ['e5', '5', 'Bo Ost'],
  ['e7', '7', 'Kim Vos'],
  ['e12', '12', 'Jan de Boer'],
  ['e14', '14', 'Zoë Gélinas-Beaulieu'],
];

function row([, bib, name]: (typeof people)[number], order: number): Row {
  return {
    order: order + 1,
    bib,
    name,
    laps: 1,
    rank: order + 1,
    position: order + 1,
    timeUs: 30_000_000 + order * 100_000,
    flags: {},
    marks: {},
    points: { total: 0 },
    splits: { p1: { timeUs: 30_000_000 + order * 100_000 } },
  };
}

export const board: Board = {
  race: {
    id: 'r1',
    name: 'Final',
    event: 'ms',
    eventName: 'Mass Start',
    kind: 'massStart',
    meet: 'm1',
    meetName: 'Meet',
    attempt: 1,
    status: 'running',
  },
  clock: { 1: { startUs } },
  laps: { total: 16, leader: 1, toGo: 15 },
  course: {
    p1: { order: 1, name: '1', metres: 400, lap: 1, loop: 'finish' },
    p2: { order: 2, name: '2', metres: 800, lap: 2, loop: 'finish' },
  },
  rows: Object.fromEntries(people.map((one, order) => [one[0], row(one, order)])),
  best: {},
  groups: {},
  sprints: {
    1: { lap: 4, points: [3, 2, 1], state: 'open', order: [] },
    2: { lap: 16, finish: true, points: [60, 40], state: 'ahead', order: [] },
  },
  log: {},
};

const decoder = { source: 'decoder', how: 'transponder', loop: 'finish' } as const;

export const console_: ConsoleState = {
  race: 'r1',
  seq: 20,
  readings: {
    'a-1': {
      seq: 10,
      at: startUs + 30_000_000,
      ...decoder,
      transponder: 'T3',
      entry: 'e3',
      point: 'p1',
      state: 'presented',
    },
    'a-2': {
      seq: 11,
      at: startUs + 30_100_000,
      ...decoder,
      transponder: 'T5',
      entry: 'e5',
      point: 'p1',
      state: 'presented',
    },
    'x-1': { seq: 12, at: startUs + 30_200_000, ...decoder, transponder: 'X1', state: 'unknown' },
    'x-2': { seq: 13, at: startUs + 60_200_000, ...decoder, transponder: 'X1', state: 'unknown' },
  },
  decisions: {
    'd-1': {
      seq: 14,
      at: 1,
      by: 'Desk A',
      fact: { kind: 'ruling', race: 'r1', entry: 'e7', status: 'DQ', held: true },
      held: true,
    },
  },
  unbound: {
    'u-1': { seq: 9, at: startUs - 50_000_000, source: 'decoder', loop: 'finish', transponder: 'T3', why: 'no-window' },
  },
  unknown: ['X1'],
};

export const context: Context = {
  race: 'r1',
  board,
  console: console_,
  worn: new Map([
    ['T3', 'e3'],
    ['T3b', 'e3'],
    ['T5', 'e5'],
  ]),
  nowUs: startUs + 70_000_000,
  meet: {
    meet: {
      id: 'm1',
      name: 'Meet',
      venue: 'Ice',
      timeZone: 'Europe/Amsterdam',
      from: '2025-01-01',
      to: '2025-01-01',
      version: 1,
    },
    events: {},
    selections: { men: { order: 1, name: 'Men' } },
    races: {
      r1: { order: 1, name: 'Final', event: 'ms', status: 'running' },
      r2: { order: 2, name: 'Pair 1', event: 'm500', status: 'scheduled' },
    },
    now: { onIce: ['r1'] },
  },
  athletes: new Map([
    ['a1', 'Jorrit Bergsma'],
    ['a2', 'Jan Blokhuijsen'],
    ['a3', 'Jan Smeekens'],
  ]),
  selections: {
    meet: 'm1',
    selections: {
      men: {
        order: 1,
        name: 'Men',
        kind: 'matrix',
        selected: 0,
        slots: {
          1: { order: 1, event: 'm500', place: 1, state: 'open', distinct: 0 },
          6: { order: 6, designated: true, state: 'open', distinct: 0 },
        },
        candidates: {},
      },
    },
  },
  screens: {
    screens: { west: { settings: { view: 'race', theme: 'light', delayMs: 0, race: 'r1' }, connected: 1, shows: {} } },
  },
};
