// What one delivered frame costs the server's processor, against a bare loop of `socket.write`, `ws.send` and
// socket.io, and how long a frame takes. The clients live in another process; the variants take turns in rounds of
// about half a second, and the figure is the median over the rounds of the ratio within each, because machines are noisy.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FromLoad, ToLoad, Variant } from './fan-out-load.ts';
import { type BenchServer, periodMs, StopClock, startServer } from './fan-out-servers.ts';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: string;
  readonly met?: boolean;
}

/** Frames a round, about: as short as the question to the load allows, so that what disturbs the machine disturbs all. */
const framesARound = 10_000;
const fewestPushes = 4;
/** Between two pings of one client, on average: the clients come as if over this long, so that their pings are spread. */
const pingPeriodMs = 5500;
const skaters = 24;
const settleMs = 20;
const sittings: readonly (readonly Variant[])[] = [
  ['hub', 'bare', 'ws'],
  ['ws', 'bare', 'hub'],
];
/** The share of the time in which the three that write sockets take turns; the rest is socket.io's. */
const nearShare = 0.75;

interface Round {
  readonly cpuUsPerFrame: number;
  readonly latenciesUs: readonly number[];
}

const first = {
  sentUs: 0,
  rows: Object.fromEntries(
    Array.from({ length: skaters }, (_, i) => [`e${i}`, { order: i + 1, name: `Skater ${i}`, timeUs: 0, gapUs: 0 }]),
  ),
};

