import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bench, Client } from './pair.ts';

const topics = ['race/a', 'race/b', 'meet/m'];
const people = 4;

type State = { epoch: string; version: number; state: object };

/** A server that restarts, and people who come, stall, lose their network and return with what they hold. */
class World {
  #opening = 1;
  #count = 0;
  bench = new Bench('j.1');
  clients: Client[];
  wanted: Set<string>[];
  /** Everything anybody ever held, by topic. */
  readonly past = new Map<string, State[]>(topics.map((topic) => [topic, []]));

  constructor() {
    for (const topic of topics) this.change(topic);
    this.clients = Array.from({ length: people }, () => this.#connect());
    this.wanted = this.clients.map(() => new Set());
  }

  change(topic: string): void {
    this.#count += 1;
    const before = this.bench.hub.get(topic)?.state;
    const rows = { ...(before as { rows?: object } | undefined)?.rows, [`r${this.#count % 7}`]: { n: this.#count } };
    this.bench.put(topic, { rows, n: this.#count % 3 });
  }

  remove(topic: string): void {
    this.bench.put(topic, undefined);
  }

  pass(ms: number): void {
    this.bench.pass(ms);
  }

  read(i: number): void {
    const client = this.clients[i]!;
    for (const message of client.read()) {
      if (message.t === 'error' && message.topic) this.wanted[i]!.delete(message.topic);
    }
    for (const [topic, state] of client.states) this.past.get(topic)!.push(state);
  }

  sub(i: number, topic: string, maxHz: number | undefined, resume: boolean): void {
    const client = this.clients[i]!;
    const held = resume ? client.states.get(topic) : undefined;
    client.sub(topic, { ...(held && { epoch: held.epoch, version: held.version }), ...(maxHz && { maxHz }) });
    this.wanted[i]!.add(topic);
  }

  unsub(i: number, topic: string): void {
    this.clients[i]!.say({ t: 'unsub', topic });
    this.wanted[i]!.delete(topic);
  }

  stall(i: number, room: number): void {
    this.clients[i]!.answers = false;
    this.clients[i]!.socket.room = room;
  }

  drain(i: number): void {
    const client = this.clients[i]!;
    client.answers = true;
    client.socket.room = Number.POSITIVE_INFINITY;
    this.read(i);
    // Whatever ping it swallowed while it did not answer.
    if (!client.socket.closed) client.session.ponged(Buffer.from('splitcast'));
  }

  /** The network goes with all that was under way; the person returns with something they once held. */
  cut(i: number, choice: number): void {
    const old = this.clients[i]!;
    old.session.ended();
    const client = this.#connect();
    this.clients[i] = client;
    for (const topic of this.wanted[i]!) {
      const past = [...this.past.get(topic)!, old.states.get(topic)];
      const held = past[choice % past.length];
      if (held) client.states.set(topic, held);
      this.sub(i, topic, undefined, true);
    }
  }

  restart(choice: number): void {
    const states = topics.map((topic) => [topic, this.bench.hub.get(topic)?.state] as const);
    this.#opening += 1;
    this.bench = new Bench(`j.${this.#opening}`);
    for (const [topic, state] of states) if (state) this.bench.put(topic, structuredClone(state));
    for (let i = 0; i < people; i += 1) this.cut(i, choice + i);
  }

  /** Everybody is connected, reads and answers until nothing more comes. */
  settle(): void {
    for (let i = 0; i < people; i += 1) if (this.clients[i]!.socket.closed) this.cut(i, 0);
    for (let round = 0; round < 4; round += 1) {
      for (let i = 0; i < people; i += 1) this.drain(i);
      this.pass(1001);
    }
    for (let i = 0; i < people; i += 1) this.drain(i);
  }

  #connect(): Client {
    const client = new Client(this.bench.hub);
    client.recovers = true;
    return client;
  }
}

const person = fc.nat(people - 1);
const topic = fc.constantFrom(...topics);
const rate = fc.constantFrom(undefined, 25, 10, 5, 2, 1);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constant('change' as const), topic) },
  { weight: 6, arbitrary: fc.tuple(fc.constant('pass' as const), fc.constantFrom(1, 39, 40, 500, 2000, 5000, 16_000)) },
  { weight: 6, arbitrary: fc.tuple(fc.constant('read' as const), person) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('sub' as const), person, topic, rate, fc.boolean()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('unsub' as const), person, topic) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('stall' as const), person, fc.constantFrom(0, 300, 1e9)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('drain' as const), person) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('cut' as const), person, fc.nat(1000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('restart' as const), fc.nat(1000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('remove' as const), topic) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function run(steps: readonly Step[]): World {
  const world = new World();
  for (const [name, ...rest] of steps) (world[name] as (...args: unknown[]) => void).apply(world, rest);
  return world;
}

it('[W25] after any schedule every client that reads holds what the server holds', () => {
  const seen = { followed: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const world = run(steps);
      world.settle();
      for (const [i, client] of world.clients.entries()) {
        expect(client.socket.closed).toBeUndefined();
        for (const name of world.wanted[i]!) {
          const { version, state } = world.bench.hub.get(name)!;
          expect(client.states.get(name)).toMatchObject({ epoch: world.bench.hub.epoch, version });
          expect(client.states.get(name)!.state).toEqual(state);
          seen.followed += 1;
        }
      }
      expect(world.bench.hub.stats.stalled).toBe(0);
    }),
    { numRuns: 500 },
  );
  expect(seen.followed).toBeGreaterThan(500);
});

it('[W25] when everybody has gone, whatever they did, nothing keeps running', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const { bench, clients } = run(steps);
      for (const { session } of clients) session.ended();
      bench.pass(20_000);
      expect(bench.scheduler.actions).toEqual([]);
      expect(bench.hub.sockets).toBe(0);
    }),
    { numRuns: 100 },
  );
});
