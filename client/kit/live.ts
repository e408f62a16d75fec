// The live connection of a page: opens, listens, notices silence, and comes back through every loss, for ever.
// Knows no board, no page and no window; the socket, time and chance are handed in.
import type { ClientMessage, ServerMessage } from '../../shared/wire.ts';
import { retryDelayMs } from './backoff.ts';
import { startPings } from './clock-pings.ts';
import type { TimeSource } from './race-clock.ts';
import { ServerClock } from './server-clock.ts';
import type { Source } from './source.ts';
import { Topics } from './topics.ts';
import { Value, type Watchable } from './value.ts';
import { beatMs, firstFinalCode, lastFinalCode, subprotocol } from './wire.ts';

/** Two beats may be late by this much on a busy network before a screen calls itself stale. */
const graceMs = 500;

/** Nothing heard for this long: what is shown may be old, the socket is dropped and another one opened. */
export const staleAfterMs = 2 * beatMs + graceMs;

/** A socket neither open nor refused by then hangs in a network that swallows everything; that may be over by now. */
export const openTimeoutMs = 3000;

/** When woken, a socket that has been opening for longer than this is given up: it may have been asked for offline. */
export const hurryMs = 1000;

/** How often silence is measured. */
export const watchMs = 500;

/**
 * `connecting`: no connection. `live`: what is shown is what is. `stale`: a socket that seemed open fell silent, and
 * nothing was heard since. `closed`: the server said not to come back, or the page let go.
 */
export type ConnectionState = 'connecting' | 'live' | 'stale' | 'closed';

/** What is needed of a WebSocket. */
export interface LiveSocket {
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void;
}

export interface LiveOptions {
  /** ws: or wss: address of the live socket. */
  readonly url: string;
  readonly open?: (url: string, protocol: string) => LiveSocket;
  /** A clock that never runs backwards, in milliseconds. */
  readonly nowMs?: () => number;
  /** At least 0, less than 1. */
  readonly random?: () => number;
  /** Shown on every connection, for topics that need one. */
  readonly token?: string;
  /** Says what is shown, so that those who run the hall see how far behind it is. */
  readonly acks?: boolean;
}

/** How often at most it is said what is shown. */
export const ackMs = 1000;

