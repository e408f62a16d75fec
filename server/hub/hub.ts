// The hub: the newest state of every topic, and everybody who watches. It takes states from whoever makes them and
// knows nothing of what they mean, of journals, or of socket libraries.
import { interval, type SchedulerLike, type Subscription } from 'rxjs';
import type { Clocks, Followed } from './channel.ts';
import { Frame } from './frame.ts';
import type { LiveSocket } from './live-socket.ts';
import { askEveryMs } from './liveness.ts';
import type { Shown } from './moment.ts';
import { monotonicScheduler } from './monotonic.ts';
import { type Authenticate, Session } from './session.ts';
import { Stages } from './stages.ts';
import { Counters, type HubStats } from './stats.ts';

/** How often sessions are looked at: lost ones are closed this much late at most. */
export const lookMs = 500;
/** Pings of clients that came together drift apart by up to this much a round. */
const spreadMs = askEveryMs / 5;
/** Its multiples spread evenly over the unit interval, in whatever order clients come and go. */
const goldenRatio = 0.618033988749895;

const nobody: Authenticate = () => undefined;

/** The newest state of a topic; `version` counts within `epoch`. */
export interface TopicState {
  readonly epoch: string;
  readonly version: number;
  readonly state: object;
}

/** What a batch of facts made of the topics. */
interface States {
  readonly changed: ReadonlyMap<string, object | undefined>;
}

export interface HubOptions {
  /** `<journal id>.<opening>`: another one makes every version a client holds worthless. */
  readonly epoch: string;
  /** UTC microseconds. */
  readonly nowUs: () => number;
  readonly scheduler?: SchedulerLike;
  /** The state of a topic that is made only while somebody watches it, or undefined where there is no such topic. */
  readonly make?: (topic: string) => object | undefined;
}

export class Hub {
  readonly epoch: string;
  readonly #clocks: Clocks;
  readonly #counters = new Counters();
  readonly #stages: Stages;
  readonly #sessions = new Set<Session>();
  readonly #make: NonNullable<HubOptions['make']>;
  readonly #asked = new Set<string>();
  #looking: Subscription | undefined;
  /** The highest version of any topic that is gone; a topic that comes back goes on above it. */
  #spentVersion = 0;
  #served = 0;
  #bye: Frame | undefined;

  constructor({ epoch, nowUs, scheduler = monotonicScheduler, make = () => undefined }: HubOptions) {
    this.epoch = epoch;
    this.#make = make;
    // Whole milliseconds: small integers cost the loop over all clients less than fractions.
    this.#clocks = { nowUs, nowMs: () => Math.floor(scheduler.now()), scheduler };
    this.#stages = new Stages({ epoch, counters: this.#counters, clocks: this.#clocks });
  }

  /**
   * Takes what changed, whole states by topic (undefined: gone; the identical one: no change), and tells whoever
   * watches. `atUs` is for what became so earlier than now, such as before a restart; those come in order.
   */
  readonly put = (states: States, atUs?: number): void => {
    // Whoever puts it keeps it: it is no longer made for those who watch.
    for (const name of this.#asked) if (states.changed.has(name)) this.#asked.delete(name);
    this.#put(states, atUs);
  };

  #put({ changed }: States, atUs?: number): void {
    const nowUs = this.#clocks.nowUs();
    const changes = new Map<string, Shown | undefined>();
    for (const [name, state] of changed) {
      const head = this.#stages.present.get(name)?.head;
      if (state === head?.state) continue;
      const version = (head?.version ?? this.#spentVersion) + 1;
      if (state !== undefined) changes.set(name, { version, state, atUs: atUs ?? nowUs });
      else {
        this.#spentVersion = Math.max(this.#spentVersion, version - 1);
        changes.set(name, undefined);
      }
    }
    if (changes.size > 0) this.#stages.show(changes, Math.max(0, (nowUs - (atUs ?? nowUs)) / 1000));
  }

  /**
   * The newest state, however recently anybody was sent one: whoever wrote can read what came of it. With a delay, the
   * state of so long ago.
   */
  get(topic: string, delayMs = 0): TopicState | undefined {
    const shown = this.#stages.at(topic, delayMs);
    return shown && { epoch: this.epoch, version: shown.version, state: shown.state };
  }

  /** The state at a version that somebody said he shows, as far back as the longest delay. */
  at(topic: string, version: number): object | undefined {
    return this.#stages.version(topic, version)?.state;
  }

  /** Makes anew what exists only while somebody watches it. */
  refresh(): void {
    if (this.#asked.size > 0) this.#put({ changed: new Map([...this.#asked].map((name) => [name, this.#make(name)])) });
  }

  /** There are such topics now. */
  get remakes(): boolean {
    return this.#asked.size > 0;
  }

  /** Those who follow a topic of this pattern, each with all topics it follows and what it said it shows of them. */
  following(pattern: RegExp, most = Number.POSITIVE_INFINITY): readonly { readonly topics: readonly Followed[] }[] {
    return [...this.#stages.readers(pattern, most)].map((reader) => ({ topics: reader.followed() }));
  }

  topics(): Iterable<string> {
    return this.#stages.present.keys();
  }

  get sockets(): number {
    return this.#sessions.size;
  }

  get stats(): HubStats {
    const stalled = [...this.#sessions].filter((session) => session.stalled).length;
    return { ...this.#counters, sockets: this.#sessions.size, stalled, topics: this.#stages.present.size };
  }

  /** A session for a new socket; once stopped, one that is closed at once. */
  connect(socket: LiveSocket, authenticate: Authenticate = nobody): Session {
    this.#served += 1;
    const session = new Session(
      socket,
      {
        stages: this.#stages,
        ask: this.#ask,
        epoch: this.epoch,
        clocks: this.#clocks,
        counters: this.#counters,
        forget: this.#forget,
      },
      authenticate,
      ((this.#served * goldenRatio) % 1) * spreadMs,
    );
    this.#sessions.add(session);
    this.#looking ??= interval(lookMs, this.#clocks.scheduler).subscribe(() => this.#look());
    if (this.#bye !== undefined) session.leave(this.#bye);
    return session;
  }

  /** Says `bye` to everybody, with when to come back, and closes. States stay readable. */
  stop(retryMs: number): void {
    this.#bye = new Frame({ t: 'bye', retryMs });
    for (const session of [...this.#sessions]) session.leave(this.#bye);
  }

  #look(): void {
    const nowMs = this.#clocks.nowMs();
    for (const session of [...this.#sessions]) session.look(nowMs);
    this.#sweep();
  }

  /** Makes a topic that nobody has watched so far. */
  readonly #ask = (topic: string): void => {
    const state = this.#make(topic);
    if (state === undefined) return;
    this.#asked.add(topic);
    this.#put({ changed: new Map([[topic, state]]) });
  };

  /** What nobody watches any more need not be made any more. */
  #sweep(): void {
    this.#stages.sweep();
    const idle = [...this.#asked].filter((topic) => this.#stages.present.get(topic)?.watched !== true);
    for (const topic of idle) this.#asked.delete(topic);
    if (idle.length > 0) this.#put({ changed: new Map(idle.map((topic) => [topic, undefined])) });
  }

  /** Nobody is left to look at: no timer keeps running. */
  readonly #forget = (session: Session): void => {
    this.#sessions.delete(session);
    if (this.#sessions.size > 0) return;
    this.#looking?.unsubscribe();
    this.#looking = undefined;
    this.#sweep();
  };
}
