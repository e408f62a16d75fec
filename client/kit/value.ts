// A value that changes, and those who want to know. All that pages need of observables; rxjs stays on the server.

/** Something that always has a value and tells when it is another. */
export interface Watchable<T> {
  readonly value: T;
  /** Called at once with the value there is, then with every other one. Returns what ends it. */
  watch(listener: (value: T) => void): () => void;
}

export class Value<T> implements Watchable<T> {
  #value: T;
  readonly #listeners = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Tells nobody anything where the value is the same. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener(value);
  }

  watch(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => this.#listeners.delete(listener);
  }
}
