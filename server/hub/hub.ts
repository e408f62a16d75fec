// The hub: the newest state of every topic, and everybody who watches. It takes states from whoever makes them and
// knows nothing of what they mean, of journals, or of socket libraries.
import { interval, type SchedulerLike, type Subscription } from 'rxjs';
import type { Clocks } from './channel.ts';
import { Frame } from './frame.ts';
import type { LiveSocket } from './live-socket.ts';
import { askEveryMs } from './liveness.ts';
import { monotonicScheduler } from './monotonic.ts';
import { unknownTopicFrame } from './replies.ts';
import { type Authenticate, Session } from './session.ts';
import { Counters, type HubStats } from './stats.ts';
import { Topic } from './topic.ts';

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

export interface HubOptions {
  /** `<journal id>.<opening>`: another one makes every version a client holds worthless. */
  readonly epoch: string;
  /** UTC microseconds. */
  readonly nowUs: () => number;
  readonly scheduler?: SchedulerLike;
}

export class Hub {
  readonly epoch: string;
  readonly #clocks: Clocks;
  readonly #counters = new Counters();
  readonly #topics = new Map<string, Topic>();
  readonly #sessions = new Set<Session>();
  #looking: Subscription | undefined;
  /** The highest version of any topic that is gone; a topic that comes back goes on above it. */
  #spentVersion = 0;
  #served = 0;
  #bye: Frame | undefined;

  constructor({ epoch, nowUs, scheduler = monotonicScheduler }: HubOptions) {
    this.epoch = epoch;
    // Whole milliseconds: small integers cost the loop over all clients less than fractions.
    this.#clocks = { nowUs, nowMs: () => Math.floor(scheduler.now()), scheduler };
  }

  /** Takes what changed, whole states by topic (undefined: gone), and tells whoever watches. */
  readonly put = ({ changed }: { readonly changed: ReadonlyMap<string, object | undefined> }): void => {
    // All states first: whoever is told about one topic may ask for another in the same turn.
    const moved = [...changed].filter(([name, state]) => state !== undefined && this.#take(name, state));
    for (const [name, state] of changed) if (state === undefined) this.#drop(name);
    for (const [name] of moved) this.#topics.get(name)?.announce();
  };

  /** The newest state, however recently anybody was sent one: whoever wrote can read what came of it. */
  get(topic: string): TopicState | undefined {
    const head = this.#topics.get(topic)?.head;
    return head && { epoch: this.epoch, version: head.version, state: head.state };
  }

  topics(): Iterable<string> {
    return this.#topics.keys();
  }

  get sockets(): number {
    return this.#sessions.size;
  }

  get stats(): HubStats {
    const stalled = [...this.#sessions].filter((session) => session.stalled).length;
    return { ...this.#counters, sockets: this.#sessions.size, stalled, topics: this.#topics.size };
  }

  /** A session for a new socket; once stopped, one that is closed at once. */
  connect(socket: LiveSocket, authenticate: Authenticate = nobody): Session {
    this.#served += 1;
    const session = new Session(
      socket,
      {
        topics: this.#topics,
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

  #take(name: string, state: object): boolean {
    const topic = this.#topics.get(name);
    if (topic !== undefined) return topic.put(state);
    const context = { epoch: this.epoch, counters: this.#counters, clocks: this.#clocks };
    this.#topics.set(name, new Topic(name, context, this.#spentVersion + 1, state));
    return false;
  }

  #drop(name: string): void {
    const topic = this.#topics.get(name);
    if (topic === undefined) return;
    this.#spentVersion = Math.max(this.#spentVersion, topic.head.version);
    this.#topics.delete(name);
    topic.end(unknownTopicFrame(name));
  }

  #look(): void {
    const nowMs = this.#clocks.nowMs();
    for (const session of [...this.#sessions]) session.look(nowMs);
  }

  /** Nobody is left to look at: no timer keeps running. */
  readonly #forget = (session: Session): void => {
    this.#sessions.delete(session);
    if (this.#sessions.size > 0) return;
    this.#looking?.unsubscribe();
    this.#looking = undefined;
  };
}
