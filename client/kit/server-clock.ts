// The server's clock as this page knows it: a local clock that never jumps, plus an offset learnt by ping and pong.
// It knows nothing of sockets; time comes from a function, so tests own it.

/** What a ping and its pong say. */
interface Sample {
  readonly offsetUs: number;
  /** The offset is true within this much when it was taken: half the round trip. */
  readonly errorUs: number;
  readonly takenMs: number;
}

/** Quartz of a cheap computer drifts up to 100 millionths, so each second a sample gets 100 us less certain. */
const driftUsPerMs = 0.1;

/** A correction runs in at 5 %: nobody sees it, and a second takes twenty. */
export const slewUsPerMs = 50;

/** More than this is no error of measurement: the machine slept or the server's clock was set. Put right at once. */
export const stepUs = 1_000_000;

export class ServerClock {
  readonly #nowMs: () => number;
  /** The most certain sample; all age alike, so one that is worse now will never be better. */
  #best: Sample | undefined;
  #offset: { readonly fromUs: number; readonly toUs: number; readonly sinceMs: number } | undefined;

  /** `nowMs` never runs backwards, whatever the user does to the computer's clock: performance.now. */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The server's UTC in microseconds, or undefined before the first pong. */
  nowUs(): number | undefined {
    const nowMs = this.#nowMs();
    const offsetUs = this.#offsetUs(nowMs);
    return offsetUs === undefined ? undefined : Math.round(nowMs * 1000 + offsetUs);
  }

  /** Learns from a pong that says `serverUs` to a ping sent at `sentMs`, both ends of the trip on the local clock. */
  learn(sentMs: number, serverUs: number, receivedMs: number): void {
    const tripUs = (receivedMs - sentMs) * 1000;
    if (!(tripUs >= 0) || !Number.isFinite(serverUs)) return;
    const offsetUs = serverUs - (sentMs + receivedMs) * 500;
    const fresh: Sample = { offsetUs, errorUs: tripUs / 2, takenMs: receivedMs };
    if (this.#best === undefined || !isBetter(this.#best, fresh)) this.#best = fresh;
    this.#aimAt(this.#best.offsetUs, receivedMs);
  }

  #aimAt(toUs: number, nowMs: number): void {
    const presentUs = this.#offsetUs(nowMs);
    const steps = presentUs === undefined || Math.abs(toUs - presentUs) > stepUs;
    this.#offset = { fromUs: steps ? toUs : presentUs, toUs, sinceMs: nowMs };
  }

  #offsetUs(nowMs: number): number | undefined {
    if (this.#offset === undefined) return undefined;
    const { fromUs, toUs, sinceMs } = this.#offset;
    const mostUs = Math.max(0, nowMs - sinceMs) * slewUsPerMs;
    return fromUs + Math.max(-mostUs, Math.min(mostUs, toUs - fromUs));
  }
}

/** Whether an older sample still is the more certain one. Where both cannot be true, a clock was set: then it is not. */
function isBetter(old: Sample, fresh: Sample): boolean {
  const uncertainUs = old.errorUs + (fresh.takenMs - old.takenMs) * driftUsPerMs;
  const agree = Math.abs(old.offsetUs - fresh.offsetUs) <= uncertainUs + fresh.errorUs;
  return agree && uncertainUs < fresh.errorUs;
}
