// What a hub must show, told as simply as possible: a list of what was put and when. The model of the model-based test.

interface Entry {
  readonly atMs: number;
  /** Absent where the topic went. */
  readonly shown?: { readonly version: number; readonly state: object };
}

/** What somebody is subscribed to. */
export interface Want {
  readonly delayMs: number;
  readonly maxHz: number;
}

export interface Held {
  readonly epoch: string;
  readonly version: number;
  readonly state: object;
}

export const topics = ['race/a', 'race/b', 'now'];
export const people = 3;

export class Expected {
  nowMs = 0;
  opening = 1;
  readonly wants: Map<string, Want>[] = Array.from({ length: people }, () => new Map());
  /** Reads whatever comes, and answers. */
  readonly reads: boolean[] = Array.from({ length: people }, () => true);
  /** Everything anybody ever held, in whatever epoch. */
  readonly past = new Map<string, Held[]>(topics.map((topic) => [topic, []]));
  #entries = new Map<string, Entry[]>(topics.map((topic) => [topic, []]));
  #count = 0;

  get epoch(): string {
    return `j.${this.opening}`;
  }

  /** A state that no topic has had; most of it as before, sometimes the same content as long ago. */
  nextState(topic: string): object {
    this.#count += 1;
    const before = this.#entries.get(topic)!.at(-1)?.shown?.state as { rows?: object } | undefined;
    return { rows: { ...before?.rows, [`r${this.#count % 5}`]: { n: this.#count % 11 } }, n: this.#count % 3 };
  }

  /** The newest version a topic had until a moment. */
  newestUntil(topic: string, untilMs: number): number {
    const until = this.#entries.get(topic)!.filter(({ atMs }) => atMs <= untilMs);
    return until.reduce((newest, { shown }) => Math.max(newest, shown?.version ?? 0), 0);
  }

  isThere(topic: string): boolean {
    return this.#entries.get(topic)!.at(-1)?.shown !== undefined;
  }

  put(topic: string, shown: Entry['shown'], atMs = this.nowMs): void {
    this.#entries.get(topic)!.push(shown === undefined ? { atMs } : { atMs, shown });
  }

  at(topic: string, atMs: number): Entry['shown'] {
    return this.#entries.get(topic)!.findLast((entry) => entry.atMs <= atMs)?.shown;
  }

  /** The state of a version of this epoch. */
  stateOf(topic: string, version: number): object | undefined {
    return this.#entries.get(topic)!.find(({ shown }) => shown?.version === version)?.shown?.state;
  }

  /** There was a moment from just before one to the other in which nobody could be shown this topic. */
  wasGone(topic: string, fromMs: number, toMs: number): boolean {
    const within = this.#entries.get(topic)!.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
    return [this.at(topic, fromMs - 1), ...within.map(({ shown }) => shown)].includes(undefined);
  }

  /** Takes everything out, in the order in which it was put, for a server that is started again. */
  restart(): { topic: string; atMs: number; state: object | undefined }[] {
    this.opening += 1;
    const all = [...this.#entries].flatMap(([topic, entries]) =>
      entries.map(({ atMs, shown }) => ({ topic, atMs, state: shown?.state })),
    );
    this.#entries = new Map(topics.map((topic) => [topic, []]));
    return all.sort((a, b) => a.atMs - b.atMs);
  }
}
