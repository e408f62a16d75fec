// What the hub counts about itself, for /metrics and the operator.

/** Since the start; written where it happens. */
export class Counters {
  /** Frames handed to sockets, and their bytes. */
  frames = 0;
  bytes = 0;
  /** Patches and snapshots made; each goes to any number of sockets. */
  patches = 0;
  snapshots = 0;
}

export interface HubStats extends Readonly<Counters> {
  /** Sockets connected now. */
  readonly sockets: number;
  /** Of them, those that are sent nothing until they prove that they read. */
  readonly stalled: number;
  readonly topics: number;
}
