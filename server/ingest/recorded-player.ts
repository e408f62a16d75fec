// Plays a recording at its own pace or faster: lines come out when they are due. It can be held, and moved forward; not
// back, because what was sent stays in the journal. Knows times, not what the lines say.
import type { Wall } from '../door/wall.ts';
import type { Chunk, Heard } from './port.ts';
import { recordedUs } from './recorded-time.ts';

/** Lines handed on at once: what is overdue goes in some large steps. */
const chunkMax = 500;
/** Nobody sleeps longer than this at once, so that a key is answered while it feels like now. */
const napMs = 100;

/** That instant of the recording is this instant on the wall. */
export interface Anchor {
  readonly recordedUs: number;
  readonly wallUs: number;
}

export interface PlayerOptions {
  readonly lines: AsyncIterable<Heard>;
  readonly wall: Wall;
  /** How many times faster; everything is due at once where it is `max`. */
  readonly speed: number | 'max';
  /** The first line now, unless told. */
  readonly anchor?: Anchor;
}

export class RecordedPlayer {
  readonly #lines: AsyncIterator<Heard>;
  readonly #wall: Wall;
  readonly #speed: number | 'max';
  #anchor: Anchor | undefined;
  #heldAtUs: number | undefined;
  #lastUs = 0;

  constructor({ lines, wall, speed, anchor }: PlayerOptions) {
    this.#lines = lines[Symbol.asyncIterator]();
    this.#wall = wall;
    this.#speed = speed;
    this.#anchor = anchor;
  }

  get isHeld(): boolean {
    return this.#heldAtUs !== undefined;
  }

  /** Where in the recording we are now, in UTC microseconds of its own. */
  get positionUs(): number {
    if (this.#anchor === undefined || this.#speed === 'max') return this.#lastUs;
    const nowUs = this.#heldAtUs ?? this.#wall.nowUs();
    return this.#anchor.recordedUs + (nowUs - this.#anchor.wallUs) * this.#speed;
  }

  hold(): void {
    this.#heldAtUs ??= this.#wall.nowUs();
  }

  /** Everything after the pause is that much later. */
  goOn(): void {
    if (this.#heldAtUs === undefined) return;
    this.#shift(this.#wall.nowUs() - this.#heldAtUs);
    this.#heldAtUs = undefined;
  }

  /** So much of the recording is due at once. */
  skip(us: number): void {
    if (this.#speed !== 'max') this.#shift(-Math.round(us / this.#speed));
  }

  /** Lines as they become due; ends with the recording, or when `signal` is aborted. */
  async *chunks(signal: AbortSignal): AsyncGenerator<Chunk> {
    let next = await this.#lines.next();
    while (next.done !== true && !signal.aborted) {
      const messages: Heard[] = [];
      while (next.done !== true && messages.length < chunkMax && this.#isDue(next.value)) {
        messages.push({ ...next.value, dueUs: this.#dueUs(next.value) });
        next = await this.#lines.next();
      }
      if (messages.length > 0) yield { messages, again: false };
      else await this.#wall.sleep(napMs, signal).catch(() => undefined);
    }
    await this.#lines.return?.();
  }

  #shift(us: number): void {
    if (this.#anchor === undefined) return;
    this.#anchor = { ...this.#anchor, wallUs: this.#anchor.wallUs + us };
  }

  #dueUs({ text }: Heard): number {
    const atUs = recordedUs(text) ?? this.#lastUs;
    this.#lastUs = Math.max(this.#lastUs, atUs);
    this.#anchor ??= { recordedUs: atUs, wallUs: this.#wall.nowUs() };
    const rate = this.#speed === 'max' ? 1 : this.#speed;
    return this.#anchor.wallUs + Math.round((atUs - this.#anchor.recordedUs) / rate);
  }

  #isDue(line: Heard): boolean {
    if (this.isHeld) return false;
    return this.#speed === 'max' || this.#dueUs(line) <= this.#wall.nowUs();
  }
}
