// How often a topic speaks: a change goes out at once, and what follows it closely goes out together.
import { type MonoTypeOperatorFunction, type SchedulerLike, throttleTime } from 'rxjs';

/** The fastest rate, 25 Hz: one frame of television; nothing shown changes visibly faster. */
export const conflateMs = 40;

/** The leading edge at once, then at most one in `periodMs`: the newest, at the end of the period. */
export function conflate<T>(periodMs: number, scheduler: SchedulerLike): MonoTypeOperatorFunction<T> {
  return throttleTime(periodMs, scheduler, { leading: true, trailing: true });
}
