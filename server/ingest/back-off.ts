// How long to wait before a source that went away is tried again. Knows no clock.

/** A cable that was pulled for a moment is back at once. */
const firstMs = 250;
/** A hall is not flooded by twenty programs that knock at the same door, and nobody waits longer than this for a picture. */
const mostMs = 5_000;

/** Before try `attempt`, from 1, since something was last heard: twice as long each time, up to 5 s. */
export function backOffMs(attempt: number): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(attempt - 1, 10));
}
