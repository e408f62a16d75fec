// The newest version of a topic, and the frames that bring a client to it from wherever it is, each made once.
// It knows no clients: how many of them need a frame makes no difference to what it costs.
import { diff } from '../../shared/patch.ts';
import { Frame } from './frame.ts';
import type { Ring } from './ring.ts';
import type { Counters } from './stats.ts';

/** The base of a client that has nothing, or nothing of this epoch. */
export const nothing = -1;

type Fields = Record<string, unknown>;

/** What is the same for every version of a topic. */
export interface HeadContext {
  readonly topic: string;
  readonly epoch: string;
  readonly ring: Ring;
  readonly counters: Counters;
}

export class Head {
  readonly version: number;
  readonly state: object;
  /** When this version came to be, UTC microseconds. */
  readonly atUs: number;
  readonly #context: HeadContext;
  readonly #patches = new Map<number, Frame>();
  #snapshot: Frame | undefined;

  constructor(context: HeadContext, version: number, state: object, atUs: number) {
    this.#context = context;
    this.version = version;
    this.state = state;
    this.atUs = atUs;
  }

  /** A patch where the ring still has the state at `base`, else the whole. Not for a client that is already here. */
  frameFrom(base: number): Frame {
    const made = this.#patches.get(base);
    if (made !== undefined) return made;
    const before = this.#context.ring.at(base);
    if (before === undefined) return this.#whole();
    const frame = this.#patch(base, before);
    this.#patches.set(base, frame);
    return frame;
  }

  /** Says that this is still the newest version, at `nowUs`. */
  beat(nowUs: number): Frame {
    const { topic, epoch } = this.#context;
    return new Frame({ t: 'beat', topic, epoch, version: this.version, at: nowUs });
  }

  #patch(base: number, before: object): Frame {
    const { topic, epoch, counters } = this.#context;
    // A change and its reversal leave nothing to patch, but the client still has to reach this version.
    const patch = diff(before, this.state) ?? {};
    counters.patches += 1;
    return new Frame({ t: 'patch', topic, epoch, base, version: this.version, at: this.atUs, patch });
  }

  #whole(): Frame {
    if (this.#snapshot !== undefined) return this.#snapshot;
    const { topic, epoch, counters } = this.#context;
    const { version, atUs: at } = this;
    counters.snapshots += 1;
    this.#snapshot = new Frame({ t: 'snap', topic, epoch, version, at, state: this.state as Fields });
    return this.#snapshot;
  }
}
