// What one `put` changed, and when: what the stages of a hub show, each at its own time.

/** A version of a topic. */
export interface Shown {
  readonly version: number;
  readonly state: object;
  /** When this version came to be, UTC microseconds. */
  readonly atUs: number;
}

/** By topic, what is shown from here on; undefined where the topic is gone. */
export type Changes = ReadonlyMap<string, Shown | undefined>;

export interface Moment {
  /** On the hub's own clock, whole milliseconds, never before it was; negative before the process began. */
  readonly atMs: number;
  readonly changes: Changes;
}
