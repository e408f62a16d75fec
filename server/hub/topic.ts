// One thing to subscribe to: its versions, the ring of its states, and its channels.
import { Channel, type Clocks, type Place, type Receiver, type View } from './channel.ts';
import type { Frame } from './frame.ts';
import { Head, type HeadContext } from './head.ts';
import type { Shown } from './moment.ts';
import { Ring } from './ring.ts';
import type { Counters } from './stats.ts';

/** What all topics of a hub share. */
export interface TopicContext {
  readonly epoch: string;
  readonly counters: Counters;
  readonly clocks: Clocks;
}

export class Topic implements View {
  readonly name: string;
  readonly #clocks: Clocks;
  readonly #head: HeadContext;
  readonly #channels = new Map<number, Channel>();
  head: Head;

  constructor(name: string, context: TopicContext, first: Shown) {
    this.name = name;
    this.#clocks = context.clocks;
    this.#head = { topic: name, epoch: context.epoch, counters: context.counters, ring: new Ring() };
    this.head = this.#next(first);
  }

  /** Somebody is subscribed. */
  get watched(): boolean {
    return this.#channels.size > 0;
  }

  *receivers(): Iterable<Receiver> {
    for (const channel of this.#channels.values()) yield* channel.receivers();
  }

  /** Takes a new version, higher than any before, without telling anybody yet. */
  take(shown: Shown): void {
    this.head = this.#next(shown);
  }

  /** Tells the clients, each channel at its own rate. */
  announce(): void {
    for (const channel of this.#channels.values()) channel.changed();
  }

  /** Adds a client that holds the state at `base`; `bring` it to the newest in the same turn. */
  join(receiver: Receiver, base: number, periodMs: number): Place {
    let channel = this.#channels.get(periodMs);
    if (channel === undefined) {
      channel = new Channel(this, periodMs, this.#clocks, this.#head.counters);
      this.#channels.set(periodMs, channel);
    }
    return channel.join(receiver, base);
  }

  leave(place: Place): void {
    const { channel } = place;
    channel.leave(place);
    if (channel.size > 0) return;
    channel.close();
    this.#channels.delete(channel.periodMs);
  }

  /** Tells everybody that the topic is gone and lets them go. */
  end(frame: Frame): void {
    for (const channel of [...this.#channels.values()]) channel.end(frame);
  }

  #next({ version, state, atUs }: Shown): Head {
    this.#head.ring.push(version, state);
    return new Head(this.#head, version, state, atUs);
  }
}
