// When a race's window was open: readings that name no race belong to the race whose window they fall into.
import type { Fact } from '../../../shared/facts.ts';

/** From `fromUs` on, before `toUs`; infinite while the window is still open. */
export interface Window {
  readonly fromUs: number;
  readonly toUs: number;
}

interface Opening {
  fromUs: number;
  toUs: number;
}

/** `arm` opens a window, or moves the beginning of the open one; `close` shuts it, or moves its end. */
function decided(decisions: readonly Fact[]): Opening[] {
  const windows: Opening[] = [];
  for (const fact of decisions) {
    const last = windows.at(-1);
    if (fact.kind === 'arm') {
      const fromUs = fact.fromUs ?? fact.at;
      if (last !== undefined && last.toUs === Number.POSITIVE_INFINITY) last.fromUs = fromUs;
      else windows.push({ fromUs, toUs: Number.POSITIVE_INFINITY });
    } else if (fact.kind === 'close' && last !== undefined) last.toUs = fact.toUs ?? fact.at;
  }
  return windows;
}

/** The end of a window the gun opened: the last `close`, where that came after the gun. */
function shutAfter(gunUs: number, decisions: readonly Fact[]): number {
  const shut = decisions.findLast((fact) => fact.kind === 'close');
  const toUs = shut?.kind === 'close' ? (shut.toUs ?? shut.at) : Number.POSITIVE_INFINITY;
  return toUs > gunUs ? toUs : Number.POSITIVE_INFINITY;
}

/**
 * The windows of a race from its decisions, in the order in which they were made, and the gun of its attempt.
 * Where no window is open at the gun, the next one begins with it; where there is none, the gun opens one.
 */
export function windowsOf(decisions: readonly Fact[], gunUs: number | undefined): readonly Window[] {
  const windows = decided(decisions);
  if (gunUs === undefined || windowAt(windows, gunUs) !== undefined) return windows;
  const next = windows.find(({ fromUs, toUs }) => fromUs > gunUs && toUs > fromUs);
  if (next !== undefined) next.fromUs = gunUs;
  else windows.push({ fromUs: gunUs, toUs: shutAfter(gunUs, decisions) });
  return windows;
}

/** The window `at` falls into, if any. */
export function windowAt(windows: readonly Window[], at: number): Window | undefined {
  return windows.find(({ fromUs, toUs }) => at >= fromUs && at < toUs);
}

/** True where a race was opened and is shut for good. */
export function isShut(windows: readonly Window[]): boolean {
  return windows.length > 0 && windows.every(({ toUs }) => toUs !== Number.POSITIVE_INFINITY);
}
