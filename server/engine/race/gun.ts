// The gun of each entry: the start fact of his group (L8), or in a mass start without one the first passing after `arm` (P6).
import { type Attempt, onlyGroup } from './attempt.ts';
import { type Gun, onRaceClock, type TimedReading } from './clock.ts';
import type { Reading } from './effective.ts';
import type { Roster } from './roster.ts';
import { type Window, windowAt } from './window.ts';

/** The guns of an attempt, by what the start list says of groups. */
export interface Guns {
  /** The one that everybody starts with, where there is one. */
  readonly shared: Gun | undefined;
  /** Some gun of the attempt, if any was fired. */
  readonly any: Gun | undefined;
  readonly groupOf: (entry: string) => string;
  /** Undefined while his group waits. */
  readonly of: (entry: string) => Gun | undefined;
}

/**
 * L8: whose gun is whose. An entry without a group is of group 1; where all are of one group any gun is theirs, whatever
 * it is called.
 */
export function gunsOf({ starts }: Attempt, { competitors }: Roster): Guns {
  const told = new Map([...competitors].map(([entry, { startGroup }]) => [entry, startGroup ?? onlyGroup]));
  const groups = new Set(told.values());
  const [first] = starts.keys();
  const fallback = groups.size < 2 ? first : undefined;
  const groupOf = (entry: string) => {
    const group = told.get(entry) ?? onlyGroup;
    return starts.has(group) ? group : (fallback ?? group);
  };
  const guns = new Map<string, Gun>([...starts].map(([group, { source, startUs }]) => [group, { source, startUs }]));
  const of = (entry: string) => guns.get(groupOf(entry));
  const [one] = told.keys();
  return {
    shared: groups.size === 1 && one !== undefined ? of(one) : undefined,
    any: guns.get(first ?? ''),
    groupOf,
    of,
  };
}

function earlier(a: TimedReading, b: TimedReading): boolean {
  return a.instantUs < b.instantUs || (a.instantUs === b.instantUs && a.reading.id < b.reading.id);
}

/** P6: the first passing while the race was armed, which starts an attempt that has no gun. */
export function firstPassing(
  { afterUs }: Attempt,
  readings: readonly Reading[],
  windows: readonly Window[],
  offsets: ReadonlyMap<string, number>,
): TimedReading | undefined {
  let first: TimedReading | undefined;
  for (const reading of readings) {
    const timed = onRaceClock(reading, undefined, offsets);
    const armed = timed.instantUs > afterUs && windowAt(windows, timed.instantUs) !== undefined;
    if (armed && (first === undefined || earlier(timed, first))) first = timed;
  }
  return first;
}
