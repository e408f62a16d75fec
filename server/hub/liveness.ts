// Whether one client reads what it is sent. The kernel takes megabytes for a client that reads nothing, so only its
// pong proves anything: a ping follows a frame, and all that was written before it has been read when the pong comes.

/** A ping follows a frame at most this often; an answer costs the server about as much as two frames. */
export const askEveryMs = 5000;
/** Without a pong for this long nothing more is sent: a board on television may be late, not the server full. */
export const stallMs = 5000;
/** Without a pong for this long the socket is closed: nobody is there. */
export const lostMs = 15_000;

type Life =
  | { readonly is: 'free' }
  | { readonly is: 'asked'; readonly sinceMs: number }
  | { readonly is: 'stalled'; readonly sinceMs: number }
  | { readonly is: 'ended' };

const free: Life = { is: 'free' };
const ended: Life = { is: 'ended' };

/** `send`: a frame may go. `ask`: a frame may go, and a ping must follow it. `hold`: nothing may go. */
export type Leave = 'send' | 'ask' | 'hold';

/** No moment is before it: every frame needs leave. */
const neverFree = 0;

export class Liveness {
  #life: Life = free;
  #freeUntilMs = neverFree;
  readonly #spreadMs: number;
  readonly #tell: (freeUntilMs: number) => void;

  /**
   * `spreadMs` is added between one ping and the next, so that clients that came together do not answer together.
   * `tell` hears of every new `freeUntilMs`.
   */
  constructor(spreadMs: number, tell: (freeUntilMs: number) => void = () => undefined) {
    this.#spreadMs = Math.floor(spreadMs);
    this.#tell = tell;
  }

  /** Before this moment the leave is `send`: the loop over all clients compares it and asks nothing else. */
  get freeUntilMs(): number {
    return this.#freeUntilMs;
  }

  /** A ping is out. */
  get waits(): boolean {
    return this.#life.is === 'asked' || this.#life.is === 'stalled';
  }

  get stalled(): boolean {
    return this.#life.is === 'stalled';
  }

  get ended(): boolean {
    return this.#life.is === 'ended';
  }

  leave(nowMs: number): Leave {
    if (nowMs < this.#freeUntilMs) return 'send';
    if (this.#life.is === 'free') return 'ask';
    if (this.#life.is === 'asked') this.#stall(this.#life.sinceMs);
    return 'hold';
  }

  /** A ping was written. */
  asked(nowMs: number): void {
    this.#become({ is: 'asked', sinceMs: nowMs }, nowMs + stallMs);
  }

  /** What was just written waits in our own memory: send nothing more. True where a ping must be written to learn when. */
  congested(nowMs: number): boolean {
    const life = this.#life;
    if (life.is !== 'free' && life.is !== 'asked') return false;
    this.#stall(life.is === 'asked' ? life.sinceMs : nowMs);
    return life.is === 'free';
  }

  /** True where the client had been stalled and is to be brought to what is newest. */
  answered(): boolean {
    const life = this.#life;
    if (life.is !== 'asked' && life.is !== 'stalled') return false;
    this.#become(free, life.sinceMs + askEveryMs + this.#spreadMs);
    return life.is === 'stalled';
  }

  lost(nowMs: number): boolean {
    const life = this.#life;
    return (life.is === 'asked' || life.is === 'stalled') && nowMs - life.sinceMs >= lostMs;
  }

  end(): void {
    this.#become(ended, neverFree);
  }

  #stall(sinceMs: number): void {
    this.#become({ is: 'stalled', sinceMs }, neverFree);
  }

  #become(life: Life, freeUntilMs: number): void {
    this.#life = life;
    this.#freeUntilMs = freeUntilMs;
    this.#tell(freeUntilMs);
  }
}
