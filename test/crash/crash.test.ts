import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Live, type LiveSocket } from '../../client/kit/live.ts';
import { noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { Splitcast, tempFolder } from '../commands/splitcast.ts';
import { massStartMeet, seconds } from '../engine/script.ts';

const rounds = 20;
const followers = 3;
const writers = 4;
const skaters = 24;
/** Acknowledgements before a kill: at least one, and seldom the same number twice. */
const acknowledgedPerRound = 30;

/** Small and seeded, so that a failing run can be told again: Mulberry32, a well-known 32-bit generator. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** The nth fact of a race that never ends: passings of all skaters, with a correction now and then. */
function factNumber(n: number, gunUs: number, stored: string | undefined): FactDraft {
  const lap = Math.floor(n / skaters) + 1;
  const skater = (n % skaters) + 1;
  // What another writer has under way may not be there yet, so only what was acknowledged is corrected.
  if (stored !== undefined && n % 97 === 0) return { id: `crash.${n}`, kind: 'retract', race: 'r1', target: stored };
  return {
    id: `crash.${n}`,
    kind: 'passing',
    at: gunUs + seconds(lap * 30 + skater * 0.2),
    source: 'timing',
    loop: 'finish',
    how: 'transponder',
    race: 'r1',
    transponder: `T${skater}a`,
  };
}

/** Sends facts one after another, and remembers which were acknowledged; what was not is sent again after the restart. */
class Writers {
  readonly acknowledged = new Set<string>();
  #next = 0;
  /** The passing that was acknowledged last. */
  #stored: string | undefined;
  readonly #unsure: FactDraft[] = [];
  readonly #send: (facts: readonly FactDraft[]) => Promise<Response>;
  readonly #gunUs: number;

  constructor(gunUs: number, send: (facts: readonly FactDraft[]) => Promise<Response>) {
    this.#gunUs = gunUs;
    this.#send = send;
  }

  /** Streams until the connection breaks; `onAcknowledged` may break it. */
  async stream(random: () => number, onAcknowledged: () => void): Promise<void> {
    for (;;) {
      const facts = this.#unsure.splice(0);
      const count = facts.length > 0 ? 0 : 1 + Math.floor(random() * 4);
      for (let i = 0; i < count; i += 1) facts.push(factNumber(this.#next++, this.#gunUs, this.#stored));
      try {
        const answer = await this.#send(facts);
        expect(answer.status, await answer.clone().text()).toBe(200);
        await answer.json();
        for (const { id } of facts) this.acknowledged.add(id);
        this.#stored = facts.findLast(({ kind }) => kind === 'passing')?.id ?? this.#stored;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        this.#unsure.push(...facts);
        return;
      }
      onAcknowledged();
    }
  }
}

test('[J40] nothing acknowledged is lost over 20 kills at random moments, and followers come back to equality', {
  timeout: 180_000,
}, async () => {
  const seed = Number(process.env.SPLITCAST_CRASH_SEED ?? Date.now() % 1_000_000);
  const random = chance(seed);
  const journal = join(tempFolder(), 'crash.db');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), '--journal', journal, '--log-level', 'error'];
  let server = new Splitcast(args);
  await server.url();
  const authorization = `Bearer ${await server.token()}`;
  const json = { authorization, 'content-type': 'application/json' };
  const meet = massStartMeet({ skaters, rules: { laps: 500 } });
  const put = await fetch(`${base}/api/v1/meets/m1`, { method: 'PUT', headers: json, body: JSON.stringify(meet) });
  expect(put.status).toBe(201);
  const gunUs = Date.now() * 1000;
  const send = (facts: readonly FactDraft[]) =>
    fetch(`${base}/api/v1/facts`, { method: 'POST', headers: json, body: JSON.stringify(facts) });
  const gun: FactDraft = { id: 'crash.gun', kind: 'start', at: gunUs, source: 'timing', race: 'r1' };
  expect((await send([gun])).status).toBe(200);

  // A browser's socket tells of a lost connection by `close` alone; this one throws unless somebody hears `error`.
  const open = (url: string, protocol: string) =>
    new WebSocket(url, protocol).on('error', () => undefined) as unknown as LiveSocket;
  const boards: (object | undefined)[] = Array.from({ length: followers });
  for (let i = 0; i < followers; i += 1) {
    const live = new Live({ url: `${base.replace('http', 'ws')}/api/v1/live`, open });
    live.follow('race/r1', (state) => {
      boards[i] = state;
    });
    onTestFinished(() => live.close());
  }

  const all = new Writers(gunUs, send);
  for (let round = 1; round <= rounds; round += 1) {
    let left = 1 + Math.floor(random() * acknowledgedPerRound);
    const killed = server;
    const crash = () => {
      left -= 1;
      if (left === 0) killed.process.kill('SIGKILL');
    };
    await Promise.all(Array.from({ length: writers }, () => all.stream(random, crash)));
    await killed.ended;
    server = new Splitcast(args);
    await server.url();
  }

  const { board } = (await (await fetch(`${base}/api/v1/races/r1`)).json()) as { board: object };
  await vi.waitFor(() => expect(boards).toEqual(boards.map(() => board)), { timeout: 20_000, interval: 50 });
  server.process.kill('SIGKILL');
  await server.ended;

  const kept = openSqliteJournal(journal);
  onTestFinished(() => kept.close());
  const records = [...kept.read()].flat();
  const ids = new Set(records.flatMap((record) => (record.kind === 'meet' ? [] : [record.id])));
  const lost = [...all.acknowledged].filter((id) => !ids.has(id));
  expect(lost, `seed ${seed}`).toEqual([]);
  expect(all.acknowledged.size).toBeGreaterThan(rounds);
  expect(stateOf(fold(noBoards, records), 'race/r1'), `seed ${seed}`).toEqual(board);
});
