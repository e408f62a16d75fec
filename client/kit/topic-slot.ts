// One topic a page follows at a time. Its last picture stays until the next topic has one: no screen blinks between
// two races.
import type { Source } from './source.ts';

export class TopicSlot<T extends object> {
  readonly #live: Pick<Source, 'follow'>;
  readonly #changed: () => void;
  #topic: string | undefined;
  #state: T | undefined;
  #version: number | undefined;
  #leave = () => {};

  constructor(live: Pick<Source, 'follow'>, changed: () => void) {
    this.#live = live;
    this.#changed = changed;
  }

  /** The newest state, of the topic followed once it has said anything; undefined while there is none. */
  get state(): T | undefined {
    return this.#state;
  }

  /** The version of that state, where it has one. */
  get version(): number | undefined {
    return this.#version;
  }

  /** Follows `topic` from now on, or nothing. */
  follow(topic: string | undefined): void {
    if (topic === this.#topic) return;
    this.#topic = topic;
    this.#leave();
    this.#leave = () => {};
    if (topic === undefined) this.#state = undefined;
    else {
      this.#leave = this.#live.follow<T>(topic, (state, version) => {
        this.#state = state;
        this.#version = version;
        this.#changed();
      });
    }
  }
}
