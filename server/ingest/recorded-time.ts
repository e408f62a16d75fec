// When a line of a recording was received, as whoever recorded it wrote into it.
import { usOfInstant } from './vantage/ticks.ts';

const timePattern = /"_time"\s*:\s*"([^"]{1,40})"/;

/** UTC microseconds, or undefined where the line has no `_time`. */
export function recordedUs(text: string): number | undefined {
  const time = timePattern.exec(text)?.[1];
  return time === undefined ? undefined : usOfInstant(time);
}
