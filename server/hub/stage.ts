// The topics as they are shown at one delay. What is put on it is there at once; when to put it is decided elsewhere.
import type { Changes } from './moment.ts';
import { unknownTopicFrame } from './replies.ts';
import { Topic, type TopicContext } from './topic.ts';

export class Stage {
  readonly #topics = new Map<string, Topic>();
  readonly #context: TopicContext;

  constructor(context: TopicContext) {
    this.#context = context;
  }

  get topics(): ReadonlyMap<string, Topic> {
    return this.#topics;
  }

  /** Somebody is subscribed. */
  get watched(): boolean {
    return [...this.#topics.values()].some((topic) => topic.watched);
  }

  show(changes: Changes): void {
    const moved: Topic[] = [];
    // All states first: whoever is told about one topic may ask for another in the same turn.
    for (const [name, shown] of changes) {
      if (shown === undefined) continue;
      const topic = this.#topics.get(name);
      if (topic === undefined) this.#topics.set(name, new Topic(name, this.#context, shown));
      else {
        topic.take(shown);
        moved.push(topic);
      }
    }
    for (const [name, shown] of changes) if (shown === undefined) this.#drop(name);
    for (const topic of moved) topic.announce();
  }

  #drop(name: string): void {
    const topic = this.#topics.get(name);
    if (topic === undefined) return;
    this.#topics.delete(name);
    topic.end(unknownTopicFrame(name));
  }
}
