import { expect, it } from 'vitest';
import { spanOf } from '../../../client/kit/span.ts';
import { Tape, type TapeFrame } from '../../../client/kit/tape.ts';

const head = { topic: 'race/r', epoch: 'j.tape' };

/** A race with one status after the other, from 100 on, every 100. */
function raceTape(statuses: readonly string[]): Tape {
  const frames = statuses.map((status, n): TapeFrame => {
    const at = 100 * (n + 1);
    if (n === 0) return { t: 'snap', ...head, version: 1, at, state: { race: { status } } };
    return { t: 'patch', ...head, base: n, version: n + 1, at, patch: { race: { status } } };
  });
  return new Tape(frames);
}

it('[V61] a replay goes from where its race went to the ice to its last change, and to the moment asked for', () => {
  const tape = raceTape(['scheduled', 'scheduled', 'armed', 'running', 'finished']);
  expect(spanOf(tape, 450)).toEqual({ fromUs: 300, toUs: 500 });
  expect(spanOf(tape, 250)).toEqual({ fromUs: 250, toUs: 500 });
  expect(spanOf(tape, 900)).toEqual({ fromUs: 300, toUs: 900 });
  expect(spanOf(tape, 0)).toEqual({ fromUs: 100, toUs: 500 });
  expect(spanOf(raceTape(['scheduled', 'scheduled']), 150)).toEqual({ fromUs: 100, toUs: 200 });
});
