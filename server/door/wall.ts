// The clock on the wall and waiting by it, as a port: the player is tested without waiting.
import { setTimeout as wait } from 'node:timers/promises';

export interface Wall {
  /** UTC microseconds since 1970. */
  nowUs(): number;
  /** Rejects with an AbortError when `signal` is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const realWall: Wall = {
  nowUs: () => Date.now() * 1000,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, { signal });
  },
};
