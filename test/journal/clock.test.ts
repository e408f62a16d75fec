import { afterEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../server/journal/clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('[J5] the clock counts microseconds since 1970 and stands where the computer’s time goes back', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const nowUs = systemClock();
  const readings = [1_000, 5_000, 2_000, 4_999, 5_001].map((ms) => {
    vi.setSystemTime(ms);
    return nowUs();
  });
  expect(readings).toEqual([1_000_000, 5_000_000, 5_000_000, 5_000_000, 5_001_000]);
});
