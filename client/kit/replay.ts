// Plays tapes as if they were live: any page shows what was, at any moment, at any pace. Time comes in from outside.
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

/** How far a replay goes, on the server's clock. */
export interface Span {
  readonly fromUs: number;
  readonly toUs: number;
}

export interface ReplayOptions {
  /** What steps go through; not empty. */
  readonly tape: Tape;
  readonly topic: string;
  /** Brought into the span. */
  readonly atUs: number;
  /** The tape's own unless told. */
  readonly span?: Span | undefined;
  /** Finds the tapes of other topics, where there are any. */
  readonly tapeOf?: (topic: string) => Promise<Tape | undefined>;
  readonly nextFrame?: NextFrame;
}

type Listener = (state: object | undefined) => void;

/** A topic with what is shown of its tape. */
interface Track {
  tape: Tape | undefined;
  /** The frame that is shown, or -1. */
  shown: number;
  readonly listeners: Set<Listener>;
}

export class Replay implements Source {
  readonly isPast = true;
  readonly clock = { nowUs: () => this.state$.value.atUs };
  readonly connection$: Watchable<'live'> = new Value('live' as const);
  readonly silentMs = 0;
  readonly fromUs: number;
  readonly toUs: number;
  readonly #tape: Tape;
  readonly #nextFrame: NextFrame;
  readonly #tapeOf: NonNullable<ReplayOptions['tapeOf']>;
  readonly #state$: Value<ReplayState>;
  readonly #tracks = new Map<string, Track>();
  #lastMs: number | undefined;

  constructor({ tape, topic, atUs, span, tapeOf, nextFrame }: ReplayOptions) {
    this.#tape = tape;
    this.#nextFrame = nextFrame ?? ((callback) => requestAnimationFrame(callback));
    this.#tapeOf = tapeOf ?? (async () => undefined);
    this.fromUs = span?.fromUs ?? tape.atUs(0) ?? 0;
    this.toUs = span?.toUs ?? tape.atUs(tape.length - 1) ?? 0;
    this.#state$ = new Value<ReplayState>({ atUs: this.#within(atUs), playing: false, speed: 1 });
    this.#tracks.set(topic, this.#track(tape));
  }

  get state$(): Watchable<ReplayState> {
    return this.#state$;
  }

  follow<T extends object>(topic: string, listener: (state: T | undefined) => void): () => void {
    const track = this.#tracks.get(topic) ?? this.#find(topic);
    const heard = listener as Listener;
    track.listeners.add(heard);
    heard(track.tape?.state(track.shown));
    return () => track.listeners.delete(heard);
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
    const shown = this.#tape.indexAt(this.#state$.value.atUs);
    const index = Math.min(Math.max(shown + by, 0), this.#tape.length - 1);
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
    for (const track of this.#tracks.values()) this.#show(track);
  }

  #track(tape: Tape | undefined): Track {
    return { tape, shown: tape?.indexAt(this.#state$.value.atUs) ?? -1, listeners: new Set() };
  }

  /** Nothing is known of a topic until its tape has come. */
  #find(topic: string): Track {
    const track = this.#track(undefined);
    this.#tracks.set(topic, track);
    void this.#tapeOf(topic).then((tape) => {
      track.tape = tape;
      this.#show(track);
    });
    return track;
  }

  #show(track: Track): void {
    const index = track.tape?.indexAt(this.#state$.value.atUs) ?? -1;
    if (index === track.shown) return;
    track.shown = index;
    const state = track.tape?.state(index);
    for (const listener of [...track.listeners]) listener(state);
  }

  #within(us: number): number {
    return Math.min(Math.max(us, this.fromUs), this.toUs);
  }
}
