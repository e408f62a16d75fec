// When a race's window was open: readings that name no race belong to the race whose window they fall into.
import type { Fact } from '../../../shared/facts.ts';
import { effective } from './effective.ts';

/** From `fromUs` on, before `toUs`; without it the window is still open. */
export interface Window {
  readonly fromUs: number;
  readonly toUs: number;
}

/**
 * The windows of a race from the facts that name it, in the order in which they were decided.
 * `arm` opens one, or moves the beginning of the open one; `close` shuts it, or moves its end.
 * A race that was never armed opens at its first start.
 */
export function windowsOf(facts: readonly Fact[]): readonly Window[] {
  const { starts, decisions } = effective(facts);
  const windows: { fromUs: number; toUs: number }[] = [];
  for (const fact of decisions) {
    const last = windows.at(-1);
    if (fact.kind === 'arm') {
      const fromUs = fact.fromUs ?? fact.at;
      if (last !== undefined && last.toUs === Number.POSITIVE_INFINITY) last.fromUs = fromUs;
      else windows.push({ fromUs, toUs: Number.POSITIVE_INFINITY });
    } else if (fact.kind === 'close') {
      const toUs = fact.toUs ?? fact.at;
      if (last !== undefined) last.toUs = toUs;
      else if (starts.length > 0) windows.push({ fromUs: earliest(starts), toUs });
    }
  }
  if (windows.length === 0 && starts.length > 0) {
    windows.push({ fromUs: earliest(starts), toUs: Number.POSITIVE_INFINITY });
  }
  return windows;
}

function earliest(starts: readonly { at: number }[]): number {
  return starts.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
}

/** The window `at` falls into, if any. */
export function windowAt(windows: readonly Window[], at: number): Window | undefined {
  return windows.find(({ fromUs, toUs }) => at >= fromUs && at < toUs);
}
