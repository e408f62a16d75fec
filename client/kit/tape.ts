// The tape of a topic: every frame it went through, and its state at any moment of it. Knows no page and no network.
import { apply } from '../../shared/patch.ts';
import type { PatchMessage, SnapMessage } from '../../shared/wire.ts';

export type TapeFrame = SnapMessage | PatchMessage;

/** The frames of an NDJSON body; a line cut off by a lost connection is left out, and all after it. */
export function readFrames(text: string): readonly TapeFrame[] {
  const frames: TapeFrame[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      frames.push(JSON.parse(line) as TapeFrame);
    } catch {
      break;
    }
  }
  return frames;
}

export class Tape {
  readonly #frames: readonly TapeFrame[];
  /** As far as somebody has looked. What two states share they hold once, so that all of a tape are kept. */
  readonly #states: object[] = [];

  /** `frames` begin with a snap; what follows that does not fit is not of this tape. */
  constructor(frames: readonly TapeFrame[]) {
    const first = frames.findIndex(({ t }) => t === 'snap');
    this.#frames = first === -1 ? [] : frames.slice(first);
  }

  get length(): number {
    return this.#frames.length;
  }

  /** When the frame came, on the server's clock; undefined outside the tape. */
  atUs(index: number): number | undefined {
    return this.#frames[index]?.at;
  }

  /** The newest frame that had come by then, or -1 before the first. */
  indexAt(us: number): number {
    let low = 0;
    let high = this.#frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#frames[middle] as TapeFrame).at <= us) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The state after that frame; undefined outside the tape. */
  state(index: number): object | undefined {
    for (let i = this.#states.length; i <= index && i < this.#frames.length; i += 1) {
      const frame = this.#frames[i] as TapeFrame;
      this.#states.push(frame.t === 'snap' ? frame.state : apply(this.#states[i - 1] as object, frame.patch));
    }
    return this.#states[index];
  }
}
