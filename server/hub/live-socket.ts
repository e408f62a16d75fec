// The port of a live socket: what the hub needs of a connection. Adapters turn a library's socket into one.

/** Where finished frames go. */
export interface Sink {
  /**
   * Hands whole frames to the system, in order. False where that needs a second look: the socket may be gone, or
   * something may wait in this process's memory. Never throws.
   */
  write(bytes: Buffer): boolean;
}

export interface LiveSocket {
  /** The loop over all clients writes straight into this: nothing stands between it and the system. */
  readonly sink: Sink;
  /** Bytes that the system has not taken. */
  readonly waitingBytes: number;
  /** Closed, closing or broken: nothing that is written arrives. */
  readonly gone: boolean;
  /** Says goodbye with a close code; nothing is written after it. */
  close(code: number, reason: string): void;
}
