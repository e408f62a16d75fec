// How much one client may say: reading is what the live socket is for.
import { limits } from '../../shared/protocol.ts';

const windowMs = 1000;

/** Counts messages in windows of a second that start with a message. */
export class Allowance {
  #windowEndsMs = Number.NEGATIVE_INFINITY;
  #taken = 0;

  /** False for a message over the limit. */
  take(nowMs: number): boolean {
    if (nowMs >= this.#windowEndsMs) {
      this.#windowEndsMs = nowMs + windowMs;
      this.#taken = 0;
    }
    this.#taken += 1;
    return this.#taken <= limits.messagesPerSecond;
  }
}
