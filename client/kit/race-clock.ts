// <race-clock>: the running time of one start group. It turns by itself, in the frame in which a tenth is another and in no
// other: a screen that shows nothing new computes nothing. Whoever places it only says which clock. All of a page turn in the
// same frame by the same instant, so no two of them ever differ.
import { clockText, type GroupClock, untilNextTenthUs } from './running-time.ts';

/** Gives the server's time; undefined before it is known. */
export interface TimeSource {
  nowUs(): number | undefined;
}

/** Those that run. */
const running = new Set<RaceClock>();
let turn: ReturnType<typeof setTimeout> | undefined;
let frame: number | undefined;

/** Says the time on all of them, and again in the frame after the first tenth that is another. */
function turnAll(): void {
  clearTimeout(turn);
  if (frame !== undefined) cancelAnimationFrame(frame);
  frame = undefined;
  if (running.size === 0) return;
  const instants = new Map<TimeSource | undefined, number | undefined>();
  const waits: number[] = [];
  for (const clock of running) {
    if (!instants.has(clock.source)) instants.set(clock.source, clock.source?.nowUs());
    waits.push(clock.paint(instants.get(clock.source)));
  }
  turn = setTimeout(
    () => {
      frame = requestAnimationFrame(turnAll);
    },
    Math.min(...waits) / 1000,
  );
}

export class RaceClock extends HTMLElement {
  #clock: GroupClock = {};
  #time: TimeSource | undefined;
  #digits: 2 | 3 = 2;
  readonly #text = document.createTextNode('');
  readonly #seen = () => this.#changed();

  set clock(clock: GroupClock | undefined) {
    this.#clock = clock ?? {};
    this.#changed();
  }

  set time(time: TimeSource) {
    this.#time = time;
    this.#changed();
  }

  get source(): TimeSource | undefined {
    return this.#time;
  }

  /** Of the time once it stands (T1). */
  set digits(digits: 3 | undefined) {
    this.#digits = digits ?? 2;
    this.#changed();
  }

  connectedCallback(): void {
    this.append(this.#text);
    // A frame may be a while away after a tab was hidden; the right time is not.
    document.addEventListener('visibilitychange', this.#seen);
    this.#changed();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    if (running.delete(this)) turnAll();
  }

  /** Says the time of an instant on the server's clock, in microseconds; answers for how many more it is right. */
  paint(nowUs: number | undefined): number {
    const text = clockText(this.#clock, nowUs, this.#digits);
    if (text !== this.#text.data) {
      this.#text.data = text;
      this.toggleAttribute('hours', text.split(':').length > 2);
    }
    return untilNextTenthUs(this.#clock, nowUs);
  }

  #changed(): void {
    const { startUs, stopUs } = this.#clock;
    this.toggleAttribute('waits', startUs === undefined);
    if (this.isConnected && startUs !== undefined && stopUs === undefined) {
      running.add(this);
      turnAll();
    } else {
      this.paint(this.#time?.nowUs());
      if (running.delete(this)) turnAll();
    }
  }
}

customElements.define('race-clock', RaceClock);
