// What a running clock says. Always from the start instant and the present one, never counted up, so it is right at
// once after any pause. Pure.
import { formatTime } from '../../shared/format-time.ts';

/** One group's clock of `board.clock`: instants on the server's clock, in microseconds. */
export interface GroupClock {
  readonly startUs?: number | undefined;
  readonly stopUs?: number | undefined;
  readonly rate?: number | undefined;
}

/**
 * Microseconds since the gun at the instant `nowUs`, or undefined before it. Instants of readings are always on the
 * race's own time, so `rate` (a replay faster than the ice) turns only what is still running.
 */
export function elapsedUs(clock: GroupClock, nowUs: number | undefined): number | undefined {
  const { startUs, stopUs, rate = 1 } = clock;
  if (startUs === undefined) return undefined;
  if (stopUs !== undefined) return Math.max(0, stopUs - startUs);
  return nowUs === undefined ? undefined : Math.max(0, (nowUs - startUs) * rate);
}

const tenthUs = 100_000;

/** Microseconds until a running clock says another tenth; none while the time is not known, for it may be in the next frame. */
export function untilNextTenthUs(clock: GroupClock, nowUs: number | undefined): number {
  const us = elapsedUs(clock, nowUs);
  return us === undefined ? 0 : (tenthUs - (us % tenthUs)) / (clock.rate ?? 1);
}

/**
 * Tenths while it runs, for nobody can read more; the digits of T1 once it stands; zero before the gun, and nothing
 * while the time is not known.
 */
export function clockText(clock: GroupClock, nowUs: number | undefined, digits: 2 | 3 = 2): string {
  if (clock.startUs === undefined) return '0.0';
  const us = elapsedUs(clock, nowUs);
  return us === undefined ? '' : formatTime(us, { digits: clock.stopUs === undefined ? 1 : digits });
}
