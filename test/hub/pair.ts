// A hub in virtual time and clients of it without a network: what the hub writes waits until a client reads it.
import { VirtualTimeScheduler } from 'rxjs';
import { Hub } from '../../server/hub/hub.ts';
import type { LiveSocket } from '../../server/hub/live-socket.ts';
import type { Authenticate, Session } from '../../server/hub/session.ts';
import { apply } from '../../shared/patch.ts';
import { type ServerMessage, serverMessageSchema } from '../../shared/wire.ts';

type Message<T extends ServerMessage['t']> = Extract<ServerMessage, { t: T }>;

/** The payloads of whole, unmasked frames that follow each other. */
export function decode(bytes: Buffer): { opcode: number; payload: Buffer }[] {
  const frames: { opcode: number; payload: Buffer }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1]!;
    const [length, head] =
      short < 126
        ? [short, 2]
        : short === 126
          ? [bytes.readUInt16BE(at + 2), 4]
          : [Number(bytes.readBigUInt64BE(at + 2)), 10];
    frames.push({ opcode: bytes[at]!, payload: bytes.subarray(at + head, at + head + length) });
    at += head + length;
  }
  return frames;
}

/** What a `sub` says beside the topic. */
export interface Wish {
  readonly epoch?: string;
  readonly version?: number;
  readonly delayMs?: number;
  readonly maxHz?: number;
}

/** The server's end: it takes whatever is written, and says false to more than `room` unread bytes. */
class PairSocket implements LiveSocket {
  readonly sink = this;
  unread: Buffer[] = [];
  room = Number.POSITIVE_INFINITY;
  gone = false;
  closed: { code: number; reason: string } | undefined;

  write(bytes: Buffer): boolean {
    if (this.gone || this.closed) return false;
    this.unread.push(bytes);
    return this.waitingBytes === 0;
  }

  get waitingBytes(): number {
    return Math.max(0, this.unread.reduce((sum, { length }) => sum + length, 0) - this.room);
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason };
  }
}

/** A client that does as the protocol says: patches only at their base, a pong for each ping it reads. */
export class Client {
  readonly socket = new PairSocket();
  readonly session: Session;
  readonly states = new Map<string, { epoch: string; version: number; state: object }>();
  pings = 0;
  answers = true;
  /** Topics for which it has asked for a snapshot, because what it read did not fit what it held. */
  readonly #lost = new Set<string>();
  /** The delay it asked for, by topic; and the topics whose first frame may be older than what it holds, because of it. */
  readonly #delays = new Map<string, number>();
  readonly #mayFall = new Set<string>();
  /** Such a frame is a failure, unless the test says that frames may be under way while it subscribes again. */
  recovers = false;

  constructor(hub: Hub, authenticate?: Authenticate) {
    this.session = hub.connect(this.socket, authenticate);
  }

  say(message: object | string): void {
    this.session.receive(typeof message === 'string' ? message : JSON.stringify(message));
  }

  sub(topic: string, more: Wish = {}): void {
    const { delayMs = 0 } = more;
    if (delayMs > 0) this.#mayFall.add(topic);
    this.#delays.set(topic, delayMs);
    this.say({ t: 'sub', topic, ...more });
  }

  /** Reads everything that was written, and returns its messages. */
  read(): ServerMessage[] {
    const messages: ServerMessage[] = [];
    for (let next = this.socket.unread.shift(); next !== undefined; next = this.socket.unread.shift()) {
      for (const { opcode, payload } of decode(next)) {
        if (opcode === 0x81) messages.push(this.#take(serverMessageSchema.parse(JSON.parse(payload.toString()))));
        else this.#ping(payload);
      }
    }
    return messages;
  }

  /** What it reads, as kinds: `patch 1>2`, `snap 3`, `beat 3`, `error needs-auth`, … */
  kinds(): string[] {
    return this.read().map((message) => {
      if (message.t === 'patch') return `patch ${message.base}>${message.version}`;
      if (message.t === 'snap' || message.t === 'beat') return `${message.t} ${message.version}`;
      return message.t === 'error' ? `error ${message.code}` : message.t;
    });
  }

  only<T extends ServerMessage['t']>(t: T): Message<T> {
    const messages = this.read();
    if (messages.length !== 1 || messages[0]?.t !== t) throw new Error(`not one ${t}: ${JSON.stringify(messages)}`);
    return messages[0] as Message<T>;
  }

  #ping(payload: Buffer): void {
    this.pings += 1;
    if (this.answers) this.session.ponged(payload);
  }

  #take(message: ServerMessage): ServerMessage {
    if (message.t !== 'snap' && message.t !== 'patch' && message.t !== 'beat') return message;
    const { topic, epoch, version } = message;
    const mayFall = this.#mayFall.delete(topic);
    const held = this.states.get(topic);
    const base = message.t === 'patch' ? message.base : version;
    if (message.t === 'snap') {
      if (held?.epoch === epoch && version < held.version && !mayFall) throw new Error('a version fell');
      this.#lost.delete(topic);
      this.states.set(topic, message);
    } else if (held?.epoch !== epoch || held.version !== base) {
      this.#misfit(topic, message);
    } else if (message.t === 'patch') {
      if (version <= base) throw new Error('a version fell');
      this.states.set(topic, { epoch, version, state: apply(held.state, message.patch) });
    }
    return message;
  }

  #misfit(topic: string, message: object): void {
    if (!this.recovers) throw new Error(`does not fit what the client holds: ${JSON.stringify(message)}`);
    if (!this.#lost.has(topic)) this.sub(topic, { delayMs: this.#delays.get(topic) ?? 0 });
    this.#lost.add(topic);
  }
}

/** A hub whose time stands still until it is told to pass. */
export class Bench {
  readonly scheduler = new VirtualTimeScheduler();
  readonly hub: Hub;

  /** `atMs`: where its time begins, for a hub that comes after another. */
  constructor(epoch = 'j.1', atMs = 0) {
    this.scheduler.frame = atMs;
    this.hub = new Hub({ epoch, nowUs: () => this.nowUs, scheduler: this.scheduler });
  }

  get nowUs(): number {
    return 1_800_000_000_000_000 + this.scheduler.frame * 1000;
  }

  /** `atUs`: for what was so before this hub began. */
  put(topic: string, state: object | undefined, atUs?: number): void {
    this.hub.put({ changed: new Map([[topic, state]]) }, atUs);
  }

  /** Lets virtual milliseconds pass. */
  pass(ms: number): void {
    const until = this.scheduler.frame + ms;
    this.scheduler.maxFrames = until;
    this.scheduler.flush();
    this.scheduler.frame = until;
  }

  client(authenticate?: Authenticate): Client {
    return new Client(this.hub, authenticate);
  }

  /** A client that has read its first snapshot of a topic, and has been asked for a pong. */
  follower(topic: string, more: Wish = {}): Client {
    const client = this.client();
    client.sub(topic, more);
    client.read();
    return client;
  }
}
