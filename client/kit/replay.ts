// Plays the tape of a race as if it were live: any page shows it, at any moment, at any pace. Time comes in from outside.
import type { Source } from './source.ts';
import type { Tape } from './tape.ts';
import { Value, type Watchable } from './value.ts';

/** What is needed of a browser to let time pass; the callback is called once, with a clock that never runs backwards. */
export type NextFrame = (callback: (nowMs: number) => void) => unknown;

export interface ReplayState {
  readonly atUs: number;
  readonly playing: boolean;
  readonly speed: number;
}

export class Replay implements Source {
  readonly clock = { nowUs: () => this.state$.value.atUs };
  readonly connection$: Watchable<'live'> = new Value('live' as const);
  readonly silentMs = 0;
  readonly fromUs: number;
  readonly toUs: number;
  readonly #tape: Tape;
  readonly #topic: string;
  readonly #nextFrame: NextFrame;
  readonly #state$: Value<ReplayState>;
  readonly #listeners = new Set<(state: object | undefined) => void>();
  #shown: number;
  #lastMs: number | undefined;

  /** `tape` is not empty; `atUs` is brought into it. */
  constructor(tape: Tape, topic: string, atUs: number, nextFrame: NextFrame = requestAnimationFrame) {
    this.#tape = tape;
    this.#topic = topic;
    this.#nextFrame = nextFrame;
    this.fromUs = tape.atUs(0) ?? 0;
    this.toUs = tape.atUs(tape.length - 1) ?? 0;
    this.#state$ = new Value<ReplayState>({ atUs: this.#within(atUs), playing: false, speed: 1 });
    this.#shown = this.#index();
  }

  get state$(): Watchable<ReplayState> {
    return this.#state$;
  }

  follow<T extends object>(topic: string, listener: (state: T | undefined) => void): () => void {
    if (topic !== this.#topic) {
      listener(undefined);
      return () => undefined;
    }
    const heard = listener as (state: object | undefined) => void;
    this.#listeners.add(heard);
    heard(this.#tape.state(this.#shown));
    return () => this.#listeners.delete(heard);
  }

  /** From here on, or from the beginning where it had ended. */
  play(speed = this.#state$.value.speed): void {
    const { atUs, playing } = this.#state$.value;
    this.#change({ atUs: atUs >= this.toUs ? this.fromUs : atUs, playing: true, speed });
    if (!playing) this.#turn();
  }

  pause(): void {
    this.#lastMs = undefined;
    this.#change({ playing: false });
  }

  seek(atUs: number): void {
    this.#change({ atUs });
  }

  /** To the next change, or back to the one before. */
  step(by: 1 | -1): void {
    this.pause();
    const index = Math.min(Math.max(this.#shown + by, 0), this.#tape.length - 1);
    this.#change({ atUs: this.#tape.atUs(index) ?? this.fromUs });
  }

  #turn(): void {
    this.#nextFrame((nowMs) => {
      const { atUs, playing, speed } = this.#state$.value;
      if (!playing) return;
      const passedUs = (nowMs - (this.#lastMs ?? nowMs)) * 1000 * speed;
      this.#lastMs = nowMs;
      this.#change({ atUs: Math.round(atUs + passedUs) });
      if (this.#state$.value.atUs >= this.toUs) this.pause();
      else this.#turn();
    });
  }

  #change(change: Partial<ReplayState>): void {
    const next = { ...this.#state$.value, ...change };
    this.#state$.set({ ...next, atUs: this.#within(next.atUs) });
    const index = this.#index();
    if (index === this.#shown) return;
    this.#shown = index;
    const state = this.#tape.state(index);
    for (const listener of [...this.#listeners]) listener(state);
  }

  #within(us: number): number {
    return Math.min(Math.max(us, this.fromUs), this.toUs);
  }

  #index(): number {
    return this.#tape.indexAt(this.#state$.value.atUs);
  }
}
