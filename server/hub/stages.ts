// Every delay at which somebody watches: the present, and the stages that play the last two minutes again.
import { maxDelayMs } from '../../shared/protocol.ts';
import type { Receiver } from './channel.ts';
import { DelayedStage } from './delayed-stage.ts';
import { History } from './history.ts';
import type { Changes, Shown } from './moment.ts';
import { Stage } from './stage.ts';
import type { Topic, TopicContext } from './topic.ts';

export class Stages {
  readonly #context: TopicContext;
  readonly #present: Stage;
  readonly #history = new History();
  /** By delay in ms; whole seconds, so never more than {@link maxDelayMs} / 1000. */
  readonly #delayed = new Map<number, DelayedStage>();

  constructor(context: TopicContext) {
    this.#context = context;
    this.#present = new Stage(context);
  }

  /** The topics as they are. */
  get present(): ReadonlyMap<string, Topic> {
    return this.#present.topics;
  }

  /** Shows what changed `agoMs` ago: in the present at once, elsewhere when its time comes. */
  show(changes: Changes, agoMs: number): void {
    const { clocks } = this.#context;
    // A fraction of a millisecond counts as a whole one: late by less than 1 ms, never early.
    this.#history.push(Math.ceil(clocks.scheduler.now() - agoMs), changes);
    this.#present.show(changes);
    for (const stage of this.#delayed.values()) stage.advance();
    // After the stages have read what is due: what is let go of has been shown at every delay.
    this.#history.trim(clocks.nowMs() - maxDelayMs);
  }

  /** A topic to subscribe to, as it is shown `delayMs` after it was so. */
  topic(name: string, delayMs: number): Topic | undefined {
    if (delayMs === 0) return this.#present.topics.get(name);
    let stage = this.#delayed.get(delayMs);
    if (stage === undefined) {
      // Nothing is played again for a topic that was not there.
      if (this.at(name, delayMs) === undefined) return undefined;
      stage = new DelayedStage(delayMs, this.#history, this.#context);
      this.#delayed.set(delayMs, stage);
    }
    stage.advance();
    return stage.topics.get(name);
  }

  /** What a topic shows at a delay, for one look at it. */
  at(name: string, delayMs: number): Shown | undefined {
    if (delayMs === 0) return this.#present.topics.get(name)?.head;
    return this.#history.at(name, this.#context.clocks.nowMs() - delayMs);
  }

  /** Those who read a topic of this pattern, at whatever delay; no more than `most` of them are looked for. */
  readers(pattern: RegExp, most: number): ReadonlySet<Receiver> {
    const readers = new Set<Receiver>();
    // What is late is there now too, or nobody new would find it.
    const names = [...this.present.keys()].filter((name) => pattern.test(name));
    for (const { topics } of [this.#present, ...this.#delayed.values()]) {
      for (const name of names) {
        for (const reader of topics.get(name)?.receivers() ?? []) {
          if (readers.size >= most) return readers;
          readers.add(reader);
        }
      }
    }
    return readers;
  }

  /** What a topic showed at a version of the last two minutes. */
  version(name: string, version: number): Shown | undefined {
    // What most show is the newest, and needs no search.
    const head = this.#present.topics.get(name)?.head;
    return head !== undefined && head.version <= version ? head : this.#history.version(name, version);
  }

  /** Closes the delayed stages that nobody watches any more; whoever comes makes them anew from the history. */
  sweep(): void {
    for (const [delayMs, stage] of [...this.#delayed]) {
      if (stage.watched) continue;
      stage.close();
      this.#delayed.delete(delayMs);
    }
  }
}
