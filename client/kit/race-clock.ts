// <race-clock>: the running time of one start group. It turns by itself, in the frame in which its tenth is another and in no
// other: a screen that shows nothing new computes nothing. Whoever places it only says which clock.
import { clockText, type GroupClock, untilNextTenthUs } from './running-time.ts';

/** Gives the server's time; undefined before it is known. */
export interface TimeSource {
  nowUs(): number | undefined;
}

export class RaceClock extends HTMLElement {
  #clock: GroupClock = {};
  #time: TimeSource | undefined;
  #digits: 2 | 3 = 2;
  #frame: number | undefined;
  #turn: ReturnType<typeof setTimeout> | undefined;
  readonly #text = document.createTextNode('');
  readonly #seen = () => this.#paint();

  set clock(clock: GroupClock | undefined) {
    this.#clock = clock ?? {};
    this.#paint();
  }

  set time(time: TimeSource) {
    this.#time = time;
    this.#paint();
  }

  /** Of the time once it stands (T1). */
  set digits(digits: 3 | undefined) {
    this.#digits = digits ?? 2;
    this.#paint();
  }

  connectedCallback(): void {
    this.append(this.#text);
    // A frame may be a while away after a tab was hidden; the right time is not.
    document.addEventListener('visibilitychange', this.#seen);
    this.#paint();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#await();
  }

  /** Paints again in the frame after `us`; undefined ends it. */
  #await(us?: number): void {
    clearTimeout(this.#turn);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    if (us === undefined) return;
    this.#turn = setTimeout(() => {
      this.#frame = requestAnimationFrame(this.#seen);
    }, us / 1000);
  }

  #paint(): void {
    const nowUs = this.#time?.nowUs();
    const text = clockText(this.#clock, nowUs, this.#digits);
    if (text !== this.#text.data) this.#text.data = text;
    this.toggleAttribute('waits', this.#clock.startUs === undefined);
    const runs = this.isConnected && this.#clock.startUs !== undefined && this.#clock.stopUs === undefined;
    this.#await(runs ? untilNextTenthUs(this.#clock, nowUs) : undefined);
  }
}

customElements.define('race-clock', RaceClock);
