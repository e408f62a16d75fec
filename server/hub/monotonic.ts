// The clock and timers of a running server: a wall clock that is set while a race is on must not close every socket.
import { asyncScheduler, type SchedulerLike } from 'rxjs';

/** RxJS's timers, with `now` in milliseconds since the process started. */
export const monotonicScheduler: SchedulerLike = {
  now: () => performance.now(),
  schedule: asyncScheduler.schedule.bind(asyncScheduler),
};
