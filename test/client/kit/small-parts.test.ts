import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { views } from '../../../client/console/screen-commands.ts';
import { firstRetryMs, lastRetryMs, retryDelayMs } from '../../../client/kit/backoff.ts';
import { burstGapMs, burstPings, pingGapMs, startPings } from '../../../client/kit/clock-pings.ts';
import { themes } from '../../../client/kit/theme.ts';
import { Value } from '../../../client/kit/value.ts';
import * as here from '../../../client/kit/wire.ts';
import * as there from '../../../shared/protocol.ts';
import { screenSettingsSchema, themeSchema } from '../../../shared/screen.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[V2] each wait is between the half and the whole of a doubled one, up to the limit', () => {
  expect(retryDelayMs(0, 0)).toBe(firstRetryMs / 2);
  expect(retryDelayMs(0, 1)).toBe(firstRetryMs);
  expect(retryDelayMs(2, 0.5)).toBe(firstRetryMs * 3);
  expect(retryDelayMs(5, 1)).toBe(lastRetryMs);
  expect(retryDelayMs(100_000, 1)).toBe(lastRetryMs);
  expect(retryDelayMs(100_000, 0)).toBe(lastRetryMs / 2);
});

it('[V5] the clock is asked for in a burst, then seldom, and no more once stopped', () => {
  const ping = vi.fn();
  const stop = startPings(ping);
  vi.advanceTimersByTime(burstGapMs * (burstPings - 1));
  expect(ping).toHaveBeenCalledTimes(burstPings);
  vi.advanceTimersByTime(pingGapMs - 1);
  expect(ping).toHaveBeenCalledTimes(burstPings);
  vi.advanceTimersByTime(1);
  expect(ping).toHaveBeenCalledTimes(burstPings + 1);
  stop();
  vi.advanceTimersByTime(10 * pingGapMs);
  expect(ping).toHaveBeenCalledTimes(burstPings + 1);
});

it('[V1] a page and the server agree on address, protocol, beat and close codes', () => {
  expect(here.livePath).toBe(there.livePath);
  expect(here.subprotocol).toBe(there.subprotocol);
  expect(here.beatMs).toBe(there.beatMs);
  expect(here.mostDelayS * 1000).toBe(there.maxDelayMs);
  const final = (code: number) => code >= here.firstFinalCode && code <= here.lastFinalCode;
  const names = Object.entries(there.closeCodes).filter(([, code]) => final(code));
  expect(names.map(([name]) => name)).toEqual(['badMessage', 'wrongProtocol']);
});

it('[V1][V37] a page knows the themes and views of the wire, and no other', () => {
  expect(themes).toEqual(themeSchema.options);
  expect(views).toEqual(screenSettingsSchema.shape.view.unwrap().options);
});

it('[V1] who watches a value hears it at once, then only what is new, and nothing after letting go', () => {
  const value$ = new Value(1);
  const heard: number[] = [];
  const leave = value$.watch((value) => heard.push(value));
  value$.set(1);
  value$.set(2);
  leave();
  value$.set(3);
  expect(heard).toEqual([1, 2]);
  expect(value$.value).toBe(3);
});
