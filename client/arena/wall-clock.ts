// <wall-clock>: a text made of the server's time, kept right by itself: the time of day, or how long something still takes.
import type { TimeSource } from '../kit/race-clock.ts';

/** Nobody sees a second come a quarter of one late. */
const lookMs = 250;

export class WallClock extends HTMLElement {
  #time: TimeSource | undefined;
  #says: (nowUs: number) => string = () => '';
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #text = document.createTextNode('');
  readonly #look = () => {
    const nowUs = this.#time?.nowUs();
    const text = nowUs === undefined ? '' : this.#says(nowUs);
    if (text !== this.#text.data) this.#text.data = text;
  };

  set time(time: TimeSource) {
    this.#time = time;
    this.#look();
  }

  /** What is said at that moment of the server's clock. */
  set says(says: (nowUs: number) => string) {
    this.#says = says;
    this.#look();
  }

  connectedCallback(): void {
    this.append(this.#text);
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, lookMs);
    this.#look();
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
  }
}

customElements.define('wall-clock', WallClock);
