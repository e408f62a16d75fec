// A list that only grows: adding to the newest one costs what is added, and every older one stays as it was.

export class Growing<T> {
  readonly length: number;
  /** Shared with the older and newer ones; each looks no further than its own length. */
  readonly #items: T[];

  /** Takes `items` over: nobody else may change them. */
  constructor(items: T[] = [], length = items.length) {
    this.#items = items;
    this.length = length;
  }

  /** This list with more at its end. Where another has grown from this one already, it is copied first. */
  add(more: readonly T[]): Growing<T> {
    if (more.length === 0) return this;
    const items = this.#items.length === this.length ? this.#items : this.#items.slice(0, this.length);
    for (const item of more) items.push(item);
    return new Growing(items);
  }

  /** A copy from `start` on. */
  from(start: number): readonly T[] {
    return this.#items.slice(start, this.length);
  }

  /** The newest for which `test` holds. */
  findLast(test: (item: T) => boolean): T | undefined {
    for (let i = this.length - 1; i >= 0; i -= 1) if (test(this.#items[i] as T)) return this.#items[i];
    return undefined;
  }

  /** A copy of those for which `test` holds. */
  filter(test: (item: T) => boolean): T[] {
    const found: T[] = [];
    for (let i = 0; i < this.length; i += 1) if (test(this.#items[i] as T)) found.push(this.#items[i] as T);
    return found;
  }
}