export class Live implements Source {
  /** The server's time, as late as the picture is. */
  readonly clock: TimeSource = { nowUs: () => this.#nowUs() };
  readonly #server: ServerClock;
  readonly #connection$ = new Value<ConnectionState>('connecting');
  readonly #topics = new Topics(
    (message) => this.#send(message),
    (topic, version) => this.#shown(topic, version),
  );
  readonly #options: LiveOptions & Required<Pick<LiveOptions, 'open' | 'nowMs' | 'random'>>;
  readonly #watch: ReturnType<typeof setInterval>;
  #socket: LiveSocket | undefined;
  #isOpen = false;
  /** When the present socket was asked for, and later when it opened. */
  #sinceMs = 0;
  #heardMs: number | undefined;
  /** A ping went out and nothing was heard since. */
  #asked = false;
  #attempt = 0;
  #byeMs = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stopPings = () => {};
  #delayMs = 0;
  /** Versions shown and not said yet, by topic. */
  readonly #unsaid = new Map<string, number>();
  #ack: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#options = {
      open: (url, protocol) => new WebSocket(url, protocol),
      nowMs: () => performance.now(),
      random: Math.random,
      ...options,
    };
    this.#server = new ServerClock(this.#options.nowMs);
    this.#watch = setInterval(() => this.#measureSilence(), watchMs);
    this.#connect();
  }

  get connection$(): Watchable<ConnectionState> {
    return this.#connection$;
  }

  /** Milliseconds since the server was last heard; undefined before its first word. */
  get silentMs(): number | undefined {
    return this.#heardMs === undefined ? undefined : this.#options.nowMs() - this.#heardMs;
  }

  /** Calls `listener` with each state of a topic, undefined where there is none. Returns what ends it. */
  follow<T extends object>(topic: string, listener: (state: T | undefined, version?: number) => void): () => void {
    return this.#topics.follow(topic, listener as (state: object | undefined, version?: number) => void);
  }

  /** Everything later by so much, whole seconds to two minutes, and the time with it. */
  delay(delayMs: number): void {
    this.#delayMs = delayMs;
    this.#topics.delay(delayMs);
  }

  /** The network came back, or somebody looks again: no waiting now, and no trust in a socket that fell silent. */
  wake(): void {
    if (this.#connection$.value === 'closed') return;
    this.#attempt = 0;
    if (this.#socket === undefined) this.#connect();
    else if (!this.#isOpen) {
      if (this.#options.nowMs() - this.#sinceMs >= hurryMs) this.#reopen(this.#connection$.value, 0);
    } else {
      this.#ping();
      this.#measureSilence();
    }
  }

  close(): void {
    this.#release()?.close(1000);
    this.#end();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    const socket = this.#options.open(this.#options.url, subprotocol);
    this.#socket = socket;
    this.#sinceMs = this.#options.nowMs();
    const whileMine = (act: () => void) => {
      if (this.#socket === socket) act();
    };
    socket.addEventListener('open', () => whileMine(() => this.#opened()));
    socket.addEventListener('message', ({ data }) => whileMine(() => this.#hear(data)));
    socket.addEventListener('close', ({ code }) => whileMine(() => this.#lost(code)));
  }

  #opened(): void {
    this.#isOpen = true;
    this.#sinceMs = this.#options.nowMs();
    const { token } = this.#options;
    if (token !== undefined) this.#send({ t: 'auth', token });
    this.#topics.resume();
    this.#stopPings = startPings(() => this.#ping());
  }

  #hear(data: unknown): void {
    const message = parse(data);
    if (message === undefined) return;
    this.#heardMs = this.#options.nowMs();
    this.#asked = false;
    this.#attempt = 0;
    this.#connection$.set('live');
    if (message.t === 'pong') this.#server.learn(message.at, message.serverUs, this.#heardMs);
    else if (message.t === 'bye') this.#byeMs = message.retryMs;
    else this.#topics.hear(message);
  }

  #lost(code: number): void {
    this.#release();
    if (code >= firstFinalCode && code <= lastFinalCode) this.#end();
    // What fell silent stays stale until it is heard again: another refusal is no better news.
    else this.#comeBack(this.#connection$.value === 'stale' ? 'stale' : 'connecting');
  }

  #measureSilence(): void {
    if (this.#socket === undefined) return;
    const silentMs = this.#options.nowMs() - Math.max(this.#sinceMs, this.#heardMs ?? 0);
    if (!this.#isOpen) {
      if (silentMs >= openTimeoutMs) this.#reopen(this.#connection$.value);
    } else if (silentMs >= staleAfterMs) this.#reopen('stale');
    else if (silentMs >= beatMs + graceMs && !this.#asked) this.#ping();
  }

  /** Also a proof of life where no topic beats: the pong is heard like everything else. */
  #ping(): void {
    this.#asked = true;
    this.#send({ t: 'ping', at: this.#options.nowMs() });
  }

  #reopen(state: ConnectionState, afterMs?: number): void {
    this.#release()?.close();
    this.#comeBack(state, afterMs);
  }

  #comeBack(state: ConnectionState, afterMs?: number): void {
    const delayMs = afterMs ?? this.#byeMs + retryDelayMs(this.#attempt, this.#options.random());
    this.#byeMs = 0;
    this.#attempt += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), delayMs);
    this.#connection$.set(state);
  }

  #release(): LiveSocket | undefined {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#isOpen = false;
    this.#asked = false;
    this.#stopPings();
    return socket;
  }

  #end(): void {
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    clearTimeout(this.#ack);
    this.#topics.close();
    this.#connection$.set('closed');
  }

  #nowUs(): number | undefined {
    const nowUs = this.#server.nowUs();
    return nowUs === undefined ? undefined : nowUs - this.#delayMs * 1000;
  }

  #shown(topic: string, version: number): void {
    if (this.#options.acks !== true) return;
    this.#unsaid.set(topic, version);
    this.#ack ??= setTimeout(() => {
      this.#ack = undefined;
      for (const [topic, version] of this.#unsaid) this.#send({ t: 'ack', topic, version });
      this.#unsaid.clear();
    }, ackMs);
  }

  #send(message: ClientMessage): void {
    if (this.#isOpen) this.#socket?.send(JSON.stringify(message));
  }
}

/** A message of the server, or undefined for what is none; who hears it ignores a `t` it does not know. */
function parse(data: unknown): ServerMessage | undefined {
  try {
    const message: unknown = JSON.parse(String(data));
    return typeof message === 'object' && message !== null ? (message as ServerMessage) : undefined;
  } catch {
    return undefined;
  }
}
