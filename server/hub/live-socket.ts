// The port of a live socket: what the hub needs of a connection. Adapters turn a library's socket into one.

export interface LiveSocket {
  /**
   * Hands finished frames to the system, whole and in order. False where some of them now wait in this process's
   * memory, or where the socket is gone. Never throws.
   */
  write(bytes: Buffer): boolean;
  /** Closed, closing or broken: nothing that is written arrives. */
  readonly gone: boolean;
  /** Says goodbye with a close code; nothing is written after it. */
  close(code: number, reason: string): void;
}
