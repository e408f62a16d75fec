// One WebSocket connection to a source, as chunks of text: the only file here that knows the library. A connection that
// falls silent is ended, because a cable that was pulled says nothing.
import { WebSocket } from 'ws';

/** A source pings every 54 s; one from which nothing was heard for 60 s is gone. */
const silenceMs = 60_000;
const handshakeMs = 10_000;
/** The result of a mass start with all its readings is some hundred kilobytes. */
const messageBytesMax = 16 * 1024 * 1024;
/** So many messages wait while the server is away; with more we hang up and are told again when we come back. */
const waitingMax = 50_000;

export interface Connection {
  /** All texts that are there, as soon as there is one; undefined once the connection has ended. */
  next(): Promise<readonly string[] | undefined>;
  /** Why it ended. */
  readonly why: string;
  close(): void;
}

class SocketConnection implements Connection {
  why = 'it was closed';
  readonly #socket: WebSocket;
  readonly #silenceMs: number;
  #waiting: string[] = [];
  #ended = false;
  #wake: () => void = () => undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor(url: string, quietMs: number) {
    this.#silenceMs = quietMs;
    this.#socket = new WebSocket(url, {
      handshakeTimeout: handshakeMs,
      maxPayload: messageBytesMax,
      perMessageDeflate: false,
    });
    this.#socket.on('open', () => this.#alive());
    this.#socket.on('ping', () => this.#alive());
    this.#socket.on('message', (data, isBinary) => this.#take(String(data), isBinary));
    this.#socket.on('error', (error) => {
      this.why = error.message;
    });
    this.#socket.on('close', (code) =>
      this.#end(this.why === 'it was closed' ? `it was closed with ${code}` : this.why),
    );
  }

  async next(): Promise<readonly string[] | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#ended) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#waiting.splice(0);
  }

  close(): void {
    this.#socket.terminate();
    this.#end('we hung up');
  }

  #take(text: string, isBinary: boolean): void {
    this.#alive();
    if (isBinary || this.#ended) return;
    if (this.#waiting.length >= waitingMax) {
      this.why = 'more was said than could be taken';
      this.#socket.terminate();
      return;
    }
    this.#waiting.push(text);
    this.#wake();
  }

  #alive(): void {
    clearTimeout(this.#silence);
    if (this.#ended) return;
    this.#silence = setTimeout(() => {
      this.why = `nothing was heard for ${this.#silenceMs / 1000} s`;
      this.#socket.terminate();
    }, this.#silenceMs);
  }

  #end(why: string): void {
    clearTimeout(this.#silence);
    if (!this.#ended) this.why = why;
    this.#ended = true;
    this.#wake();
  }
}

/** Connects to `ws:` or `wss:`; never throws, a connection that fails has ended. */
export function connect(url: string, quietMs = silenceMs): Connection {
  return new SocketConnection(url, quietMs);
}
