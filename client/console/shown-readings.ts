// Which readings are listed, newest first, and where the arrows lead. Pure.
import type { ConsoleReading, ConsoleState } from '../../shared/console-state.ts';
import { waitingOf } from './waiting.ts';

/** What an operator looks through by eye; older ones are found by bib, or named by number. */
const mostShown = 150;

/** Newest first; of one skater where one is looked for. */
export function shownReadings(
  { readings }: Pick<ConsoleState, 'readings'>,
  of: string | undefined,
): readonly (readonly [string, ConsoleReading])[] {
  return Object.entries(readings)
    .filter(([, { entry }]) => of === undefined || entry === of)
    .sort(([, a], [, b]) => b.seq - a.seq)
    .slice(0, mostShown);
}

/** What the arrows go through: what waits, then the readings. */
export function selectable(console: ConsoleState, of: string | undefined): readonly string[] {
  const waiting = waitingOf(console).map(({ id }) => id);
  return [...new Set([...waiting, ...shownReadings(console, of).map(([id]) => id)])];
}

/** One further down (1) or up (-1); above the first nothing is selected. */
export function moved(ids: readonly string[], selected: string | undefined, by: 1 | -1): string | undefined {
  const at = selected === undefined ? -1 : ids.indexOf(selected);
  const next = Math.min(at + by, ids.length - 1);
  return next < 0 ? undefined : ids[next];
}
