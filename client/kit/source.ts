// Where a page's topics come from: the live socket, or a tape. Pages and elements know no more of either than this.
import type { ConnectionState } from './live.ts';
import type { TimeSource } from './race-clock.ts';
import type { Watchable } from './value.ts';

export interface Source {
  /** The server's time; on a tape, the moment that is shown. */
  readonly clock: TimeSource;
  /** A tape: what is shown was. */
  readonly isPast?: true;
  readonly connection$: Watchable<ConnectionState>;
  /** Milliseconds since the server was last heard; undefined before its first word. */
  readonly silentMs: number | undefined;
  /** Calls `listener` with each state of a topic and its version, undefined where there is none. Returns what ends it. */
  follow<T extends object>(topic: string, listener: (state: T | undefined, version?: number) => void): () => void;
}
