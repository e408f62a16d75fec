// What one client is subscribed to, and what it may be: one place a topic, whatever the client says again.
import { limits } from '../../shared/protocol.ts';
import type { ClientMessage } from '../../shared/wire.ts';
import type { Followed, Place, Receiver } from './channel.ts';
import { conflateMs } from './conflate.ts';
import type { Frame } from './frame.ts';
import { nothing } from './head.ts';
import { errorFrame, unknownTopicFrame } from './replies.ts';
import type { Stages } from './stages.ts';
import type { Topic } from './topic.ts';

/** A client's wish to follow a topic, with what it holds of it. */
export type Sub = Extract<ClientMessage, { t: 'sub' }>;

/** Readings not yet decided, held decisions and the health of sources are for the people who work here. */
const guarded = /^(console\/.*|sources|screens|outputs)$/;

interface Subscription {
  readonly topic: Topic;
  readonly place: Place;
  readonly sub: Sub;
  /** The newest version the client says it shows. */
  shown?: number;
}

export class Subscriptions {
  readonly #stages: Pick<Stages, 'topic'>;
  readonly #epoch: string;
  readonly #all = new Map<string, Subscription>();
  /** What a stalled client asked for or is to be told, by topic; answered when it reads again. */
  readonly #owed = new Map<string, Sub>();

  readonly #ask: (topic: string) => void;

  constructor(stages: Pick<Stages, 'topic'>, epoch: string, ask: (topic: string) => void) {
    this.#stages = stages;
    this.#ask = ask;
    this.#epoch = epoch;
  }

  get size(): number {
    return this.#all.size;
  }

  /** Subscribes, or says why not; who hears `unknown-topic` follows it no longer. `known`: the client has shown a token. */
  add(sub: Sub, receiver: Receiver, known: boolean): Frame | undefined {
    const { topic: name, delayMs = 0, maxHz } = sub;
    if (guarded.test(name) && !known) {
      return errorFrame(
        'needs-auth',
        'send {"t":"auth","token":…} first; a token is made by splitcast token add',
        name,
      );
    }
    if (this.#stages.topic(name, 0) === undefined) this.#ask(name);
    const topic = this.#stages.topic(name, delayMs);
    if (topic === undefined) {
      // Who asks for a delay must not go on reading the present because there was nothing then.
      this.remove(name);
      return unknownTopicFrame(name);
    }
    if (!this.#all.has(name) && this.#all.size >= limits.subscriptions) {
      return errorFrame('too-many-subscriptions', `one socket takes ${limits.subscriptions}; unsub one first`, name);
    }
    this.remove(name);
    const base = sub.epoch === this.#epoch ? (sub.version ?? nothing) : nothing;
    const place = topic.join(receiver, base, maxHz === undefined ? conflateMs : 1000 / maxHz);
    // Kept before anything is written: a socket found broken by the first frame has to leave this place too.
    this.#all.set(name, { topic, place, sub });
    place.channel.bring(place);
    return undefined;
  }

  /** For a client that may be sent nothing now. False for more topics than it could subscribe to. */
  owe(sub: Sub): boolean {
    this.#owed.set(sub.topic, sub);
    return this.#owed.size <= limits.subscriptions;
  }

  remove(name: string): void {
    this.#owed.delete(name);
    const subscription = this.#all.get(name);
    if (subscription === undefined) return;
    this.#all.delete(name);
    subscription.topic.leave(subscription.place);
  }

  /** The topic is gone; returns what to ask for in the client's place: what it asked for meanwhile, else the same again. */
  drop(name: string): Sub {
    const owed = this.#owed.get(name);
    const { delayMs, maxHz } = this.#all.get(name)?.sub ?? {};
    this.remove(name);
    return owed ?? { t: 'sub', topic: name, delayMs, maxHz };
  }

  removeAll(): void {
    for (const name of [...this.#all.keys()]) this.remove(name);
  }

  /** The client reads again: brings every topic to its newest version with one frame, and returns what it is owed. */
  resume(): Sub[] {
    const owed = [...this.#owed.values()];
    for (const [name, { place }] of [...this.#all]) if (!this.#owed.has(name)) place.channel.bring(place);
    this.#owed.clear();
    return owed;
  }

  /** Before this moment frames may be written without asking. */
  free(freeUntilMs: number): void {
    for (const { place } of this.#all.values()) place.freeUntilMs = freeUntilMs;
  }

  shows(name: string, version: number): void {
    const subscription = this.#all.get(name);
    if (subscription !== undefined) subscription.shown = version;
  }

  followed(): readonly Followed[] {
    return [...this.#all].map(([name, { topic, shown }]) => {
      const { version, atUs } = topic.head;
      return { topic: name, newest: version, sinceUs: atUs, ...(shown !== undefined && { shown }) };
    });
  }

  /** The version of a topic that the client last said it shows. */
  shown(name: string): number | undefined {
    return this.#all.get(name)?.shown;
  }
}