/** A change of three rows: with its head a message of about 300 bytes. */
function patchOf(n: number): object {
  const row = (i: number) => [`e${(n * 3 + i) % skaters}`, { timeUs: 31_000_000 + n * 1009 + i, gapUs: n * 331 + i }];
  return {
    sentUs: Number(process.hrtime.bigint() / 1000n),
    rows: Object.fromEntries([row(0), row(1), row(2)]),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

setFlagsFromString('--expose-gc');
/** Before each round, so that nobody pays for what another left behind. */
const collectGarbage: () => void = runInNewContext('gc');

class Arena {
  readonly #load: ChildProcess = fork(new URL('./fan-out-load.ts', import.meta.url));
  readonly #clock = new StopClock();
  readonly #servers = new Map<Variant, BenchServer>();
  readonly #clients: number;
  readonly #pushes: number;
  #changes = 0;

  constructor(clients: number) {
    this.#clients = clients;
    this.#pushes = Math.max(fewestPushes, Math.round(framesARound / clients));
  }

  async enter(variant: Variant): Promise<void> {
    const server = await startServer(variant, this.#clock, first);
    this.#servers.set(variant, server);
    let joined = false;
    const joining = this.#ask({ do: 'connect', variant, port: server.port, clients: this.#clients });
    void joining.then(() => {
      joined = true;
    });
    while (!joined || server.ready() < this.#clients) {
      if (variant === 'hub') this.#clock.advanceTo((pingPeriodMs * server.ready()) / this.#clients);
      await sleep(settleMs);
    }
    // The first changes are for the compiler.
    await this.round(variant);
    await this.round(variant);
  }

  async leave(variant: Variant): Promise<void> {
    await this.#ask({ do: 'leave', variant });
    await this.#servers.get(variant)?.close();
    this.#servers.delete(variant);
  }

  async round(variant: Variant): Promise<Round> {
    const server = this.#servers.get(variant) as BenchServer;
    const before = await this.#ask({ do: 'count', variant });
    const expected = this.#clients * this.#pushes;
    collectGarbage();
    const cpu = process.cpuUsage();
    const startMs = performance.now();
    for (let n = 0; n < this.#pushes; n += 1) {
      await sleep(Math.max(0, startMs + n * periodMs - performance.now()));
      this.#changes += 1;
      server.push(patchOf(this.#changes));
    }
    let after = await this.#ask({ do: 'count', variant });
    const latenciesUs = [...after.latenciesUs];
    while (after.frames - before.frames < expected) {
      await sleep(settleMs);
      after = await this.#ask({ do: 'count', variant });
      latenciesUs.push(...after.latenciesUs);
    }
    const { user, system } = process.cpuUsage(cpu);
    return { cpuUsPerFrame: (user + system) / expected, latenciesUs };
  }

  async close(): Promise<void> {
    for (const variant of [...this.#servers.keys()]) await this.leave(variant);
    const ended = once(this.#load, 'exit');
    this.#load.kill();
    await ended;
  }

  async #ask(message: ToLoad): Promise<FromLoad> {
    this.#load.send(message);
    const [answer] = await once(this.#load, 'message');
    return answer as FromLoad;
  }
}

/** Lets variants take turns for so long; the order turns too, so that nobody always comes after the same one. */
async function turns(arena: Arena, variants: readonly Variant[], seconds: number): Promise<Map<Variant, Round[]>> {
  const rounds = new Map<Variant, Round[]>(variants.map((variant) => [variant, []]));
  const untilMs = performance.now() + seconds * 1000;
  for (let cycle = 0; performance.now() < untilMs; cycle += 1) {
    for (const [i] of variants.entries()) {
      const variant = variants[(i + cycle) % variants.length] as Variant;
      rounds.get(variant)?.push(await arena.round(variant));
    }
  }
  return rounds;
}

const cpuOf = (rounds: readonly Round[] = []) => rounds.map(({ cpuUsPerFrame }) => cpuUsPerFrame);

/** The median over the cycles of what one costs against another within the cycle. */
function ratio(rounds: Map<Variant, Round[]>, over: Variant, under: Variant): number {
  const below = cpuOf(rounds.get(under));
  return median(cpuOf(rounds.get(over)).map((cpu, i) => cpu / (below[i] ?? Number.NaN)));
}

/**
 * Measures for about `seconds`, connecting aside (a second for every 2,500 sockets). CPU is that of this process, all of
 * it, from the first change of a round until the load has read the last one. Everybody connects anew for each sitting,
 * in another order, because where the sockets came to lie in memory moves the figures by several per cent.
 */
export async function fanOutBench({ clients, seconds }: { clients: number; seconds: number }): Promise<Row[]> {
  const near = new Map<Variant, Round[]>();
  let far = new Map<Variant, Round[]>();
  for (const order of sittings) {
    const arena = new Arena(clients);
    try {
      for (const variant of order) await arena.enter(variant);
      for (const [variant, rounds] of await turns(arena, order, (seconds * nearShare) / sittings.length)) {
        near.set(variant, [...(near.get(variant) ?? []), ...rounds]);
      }
      if (order !== sittings.at(-1)) continue;
      await arena.leave('ws');
      await arena.leave('bare');
      await arena.enter('socket.io');
      far = await turns(arena, ['hub', 'socket.io'], seconds * (1 - nearShare));
    } finally {
      await arena.close();
    }
  }
  return rows(clients, near, far);
}

function rows(clients: number, near: Map<Variant, Round[]>, far: Map<Variant, Round[]>): Row[] {
  const who = `${clients.toLocaleString('en')} clients`;
  const us = (name: string, rounds: readonly Round[] | undefined): Row => ({
    name: `CPU a frame, ${who}: ${name}`,
    value: median(cpuOf(rounds)),
    unit: 'us',
  });
  const toBare = ratio(near, 'hub', 'bare');
  const ofWs = ratio(near, 'ws', 'hub');
  const ofIo = ratio(far, 'socket.io', 'hub');
  const latency = (name: string, variant: Variant, q: number): Row => ({
    name: `change to frame read, ${who}: ${name}`,
    value: quantile(near.get(variant)?.flatMap(({ latenciesUs }) => latenciesUs) ?? [], q) / 1000,
    unit: 'ms',
  });
  return [
    us('splitcast', near.get('hub')),
    us('bare socket.write', near.get('bare')),
    us('ws.send', near.get('ws')),
    us('socket.io', far.get('socket.io')),
    {
      name: `splitcast against bare socket.write, ${who}`,
      value: toBare,
      unit: 'x',
      bar: '<= 1.10',
      met: toBare <= 1.1,
    },
    { name: `ws.send against splitcast, ${who}`, value: ofWs, unit: 'x', bar: '>= 1.2', met: ofWs >= 1.2 },
    { name: `socket.io against splitcast, ${who}`, value: ofIo, unit: 'x', bar: '>= 1.8', met: ofIo >= 1.8 },
    latency('splitcast, median', 'hub', 0.5),
    latency('splitcast, p99', 'hub', 0.99),
    latency('bare socket.write, median', 'bare', 0.5),
    latency('bare socket.write, p99', 'bare', 0.99),
  ];
}
