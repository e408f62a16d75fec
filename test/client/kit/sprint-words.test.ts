import { expect, it } from 'vitest';
import {
  featuredSprint,
  sprintKeys,
  sprintName,
  sprintPlaces,
  sprintStateText,
} from '../../../client/kit/sprint-words.ts';
import type { Board, Sprint } from '../../../shared/board.ts';
import { runningMassStart, scheduledMassStart } from '../fixtures.ts';

const states = (...all: Sprint['state'][]): Board['sprints'] =>
  Object.fromEntries(
    Object.entries(scheduledMassStart().sprints).map(([n, sprint], i) => [n, { ...sprint, state: all[i] ?? 'ahead' }]),
  );
const at = (leader: number, sprints: Board['sprints']) =>
  featuredSprint({ sprints, laps: { total: 16, leader, toGo: 16 - leader } });

it.each([
  ['before the start the first', 0, states(), '1'],
  ['an open one before all', 8, states('confirmed', 'open'), '2'],
  ['the last one while the next is far', 9, states('confirmed', 'provisional'), '2'],
  ['the next one from a lap before its line', 11, states('confirmed', 'confirmed'), '3'],
  ['the finish at last', 16, states('confirmed', 'confirmed', 'confirmed', 'provisional'), '4'],
] as const)('[V10] the sprint shown is %s', (_, leader, sprints, shown) => {
  expect(at(leader, sprints)).toBe(shown);
});

it('[V10] a race without sprints shows none', () => {
  expect(at(3, {})).toBeUndefined();
});

it.each([
  [{ state: 'ahead' }, 3, 'this lap'],
  [{ state: 'ahead' }, 2, 'next lap'],
  [{ state: 'ahead' }, 0, 'in 4 laps'],
  [{ state: 'open' }, 4, 'open'],
  [{ state: 'provisional' }, 5, 'provisional'],
  [{ state: 'confirmed' }, 5, 'confirmed'],
] as const)('[V10] %j after lap %i is %s', (changes, leader, text) => {
  expect(sprintStateText({ lap: 4, points: [3], order: [], ...changes }, leader)).toBe(text);
});

it('[V10] in a dead heat both win the points of the better place, and the place after is skipped', () => {
  const sprint: Sprint = { lap: 4, points: [3, 2, 1], state: 'confirmed', order: [['a', 'b'], ['c'], ['d']] };
  expect(sprintPlaces(sprint)).toEqual([
    { entry: 'a', points: 3 },
    { entry: 'b', points: 3 },
    { entry: 'c', points: 1 },
  ]);
});

it('[V10] sprints stand in the order in which they are skated, the finish as F', () => {
  const { sprints } = runningMassStart();
  expect(sprintKeys(sprints).map((n) => sprintName(sprints, n))).toEqual(['S1', 'S2', 'S3', 'F']);
});
