// A hub in virtual time with people around it, looked at after every step. The real side of the model-based test.
import { expect } from 'vitest';
import { type Expected, people, topics, type Want } from './expected.ts';
import { Bench, Client } from './pair.ts';

/** Nobody who reads is left alone for longer, so that what is read is told from what could have been read later. */
const stepMs = 200;
/** What a client says it holds. */
export type Claim = 'nothing' | 'held' | 'old' | 'foreign';

export class Hall {
  bench = new Bench('j.1');
  clients: Client[];
  /** How often somebody read a version, of the present or delayed: a run in which nobody does proves nothing. */
  static readonly seen = { present: 0, delayed: 0, errors: 0 };
  readonly #lookedMs: number[] = Array(people).fill(0);

  constructor(expected: Expected) {
    for (const topic of topics) this.publish(expected, topic);
    this.clients = Array.from({ length: people }, () => new Client(this.bench.hub));
  }

  publish(expected: Expected, topic: string): void {
    this.#put(expected, topic, expected.nextState(topic), expected.nowMs);
  }

  remove(expected: Expected, topic: string): void {
    this.#put(expected, topic, undefined, expected.nowMs);
  }

  pass(expected: Expected, ms: number): void {
    for (let left = ms; left > 0; left -= stepMs) {
      const step = Math.min(left, stepMs);
      this.bench.pass(step);
      expected.nowMs += step;
      this.look(expected);
    }
  }

  sub(expected: Expected, i: number, topic: string, want: Want, claim: Claim, choice: number): void {
    const client = this.clients[i]!;
    // Who asks for something else reads first what is under way: it would not be told from the answer.
    this.#read(expected, i);
    const past = expected.past.get(topic)!;
    const ofThis = past.filter(({ epoch }) => epoch === expected.epoch);
    const foreign = past.find(({ epoch }) => epoch !== expected.epoch) ?? { epoch: 'x.1', version: 1, state: {} };
    const claims = { nothing: undefined, held: client.states.get(topic), old: ofThis[choice % ofThis.length], foreign };
    const held = claims[claim];
    if (held === undefined) client.states.delete(topic);
    else client.states.set(topic, held);
    client.sub(topic, { ...want, ...(held && { epoch: held.epoch, version: held.version }) });
    expected.wants[i]!.set(topic, want);
  }

  unsub(expected: Expected, i: number, topic: string): void {
    this.#read(expected, i);
    this.clients[i]!.say({ t: 'unsub', topic });
    expected.wants[i]!.delete(topic);
  }

  stall(expected: Expected, i: number, room: number): void {
    expected.reads[i] = false;
    this.clients[i]!.answers = false;
    this.clients[i]!.socket.room = room;
  }

  drain(expected: Expected, i: number): void {
    const client = this.clients[i]!;
    if (client.socket.closed) this.cut(expected, i, 'held', 0);
    expected.reads[i] = true;
    this.clients[i]!.answers = true;
    this.clients[i]!.socket.room = Number.POSITIVE_INFINITY;
    this.#read(expected, i);
    // Whatever ping it swallowed while it did not answer.
    this.clients[i]!.session.ponged(Buffer.from('splitcast'));
    this.#read(expected, i);
  }

  /** The network goes, with all that was under way; who comes back on a new one says what they hold. */
  cut(expected: Expected, i: number, claim: Claim, choice: number): void {
    const old = this.clients[i]!;
    old.session.ended();
    const client = new Client(this.bench.hub);
    for (const [topic, held] of old.states) client.states.set(topic, held);
    this.clients[i] = client;
    expected.reads[i] = true;
    this.#lookedMs[i] = expected.nowMs;
    for (const [topic, want] of expected.wants[i]!) this.sub(expected, i, topic, want, claim, choice);
  }

