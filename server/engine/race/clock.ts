// Puts instants of different clocks on the race's clock, that of its start, by the `sync` facts.
import type { Fact } from '../../../shared/facts.ts';
import type { Reading } from './effective.ts';

/** How far each source's clock is ahead of the race's; of each source the last word holds. */
export function offsetsOf(decisions: readonly Fact[]): Map<string, number> {
  const offsets = new Map<string, number>();
  for (const fact of decisions) if (fact.kind === 'sync') offsets.set(fact.of, fact.offsetUs);
  return offsets;
}

/** An instant stays one, whatever offset somebody typed: neither before 1970 nor past the safe integers. */
export function instant(us: number): number {
  return Math.min(Math.max(us, 0), Number.MAX_SAFE_INTEGER);
}

/** When it was on the race's clock. */
export function onTheClock(
  { source, at }: { readonly source: string; readonly at: number },
  offsets: ReadonlyMap<string, number>,
): number {
  const offsetUs = offsets.get(source);
  return offsetUs === undefined ? at : instant(at - offsetUs);
}

/** A reading on the race's clock. */
export interface TimedReading {
  readonly reading: Reading;
  readonly instantUs: number;
  /** Its source's clock was never compared with the one that started the race. */
  readonly unsynced: boolean;
}

/** The gun of an attempt, on the race's clock. */
export interface Gun {
  readonly source: string;
  readonly startUs: number;
}

/** Where the device measured the time since the gun itself, that is believed over the two clocks. */
export function onRaceClock(
  reading: Reading,
  gun: Gun | undefined,
  offsets: ReadonlyMap<string, number>,
): TimedReading {
  if (reading.elapsedUs !== undefined && gun !== undefined) {
    return { reading, instantUs: instant(gun.startUs + reading.elapsedUs), unsynced: false };
  }
  const { source } = reading;
  const unsynced = gun !== undefined && source !== gun.source && !offsets.has(source);
  return { reading, instantUs: onTheClock(reading, offsets), unsynced };
}
