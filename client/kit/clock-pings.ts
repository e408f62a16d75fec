// When a page asks the server for its clock: a few times at once after connecting, then seldom, for an incoming
// message costs the server as much as two deliveries.

/** The smallest of five round trips is within a millisecond of the truth on a LAN. */
export const burstPings = 5;
export const burstGapMs = 250;

/** Between the bursts: quartz drifts 3 ms in this time at worst. */
export const pingGapMs = 30_000;

/** Calls `ping` at once and then by the limits above, until the returned function is called. */
export function startPings(ping: () => void): () => void {
  let sent = 0;
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    ping();
    sent += 1;
    timer = setTimeout(next, sent < burstPings ? burstGapMs : pingGapMs);
  };
  next();
  return () => clearTimeout(timer);
}
