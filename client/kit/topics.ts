// The topics a page follows and the copy it holds of each. Knows the messages, not the socket that carries them.
import type { ClientMessage, ServerMessage } from '../../shared/wire.ts';
import { advance, type Replica, type TopicMessage } from './replica.ts';

/** A topic the server does not know (yet: a race of tomorrow) is asked for again this often. */
export const unknownTopicRetryMs = 5000;

/** Settings and the consoles' topics are of now, however late the picture is. */
const never = /^(screens?|console|sources|outputs)(\/|$)/;

type Listener = (state: object | undefined, version?: number) => void;

interface Subscription {
  readonly listeners: Set<Listener>;
  replica?: Replica | undefined;
  /** Asked for anew without a version; until the snapshot comes, patches and beats mean nothing. */
  awaitsSnap: boolean;
  retry?: ReturnType<typeof setTimeout> | undefined;
}

export class Topics {
  readonly #send: (message: ClientMessage) => void;
  readonly #shown: (topic: string, version: number) => void;
  readonly #subscriptions = new Map<string, Subscription>();
  #delayMs = 0;

  /**
   * `send` may lose what it is given while there is no connection: {@link resume} says everything again. `shown` is told
   * each version that was handed on.
   */
  constructor(send: (message: ClientMessage) => void, shown: (topic: string, version: number) => void = () => {}) {
    this.#send = send;
    this.#shown = shown;
  }

  /** Everything later by so much, whole seconds; what is shown stays until that has come. */
  delay(delayMs: number): void {
    if (delayMs === this.#delayMs) return;
    this.#delayMs = delayMs;
    for (const [topic, subscription] of this.#subscriptions) {
      if (never.test(topic)) continue;
      // What is held may be newer than what is asked for now.
      subscription.awaitsSnap = true;
      this.#send({ t: 'sub', topic, ...this.#late(topic) });
    }
  }

  /** Calls `listener` with each state of a topic, undefined where there is none. Returns what ends it. */
  follow(topic: string, listener: Listener): () => void {
    const subscription = this.#subscriptions.get(topic) ?? this.#add(topic);
    subscription.listeners.add(listener);
    const { replica } = subscription;
    if (replica !== undefined) listener(replica.state, replica.version);
    return () => {
      subscription.listeners.delete(listener);
      if (subscription.listeners.size > 0 || this.#subscriptions.get(topic) !== subscription) return;
      clearTimeout(subscription.retry);
      this.#subscriptions.delete(topic);
      this.#send({ t: 'unsub', topic });
    };
  }

  /** Subscribes to everything on a new connection, with the version held, so that a patch can be enough. */
  resume(): void {
    for (const [topic, subscription] of this.#subscriptions) this.#subscribe(topic, subscription);
  }

  hear(message: ServerMessage): void {
    if (message.t === 'snap' || message.t === 'patch' || message.t === 'beat') this.#advance(message);
    else if (message.t === 'error' && message.topic !== undefined) this.#refused(message.topic);
  }

  close(): void {
    for (const { retry } of this.#subscriptions.values()) clearTimeout(retry);
    this.#subscriptions.clear();
  }

  #add(topic: string): Subscription {
    const subscription: Subscription = { listeners: new Set(), awaitsSnap: false };
    this.#subscriptions.set(topic, subscription);
    this.#subscribe(topic, subscription);
    return subscription;
  }

  #advance(message: TopicMessage): void {
    const { topic } = message;
    const subscription = this.#subscriptions.get(topic);
    if (subscription === undefined || (subscription.awaitsSnap && message.t !== 'snap')) return;
    const before = subscription.replica;
    const after = advance(before, message);
    if (after === undefined) {
      subscription.awaitsSnap = true;
      this.#send({ t: 'sub', topic, ...this.#late(topic) });
      return;
    }
    subscription.awaitsSnap = false;
    subscription.replica = after;
    if (after === before) return;
    tell(subscription, after.state, after.version);
    this.#shown(topic, after.version);
  }

  #refused(topic: string): void {
    const subscription = this.#subscriptions.get(topic);
    if (subscription === undefined) return;
    subscription.replica = undefined;
    tell(subscription, undefined);
    clearTimeout(subscription.retry);
    subscription.retry = setTimeout(() => this.#subscribe(topic, subscription), unknownTopicRetryMs);
  }

  #subscribe(topic: string, subscription: Subscription): void {
    clearTimeout(subscription.retry);
    subscription.awaitsSnap = false;
    const { epoch, version } = subscription.replica ?? {};
    const held = { ...(epoch !== undefined && { epoch }), ...(version !== undefined && { version }) };
    this.#send({ t: 'sub', topic, ...held, ...this.#late(topic) });
  }

  #late(topic: string): { delayMs?: number } {
    return this.#delayMs === 0 || never.test(topic) ? {} : { delayMs: this.#delayMs };
  }
}

function tell(subscription: Subscription, state: object | undefined, version?: number): void {
  for (const listener of [...subscription.listeners]) listener(state, version);
}
