// The gun of a race: its start fact, or in a mass start without one the first passing after `arm` (P6).
import { type Attempt, onlyGroup } from './attempt.ts';
import { type Gun, onRaceClock, type TimedReading } from './clock.ts';
import type { Reading } from './effective.ts';
import { type Window, windowAt } from './window.ts';

/** The gun that times are counted from; of a quartet's two, the first until entries carry a group. */
export function gunOf(attempt: Attempt): Gun | undefined {
  const start = attempt.starts.get(onlyGroup) ?? [...attempt.starts.values()][0];
  return start && { source: start.source, startUs: start.startUs };
}

function earlier(a: TimedReading, b: TimedReading): boolean {
  return a.instantUs < b.instantUs || (a.instantUs === b.instantUs && a.reading.id < b.reading.id);
}

/** P6: an attempt that has no gun, started by the first passing while the race was armed. */
export function startedByPassing(
  attempt: Attempt,
  readings: readonly Reading[],
  windows: readonly Window[],
  offsets: ReadonlyMap<string, number>,
): Attempt {
  if (attempt.starts.size > 0) return attempt;
  let first: TimedReading | undefined;
  for (const reading of readings) {
    const timed = onRaceClock(reading, undefined, offsets);
    const armed = timed.instantUs > attempt.afterUs && windowAt(windows, timed.instantUs) !== undefined;
    if (armed && (first === undefined || earlier(timed, first))) first = timed;
  }
  if (first === undefined) return attempt;
  const start = { startUs: first.instantUs, source: first.reading.source, shots: [] };
  return { ...attempt, starts: new Map([[onlyGroup, start]]) };
}