  /** The server ends, and another one makes its topics of what was put, each in its own time. */
  restart(expected: Expected, claim: Claim, choice: number): void {
    const all = expected.restart();
    this.bench = new Bench(expected.epoch, expected.nowMs);
    for (const { topic, state, atMs } of all) this.#put(expected, topic, structuredClone(state), atMs);
    for (let i = 0; i < people; i += 1) this.cut(expected, i, claim, choice + i);
  }

  /** Everybody who reads has read what is there by now. */
  look(expected: Expected): void {
    for (let i = 0; i < people; i += 1) if (expected.reads[i]) this.#read(expected, i);
  }

  /** Everybody comes back and reads until all that was put has been shown at every delay: then all hold the newest. */
  settle(expected: Expected): void {
    for (let i = 0; i < people; i += 1) this.drain(expected, i);
    this.pass(expected, 1001);
    for (const [i, wants] of expected.wants.entries()) {
      for (const [topic, { delayMs, maxHz }] of wants) {
        const shownMs = expected.nowMs - delayMs;
        const beforeMs = shownMs - 1000 / maxHz;
        if (expected.wasGone(topic, beforeMs, shownMs)) continue;
        const { epoch, version } = this.clients[i]!.states.get(topic)!;
        expect(epoch).toBe(expected.epoch);
        expect(version).toBeGreaterThanOrEqual(expected.at(topic, beforeMs)!.version);
      }
    }
    this.pass(expected, 120_000);
    for (const [i, wants] of expected.wants.entries()) {
      expect(this.clients[i]!.socket.closed).toBeUndefined();
      for (const topic of wants.keys()) {
        const { epoch, version, state } = this.bench.hub.get(topic)!;
        expect(this.clients[i]!.states.get(topic)).toMatchObject({ epoch, version });
        expect(this.clients[i]!.states.get(topic)!.state).toEqual(state);
      }
    }
    expect(this.bench.hub.stats.stalled).toBe(0);
    for (const { session } of this.clients) session.ended();
    this.bench.pass(130_000);
    expect(this.bench.scheduler.actions).toEqual([]);
  }

  #put(expected: Expected, topic: string, state: object | undefined, atMs: number): void {
    this.bench.put(topic, state, this.bench.nowUs - (expected.nowMs - atMs) * 1000);
    const shown = this.bench.hub.get(topic);
    if (shown !== undefined) expect(shown.version).toBeGreaterThan(expected.newestUntil(topic, atMs));
    expect(shown?.state).toBe(state);
    expected.put(topic, shown && { version: shown.version, state: shown.state }, atMs);
  }

  /** Nothing that is read is newer than the delay allows, and every version has exactly its state. */
  #read(expected: Expected, i: number): void {
    const client = this.clients[i]!;
    const wants = expected.wants[i]!;
    const sinceMs = this.#lookedMs[i]!;
    this.#lookedMs[i] = expected.nowMs;
    for (const message of client.read()) {
      if (!('topic' in message) || message.topic === undefined) continue;
      const { topic } = message;
      const want = wants.get(topic);
      if (want === undefined) throw new Error(`${topic} was not asked for: ${JSON.stringify(message)}`);
      const { delayMs } = want;
      if (message.t === 'error') {
        expect(message.code).toBe('unknown-topic');
        expect(expected.wasGone(topic, sinceMs - delayMs, expected.nowMs - delayMs)).toBe(true);
        wants.delete(topic);
        client.states.delete(topic);
        Hall.seen.errors += 1;
        continue;
      }
      expect(message.version).toBeLessThanOrEqual(expected.newestUntil(topic, expected.nowMs - delayMs));
      Hall.seen[delayMs === 0 ? 'present' : 'delayed'] += 1;
    }
    for (const [topic, held] of client.states) {
      if (held.epoch === expected.epoch) expect(held.state).toEqual(expected.stateOf(topic, held.version));
      if (expected.past.get(topic)!.at(-1) !== held) expected.past.get(topic)!.push(held);
    }
  }
}
