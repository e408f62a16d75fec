// When what was aired is written: as often as it changes, and seldom while it only goes on, so that the disk has little to do.
import type { AiredStore, KeptAiring } from './aired-store.ts';

/** Of what goes on unchanged the time is written so often: a server that was killed remembers it so much shorter. */
const staleUs = 60_000_000;

type Kept = ReadonlyMap<string, KeptAiring>;

/** Figures and corrections keep their identity while they are the same. */
function isSame(a: KeptAiring, b: KeptAiring | undefined): boolean {
  return a.airing.figures === b?.airing.figures && a.airing.log === b.airing.log && a.alert === b.alert;
}

export class AiredKeeper {
  readonly #store: Pick<AiredStore, 'write'>;
  readonly #trouble: (error: unknown) => void;
  /** As the store has it. */
  #kept: Kept;
  #isTroubled = false;

  /** `kept`: what was read from the store. `trouble`: nothing can be written; told once until it can be again. */
  constructor(store: Pick<AiredStore, 'write'>, kept: Kept, trouble: (error: unknown) => void) {
    this.#store = store;
    this.#kept = kept;
    this.#trouble = trouble;
  }

  /** Writes what the store has otherwise. */
  keep(all: Kept): void {
    this.#write(all, staleUs);
  }

  /** The same with the times of everything, where there may be no next time. */
  keepAll(all: Kept): void {
    this.#write(all, 0);
  }

  #write(all: Kept, olderUs: number): void {
    const changed = new Map<string, KeptAiring | undefined>();
    for (const key of this.#kept.keys()) if (!all.has(key)) changed.set(key, undefined);
    for (const [key, one] of all) {
      const before = this.#kept.get(key);
      const ageUs = one.airing.seenUs - (before?.airing.seenUs ?? 0);
      if (!isSame(one, before) || ageUs >= olderUs) changed.set(key, one);
    }
    if (changed.size === 0) return;
    try {
      this.#store.write(changed);
      this.#kept = new Map([...all].map(([key, one]) => [key, changed.get(key) ?? this.#kept.get(key) ?? one]));
      this.#isTroubled = false;
    } catch (error) {
      // What is on air goes on, whatever the disk does.
      if (!this.#isTroubled) this.#trouble(error);
      this.#isTroubled = true;
    }
  }
}
