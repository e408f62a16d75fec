// How many of some slots can be different people's: a maximum matching, grown slot by slot (Kuhn's augmenting paths).

export class Matching {
  readonly #candidates: (readonly string[])[] = [];
  readonly #slotOf = new Map<string, number>();

  /** So many slots have somebody of their own. */
  get size(): number {
    return this.#slotOf.size;
  }

  /** One more slot, that one of these has; never `without`. */
  add(candidates: readonly string[], without?: string): void {
    this.#candidates.push(candidates);
    this.#place(this.#candidates.length - 1, without, new Set());
  }

  #place(slot: number, without: string | undefined, tried: Set<string>): boolean {
    for (const one of this.#candidates[slot] ?? []) {
      if (one === without || tried.has(one)) continue;
      tried.add(one);
      const taken = this.#slotOf.get(one);
      if (taken === undefined || this.#place(taken, without, tried)) {
        this.#slotOf.set(one, slot);
        return true;
      }
    }
    return false;
  }
}
