// <race-clock>: the running time of one start group. It turns by itself on animation frames; whoever places it only
// says which clock, and never has to update for a tenth to pass.
import { clockText, type GroupClock } from './running-time.ts';

/** Gives the server's time; undefined before it is known. */
export interface TimeSource {
  nowUs(): number | undefined;
}

export class RaceClock extends HTMLElement {
  #clock: GroupClock = {};
  #time: TimeSource | undefined;
  #digits: 2 | 3 = 2;
  #frame: number | undefined;
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
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #paint(): void {
    const text = clockText(this.#clock, this.#time?.nowUs(), this.#digits);
    if (text !== this.#text.data) this.#text.data = text;
    this.toggleAttribute('waits', this.#clock.startUs === undefined);
    const runs = this.isConnected && this.#clock.startUs !== undefined && this.#clock.stopUs === undefined;
    if (!runs || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#paint();
    });
  }
}

customElements.define('race-clock', RaceClock);
