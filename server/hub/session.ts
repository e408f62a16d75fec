// One client: messages in, frames out. It knows no socket library, only the port, and no topic's content.
import { closeCodes } from '../../shared/protocol.ts';
import type { ClientMessage } from '../../shared/wire.ts';
import { Allowance } from './allowance.ts';
import type { Clocks, Followed, Receiver } from './channel.ts';
import { Frame, pingBytes, pingPayload } from './frame.ts';
import type { LiveSocket, Sink } from './live-socket.ts';
import { Liveness } from './liveness.ts';
import { readMessage } from './read-message.ts';
import { errorFrame } from './replies.ts';
import type { Stages } from './stages.ts';
import type { Counters } from './stats.ts';
import { type Sub, Subscriptions } from './subscriptions.ts';

/** Whose token it is, or undefined for a token that nobody has. */
export type Authenticate = (token: string) => { readonly name: string; readonly role: string } | undefined;

/** What all sessions of a hub share. */
export interface SessionContext {
  readonly stages: Stages;
  readonly epoch: string;
  readonly clocks: Clocks;
  readonly counters: Counters;
  /** Makes a topic that exists only while somebody watches it, if there is such a one. */
  readonly ask: (topic: string) => void;
  /** The session has ended, for whatever reason. */
  readonly forget: (session: Session) => void;
}

export class Session implements Receiver {
  readonly #socket: LiveSocket;
  readonly #context: SessionContext;
  readonly #authenticate: Authenticate;
  readonly #life: Liveness;
  readonly #allowance = new Allowance();
  readonly #subscriptions: Subscriptions;
  #user: ReturnType<Authenticate>;

  constructor(socket: LiveSocket, context: SessionContext, authenticate: Authenticate, spreadMs: number) {
    this.#socket = socket;
    this.#context = context;
    this.#authenticate = authenticate;
    this.#subscriptions = new Subscriptions(context.stages, context.epoch, context.ask);
    this.#life = new Liveness(spreadMs, (freeUntilMs) => this.#subscriptions.free(freeUntilMs));
  }

  get sink(): Sink {
    return this.#socket.sink;
  }

  get freeUntilMs(): number {
    return this.#life.freeUntilMs;
  }

  get stalled(): boolean {
    return this.#life.stalled;
  }

  /** The version of a topic that the client last said it shows. */
  shown(topic: string): number | undefined {
    return this.#subscriptions.shown(topic);
  }

  /** Every topic the client follows. */
  followed(): readonly Followed[] {
    return this.#subscriptions.followed();
  }

  /** The text of one text frame; anything else is given as the empty text, which is no message. */
  receive(text: string): void {
    if (!this.#allows()) return;
    const read = readMessage(text);
    this.#reply(read.ok ? this.#answer(read.message) : errorFrame(read.code, read.says));
    if (!read.ok && read.code === 'bad-message') {
      this.close(closeCodes.badMessage, 'not a message of the protocol');
    }
  }

  /** A ping of the client's own; true where it is to be answered. */
  pinged(): boolean {
    return this.#allows() && this.admits(this.#nowMs());
  }

  /** A pong. Ours proves that everything before the ping was read; any other counts as a message. */
  ponged(payload: Buffer): void {
    if (!this.#life.waits || !payload.equals(pingPayload)) this.#allows();
    else if (this.#life.answered()) for (const sub of this.#subscriptions.resume()) this.#reply(this.#subscribe(sub));
  }

  admits(nowMs: number): boolean {
    return this.#life.leave(nowMs) !== 'hold';
  }

  send(frame: Frame, nowMs: number): boolean {
    const asks = nowMs >= this.#life.freeUntilMs;
    const bytes = asks ? frame.withPing : frame.bytes;
    const taken = this.#socket.sink.write(bytes);
    if (asks) this.#life.asked(nowMs);
    if (!taken && !this.handed(nowMs)) return false;
    this.#context.counters.frames += 1;
    this.#context.counters.bytes += bytes.length;
    return true;
  }

  handed(nowMs: number): boolean {
    if (this.#socket.gone) this.ended();
    else if (this.#socket.waitingBytes > 0 && this.#life.congested(nowMs)) this.#socket.sink.write(pingBytes);
    return !this.#life.ended;
  }

  dropped(topic: string, frame: Frame, nowMs: number): void {
    const again = this.#subscriptions.drop(topic);
    if (this.admits(nowMs)) this.send(frame, nowMs);
    else this.#owe(again);
  }

  /** Looked at regularly: closes a client that is lost, asks one that is sent nothing. */
  look(nowMs: number): void {
    if (this.#life.lost(nowMs)) this.close(closeCodes.stalled, 'no pong');
    else if (this.#life.leave(nowMs) === 'ask' && this.#subscriptions.size === 0) {
      this.#socket.sink.write(pingBytes);
      this.#life.asked(nowMs);
    }
  }

  /** The server is stopping, and `bye` says when to come back. */
  leave(bye: Frame): void {
    this.#reply(bye);
    this.close(closeCodes.goingAway, 'the server is stopping');
  }

  close(code: number, reason: string): void {
    if (this.#life.ended) return;
    this.ended();
    this.#socket.close(code, reason);
  }

  /** The socket is gone. */
  ended(): void {
    if (this.#life.ended) return;
    this.#life.end();
    this.#subscriptions.removeAll();
    this.#context.forget(this);
  }

  #answer(message: ClientMessage): Frame | undefined {
    switch (message.t) {
      case 'sub':
        return this.#subscribe(message);
      case 'unsub':
        this.#subscriptions.remove(message.topic);
        return undefined;
      case 'auth':
        return this.#identify(message.token);
      case 'ack':
        this.#subscriptions.shows(message.topic, message.version);
        return undefined;
      case 'ping':
        return new Frame({ t: 'pong', at: message.at, serverUs: this.#context.clocks.nowUs() });
    }
  }

  #subscribe(sub: Sub): Frame | undefined {
    if (this.admits(this.#nowMs())) return this.#subscriptions.add(sub, this, this.#user !== undefined);
    this.#owe(sub);
    return undefined;
  }

  /** A stalled client is told nothing, so what becomes of its topics waits; everything else it asks is forgotten. */
  #owe(sub: Sub): void {
    if (!this.#subscriptions.owe(sub)) this.close(closeCodes.tooMany, 'too many topics without reading');
  }

  /** A wrong token takes nothing away from what an earlier one gave. */
  #identify(token: string): Frame | undefined {
    const user = this.#authenticate(token);
    if (user === undefined) return errorFrame('bad-token', 'nobody has this token');
    this.#user = user;
    return undefined;
  }

  /** Answers are for a client that reads: one that is stalled gets none. */
  #reply(frame: Frame | undefined): void {
    const nowMs = this.#nowMs();
    if (frame !== undefined && this.admits(nowMs)) this.send(frame, nowMs);
  }

  #allows(): boolean {
    if (this.#life.ended) return false;
    if (this.#allowance.take(this.#nowMs())) return true;
    this.close(closeCodes.tooMany, 'too many messages');
    return false;
  }

  #nowMs(): number {
    return this.#context.clocks.nowMs();
  }
}
