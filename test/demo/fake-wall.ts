// A wall clock on which waiting takes no time: it jumps to the end of every sleep.
import type { Wall } from '../../server/door/wall.ts';

export class FakeWall implements Wall {
  us: number;
  readonly sleepsMs: number[] = [];
  /** Called before each sleep, with the instant at which it begins. */
  onSleep: (nowUs: number) => void = () => {};

  constructor(us = 1_790_000_000_000_000) {
    this.us = us;
  }

  nowUs(): number {
    return this.us;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.onSleep(this.us);
    signal.throwIfAborted();
    this.sleepsMs.push(ms);
    this.us += ms * 1000;
  }
}
