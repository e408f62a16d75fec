import { expect, it } from 'vitest';
import { Ring, ringStates } from '../../server/hub/ring.ts';

function ringOf(first: number, count: number): Ring {
  const ring = new Ring();
  for (let version = first; version < first + count; version += 1) ring.push(version, { version });
  return ring;
}

it('[W5] an empty ring has no version', () => {
  expect(new Ring().at(-1)).toBeUndefined();
  expect(new Ring().at(0)).toBeUndefined();
});

it.each([1, 1000])('[W5] the ring has the newest 256 states and nothing else, counted from version %i', (first) => {
  const ring = ringOf(first, ringStates);
  expect(ringStates).toBe(256);
  expect(ring.at(first - 1)).toBeUndefined();
  expect(ring.at(first)).toEqual({ version: first });
  const newest = first + ringStates;
  expect(ring.at(newest)).toBeUndefined();
  ring.push(newest, { version: newest });
  expect(ring.at(first)).toBeUndefined();
  expect(ring.at(first + 1)).toEqual({ version: first + 1 });
  expect(ring.at(newest)).toEqual({ version: newest });
});

it('[W5] a version that is no number of the ring has no state', () => {
  const ring = ringOf(1, 3);
  expect(ring.at(1.5)).toBeUndefined();
  expect(ring.at(Number.NaN)).toBeUndefined();
});
