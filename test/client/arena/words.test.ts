import { expect, it } from 'vitest';
import { newestSentence } from '../../../client/arena/board-ticker.ts';
import { programmeAround } from '../../../client/arena/idle-screen.ts';
import { sceneOf } from '../../../client/arena/scene.ts';
import { needed, sentence, words } from '../../../client/kit/messages.ts';
import { alertText, statusText } from '../../../client/kit/status-words.ts';
import { type Board, type RaceStatus, raceStatusSchema } from '../../../shared/board.ts';
import { rulingStatusSchema } from '../../../shared/facts.ts';
import { finishedMassStart, officialMassStart, race, runningMassStart } from '../fixtures.ts';
import { pair, programme } from '../pair-fixtures.ts';

it.each([
  ['scheduled', 'startList'],
  ['armed', 'startList'],
  ['cancelled', 'startList'],
  ['running', 'massStart'],
  ['stopped', 'massStart'],
  ['finished', 'result'],
  ['underReview', 'result'],
  ['official', 'result'],
] as const)('[V9] a mass start that is %s is shown as %s', (status, scene) => {
  const board = runningMassStart();
  expect(sceneOf({ ...board, race: { ...board.race, status } })).toBe(scene);
});

it('[V9] a pair is one picture in every state', () => {
  const board = pair(500, 0);
  const scenes = raceStatusSchema.options.map((status) => sceneOf({ ...board, race: { ...board.race, status } }));
  expect(new Set(scenes)).toEqual(new Set(['pairs']));
});

it.each(['falseStart', 'fall', 'stopped', 'test'] as const)(
  '[V9] a race called back (%s) says so until it runs',
  (cleared) => {
    const called = (status: RaceStatus) => alertText({ ...race, status, attempt: 2, cleared });
    expect(called('armed')).toBeTruthy();
    expect(called('scheduled')).toBe(called('armed'));
    expect(called('running')).toBeUndefined();
  },
);

it('[V9] an official result names its revision', () => {
  expect(statusText(officialMassStart().race)).toBe('Official result · Revision 2');
  expect(statusText(finishedMassStart().race)).toBe('Result');
});

it.each([
  [{ code: 'sprintWon', values: { name: "N'tab", lap: 4 } }, '', "N'tab takes the sprint of lap 4"],
  [{ code: 'finished', values: { name: 'A', timeUs: 69_123_456 } }, '', 'A finishes in 1:09.12'],
  [{ code: 'ruling', values: { status: 'DQ', code: 'T25' } }, 'B', 'B is disqualified'],
  [{ code: 'ruling', values: { status: 'new' } }, 'B', 'B: new'],
  [{ code: 'cleared', values: { reason: 'fall' } }, '', 'Called back after a fall'],
  [{ code: 'cleared', values: {} }, '', 'Called back'],
  [{ code: 'won', values: { name: '{lap}', lap: 3 } }, '', '{lap} is first over the line'],
  [
    {
      code: 'corrected',
      values: { name: 'A', point: '600', beforeUs: 41_909_999, afterUs: 41_880_000, cause: 'photo' },
    },
    '',
    'A at 600: 41.88, not 41.90',
  ],
] as const)('[V13] %j of "%s" reads "%s"', (says, who, text) => {
  expect(sentence(says, who)).toBe(text);
});

it.each(['novelty', 'toString', '__proto__'])('[V13] a code it does not know (%s) is silent', (code) => {
  expect(sentence({ code, values: {} }, '')).toBeUndefined();
});

it('[V13] every ruling has words of its own', () => {
  const said = rulingStatusSchema.options.map((status) => sentence({ code: 'ruling', values: { status } }, 'X'));
  expect(new Set(said).size).toBe(rulingStatusSchema.options.length);
  expect(said.filter((text) => text === undefined || text.includes(': D'))).toEqual([]);
});

it('[V13] every state of a race has a word', () => {
  expect(raceStatusSchema.options.map((status) => words(status)).filter((text) => text === '')).toEqual([]);
});

it('[V13] the newest moment that has words is told, with the names of those it is about', () => {
  const log: Board['log'] = {
    a: { at: 1, says: { code: 'falseStart', values: {} }, about: ['e1', 'e2'] },
    b: { at: 2, says: { code: 'novelty', values: {} } },
  };
  expect(newestSentence({ log, rows: runningMassStart().rows })).toBe('False start: Jorrit BERGSMA, Bart SWINGS');
  expect(newestSentence({ log: {}, rows: {} })).toBeUndefined();
});

it('[V9] the programme shows what was just on, then what comes, and never runs short at its end', () => {
  const { races } = programme();
  expect(programmeAround(races, 'r4').map(([id]) => id)).toEqual([
    'r1',
    'r2',
    'r3',
    'r4',
    'r5',
    'r6',
    'r7',
    'r8',
    'r9',
  ]);
  expect(programmeAround(races, 'r9')).toHaveLength(9);
  expect(programmeAround(races, undefined)[0]?.[0]).toBe('r0');
  expect(programmeAround({}, 'r4')).toEqual([]);
});

const place = (value: number) => ({ code: 'finishPlace', values: { place: value } });
const sprint = (points: number, lap: number, more = {}) => ({ code: 'sprintPoints', values: { points, lap, ...more } });

it.each([
  [[sprint(2, 12), place(8)], '2 points at lap 12 or 8th at the finish'],
  [[sprint(1, 4, { place: 11 })], '1 point at lap 4 and 11th at the finish'],
  [[place(1), place(2), place(3)], '1st at the finish or 2nd at the finish or 3rd at the finish'],
  [[place(12), place(21)], '12th at the finish or 21st at the finish'],
  [[{ code: 'safeFrom', values: { place: 12 } }], 'safe from 12th at the finish'],
  [[{ code: 'time', values: { timeUs: 68_520_000 } }], '1:08.52'],
  [[{ code: 'askingRate', values: { laps: 2, lapUs: 29_400_000, lastUs: 29_900_000 } }], '2 laps of 29.4, last 29.9'],
  [[{ code: 'askingRate', values: { laps: 1, lapUs: 29_400_000, lastUs: 29_900_000 } }], '1 lap of 29.4, last 29.9'],
  [[{ code: 'lastLap', values: { lastUs: 29_460_000 } }], 'a last lap of 29.4'],
  [[{ code: 'placeForTicket', values: { place: 2, name: '1000 m' } }], '2nd at 1000 m'],
  [[{ code: 'luck', values: {} }, place(3)], '3rd at the finish'],
  [[{ code: 'luck', values: {} }], undefined],
])('[N5] what is enough, %j, is said in words', (needs, text) => {
  expect(needed(needs)).toBe(text);
});
