// A socket without a network: the test is the server, and time stands still unless it says so.
import { vi } from 'vitest';
import { Live, type LiveOptions, type LiveSocket } from '../../client/kit/live.ts';
import type { ClientMessage, ServerMessage } from '../../shared/wire.ts';

type Handlers = {
  open: () => void;
  message: (event: { data: unknown }) => void;
  close: (event: { code: number }) => void;
};

class FakeSocket implements LiveSocket {
  readonly sent: ClientMessage[] = [];
  readonly protocol: string;
  closedByPage = false;
  readonly #handlers: Partial<Handlers> = {};

  constructor(protocol: string) {
    this.protocol = protocol;
  }

  addEventListener(type: keyof Handlers, handler: Handlers[keyof Handlers]): void {
    Object.assign(this.#handlers, { [type]: handler });
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.closedByPage = true;
  }

  open(): this {
    this.#handlers.open?.();
    return this;
  }

  say(message: ServerMessage | { t: string } | string): void {
    this.#handlers.message?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  lose(code = 1006): void {
    this.#handlers.close?.({ code });
  }

  subs() {
    return this.sent.filter((message) => message.t === 'sub');
  }
}

/** A page's connection whose sockets are kept in the order in which it opened them; fake timers must be on. */
export function livePage(options: Partial<LiveOptions> = {}) {
  const sockets: FakeSocket[] = [];
  const live = new Live({
    url: 'ws://rink/api/v1/live',
    nowMs: () => Date.now(),
    random: () => 0,
    open: (_url, protocol) => {
      const socket = new FakeSocket(protocol);
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  return { live, sockets, newest, pass: (ms: number) => vi.advanceTimersByTime(ms) };
}

export const snap = (version: number, state: object, epoch = 'j.1', topic = 'race/r'): ServerMessage => ({
  t: 'snap',
  topic,
  epoch,
  version,
  at: 0,
  state: { ...state },
});

export const patch = (base: number, change: object, epoch = 'j.1', topic = 'race/r'): ServerMessage => ({
  t: 'patch',
  topic,
  epoch,
  base,
  version: base + 1,
  at: 0,
  patch: { ...change },
});

export const beat = (version: number, epoch = 'j.1', topic = 'race/r'): ServerMessage => ({
  t: 'beat',
  topic,
  epoch,
  version,
  at: 0,
});
