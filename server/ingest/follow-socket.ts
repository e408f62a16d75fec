// A live source: connected for as long as it is wanted, again and again. Knows connections, not what is said on them.
import type { Wall } from '../door/wall.ts';
import { backOffMs } from './back-off.ts';
import { type Connection, connect } from './connection.ts';
import type { Chunk } from './port.ts';

export interface SocketOptions {
  readonly url: string;
  readonly wall: Wall;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told each time the source goes away, and before which try. */
  readonly onAway?: (why: string, attempt: number) => void;
  readonly onLive?: () => void;
  /** In place of the 60 s after which silence is the end. */
  readonly quietMs?: number;
  readonly connect?: (url: string, quietMs?: number) => Connection;
}

/** Everything the source says, connection after connection; ends when `signal` is aborted. */
export async function* followSocket(options: SocketOptions): AsyncGenerator<Chunk> {
  const { url, wall, signal, onAway, onLive, quietMs } = options;
  let line = 0;
  let connections = 0;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const connection = (options.connect ?? connect)(url, quietMs);
    const stop = () => connection.close();
    signal.addEventListener('abort', stop, { once: true });
    let said = 0;
    for (let texts = await connection.next(); texts !== undefined; texts = await connection.next()) {
      if (said === 0) {
        connections += 1;
        attempt = 1;
        onLive?.();
      }
      const messages = texts.map((text) => {
        line += 1;
        return { line, text };
      });
      yield { messages, again: said === 0 && connections > 1 };
      said += texts.length;
    }
    signal.removeEventListener('abort', stop);
    if (signal.aborted) return;
    onAway?.(connection.why, attempt);
    await wall.sleep(backOffMs(attempt), signal).catch(() => undefined);
  }
}
