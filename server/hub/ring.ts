// The newest states of one topic by version, so that whoever has one of them is brought forward by a patch.

/**
 * States kept: 10 s of changes at the fastest rate. Board states share what did not change, so one more costs little.
 * A client whose version has left the ring gets a snapshot.
 */
export const ringStates = 256;

/** Versions are pushed in sequence, without holes. */
export class Ring {
  readonly #states: object[] = [];
  #newest = -1;
  #oldest = -1;

  push(version: number, state: object): void {
    if (this.#newest === -1) this.#oldest = version;
    this.#newest = version;
    this.#oldest = Math.max(this.#oldest, version - ringStates + 1);
    this.#states[version % ringStates] = state;
  }

  /** The state at a version, or undefined where it was never pushed or has left. */
  at(version: number): object | undefined {
    if (version < this.#oldest || version > this.#newest) return undefined;
    return this.#states[version % ringStates];
  }
}
