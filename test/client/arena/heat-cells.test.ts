import { expect, it } from 'vitest';
import { newestSentence } from '../../../client/arena/board-ticker.ts';
import { endText, heatHeadings } from '../../../client/arena/heat-cells.ts';
import { sceneOf } from '../../../client/arena/scene.ts';
import { clockText } from '../../../client/kit/running-time.ts';
import { heat } from '../heat-fixtures.ts';

it('[V30] a heat is one picture from call-up to result, with what is in its last columns over them', () => {
  expect([0, 3, 5].map((crossings) => sceneOf(heat(5, crossings)))).toEqual(['heat', 'heat', 'heat']);
  expect(heatHeadings(heat(5, 0))).toEqual(['', '', '']);
  expect(heatHeadings(heat(5, 3))).toEqual(['', 'Lap', 'Gap']);
  expect(heatHeadings(heat(5, 5))).toEqual(['', '', 'Time']);
});

it('[V30][T1] on the way there are gaps, then times, of three digits; a penalty or a lost time is said', () => {
  const texts = (crossings: number) => Object.values(heat(5, crossings).rows).map(endText);
  expect(texts(0)).toEqual(['', '', '', '', '']);
  expect(texts(3)).toEqual(['', '+0.087', '+0.194', '+0.310', '+1.420']);
  expect(texts(5)).toEqual(['41.388', '41.582', '41.698', 'no time', 'PEN S1']);
});

it('[V30][T1] so have a clock that stands and a corrected time', () => {
  expect(clockText({ startUs: 0, stopUs: 41_388_900 }, 0, 3)).toBe('41.388');
  const values = { name: 'A', point: '5', beforeUs: 41_400_000, afterUs: 41_388_000, cause: 'photo' };
  const log = { x: { at: 1, says: { code: 'corrected', values } } };
  expect(newestSentence({ log, rows: {} }, 3)).toBe('A at 5: 41.388, not 41.400');
});
