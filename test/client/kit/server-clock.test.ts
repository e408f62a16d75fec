import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ServerClock, slewUsPerMs, stepUs } from '../../../client/kit/server-clock.ts';

function clockAt(nowMs: number) {
  const local = { nowMs };
  return { local, clock: new ServerClock(() => local.nowMs) };
}

/** A pong after a trip that took `outMs` out and `backMs` home, from a server `offsetUs` ahead. */
function pong(clock: ServerClock, local: { nowMs: number }, offsetUs: number, outMs: number, backMs: number) {
  const sentMs = local.nowMs;
  local.nowMs += outMs + backMs;
  clock.learn(sentMs, (sentMs + outMs) * 1000 + offsetUs, local.nowMs);
}

it('[V5] before the first pong the time is not known, and nothing is made up', () => {
  expect(clockAt(1000).clock.nowUs()).toBeUndefined();
});

it('[V5] the first pong sets it, half a round trip ahead of what the server said', () => {
  const { clock, local } = clockAt(1000);
  pong(clock, local, 7_000_000, 10, 10);
  expect(clock.nowUs()).toBe(1_020_000 + 7_000_000);
});

it('[V5] the shortest round trip is believed', () => {
  const { clock, local } = clockAt(0);
  pong(clock, local, 5_000_000, 2, 2);
  for (let n = 0; n < 5; n += 1) pong(clock, local, 5_000_000, 5, 300);
  expect(clock.nowUs()).toBe(local.nowMs * 1000 + 5_000_000);
});

it('[V5] an old sample gives way to a newer one that drift has made the better', () => {
  const { clock, local } = clockAt(0);
  pong(clock, local, 0, 1, 1);
  local.nowMs = 120_000;
  pong(clock, local, 9000, 2, 2);
  local.nowMs += 1000;
  expect(clock.nowUs()).toBe(local.nowMs * 1000 + 9000);
});

it('[V5] a correction runs in at five per cent', () => {
  const { clock, local } = clockAt(0);
  pong(clock, local, 0, 200, 200);
  pong(clock, local, 100_000, 0, 0);
  const before = clock.nowUs() as number;
  local.nowMs += 1000;
  expect((clock.nowUs() as number) - before).toBe(1_000_000 + 1000 * slewUsPerMs);
  local.nowMs += 10_000;
  expect(clock.nowUs()).toBe(local.nowMs * 1000 + 100_000);
});

it.each([
  [stepUs, false],
  [stepUs + 1, true],
  [-stepUs, false],
  [-stepUs - 1, true],
])('[V5] an error of %i us is put right at once: %s', (errorUs, steps) => {
  const { clock, local } = clockAt(0);
  pong(clock, local, 0, 0, 0);
  pong(clock, local, errorUs, 0, 0);
  expect(clock.nowUs() === local.nowMs * 1000 + errorUs).toBe(steps);
});

it('[V5] a server whose clock was set is believed, however good the older samples were', () => {
  const { clock, local } = clockAt(0);
  for (let n = 0; n < 8; n += 1) pong(clock, local, 0, 0, 0);
  pong(clock, local, 60_000_000, 20, 20);
  expect(clock.nowUs()).toBe(local.nowMs * 1000 + 60_000_000);
});

it('[V5] a pong from the future or without a number is ignored', () => {
  const { clock, local } = clockAt(1000);
  clock.learn(2000, 5, 1000);
  clock.learn(Number.NaN, 5, 1000);
  clock.learn(900, Number.NaN, 1000);
  expect(clock.nowUs()).toBeUndefined();
  expect(local.nowMs).toBe(1000);
});

it('[V5] it never runs backwards, never faster or slower than five per cent, and ends near the truth', () => {
  const trip = fc.record({ out: fc.nat(400), back: fc.nat(400), wait: fc.nat(3000) });
  fc.assert(
    fc.property(
      fc.array(trip, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: -1e9, max: 1e9 }),
      (trips, truth) => {
        const { clock, local } = clockAt(0);
        let last: { ms: number; us: number } | undefined;
        const look = () => {
          const us = clock.nowUs();
          if (us === undefined) return;
          if (last !== undefined) {
            const ms = local.nowMs - last.ms;
            expect(us - last.us).toBeGreaterThanOrEqual(Math.floor(ms * (1000 - slewUsPerMs)) - 1);
            expect(us - last.us).toBeLessThanOrEqual(Math.ceil(ms * (1000 + slewUsPerMs)) + 1);
          }
          last = { ms: local.nowMs, us };
        };
        for (const { out, back, wait } of trips) {
          pong(clock, local, truth, out, back);
          look();
          for (let n = 0; n < 4; n += 1) {
            local.nowMs += wait / 4;
            look();
          }
        }
        local.nowMs += 60_000;
        const best = Math.min(...trips.map(({ out, back }) => (out + back) / 2));
        const wornUs = trips.reduce((sum, { out, back, wait }) => sum + out + back + wait, 0) * 0.1;
        expect(Math.abs((clock.nowUs() as number) - local.nowMs * 1000 - truth)).toBeLessThanOrEqual(
          best * 1000 + wornUs + 1,
        );
      },
    ),
    { numRuns: 300 },
  );
});
