// How long to wait before knocking again: longer each time, never the same for two screens, and for ever.

/** Shorter than anybody notices: most losses are a restart or a changed cable. */
export const firstRetryMs = 250;

/** A screen is right again within 2 s of the server's return, and half a second of that is for connecting and painting. */
export const lastRetryMs = 1500;

/**
 * Milliseconds before attempt `attempt` (from 0): doubled each time up to {@link lastRetryMs}, of which a random
 * half to whole is waited, so that a thousand screens do not knock in the same instant after a restart.
 */
export function retryDelayMs(attempt: number, random: number): number {
  const wholeMs = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(attempt, 30));
  return Math.round(wholeMs * (0.5 + random / 2));
}
