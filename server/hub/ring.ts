// The newest states of one topic by version, so that whoever has one of them is brought forward by a patch.

/**
 * States kept: 10 s of changes at the fastest rate. Board states share what did not change, so one more costs little.
 * A client whose version has left the ring gets a snapshot.
 */
export const ringStates = 256;

/** Versions are pushed rising; one that was passed over leaves a hole. */
export class Ring {
  readonly #kept: { readonly version: number; readonly state: object }[] = [];

  push(version: number, state: object): void {
    this.#kept[version % ringStates] = { version, state };
  }

  /** The state at a version, or undefined where it was never pushed or has left. */
  at(version: number): object | undefined {
    const kept = this.#kept[version % ringStates];
    return kept?.version === version ? kept.state : undefined;
  }
}
