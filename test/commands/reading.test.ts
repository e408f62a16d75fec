import { once } from 'node:events';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningServer, startServer } from '../../server/commands/start-server.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { apply } from '../../shared/patch.ts';
import { serverMessageSchema, tapeFrameSchema } from '../../shared/wire.ts';
import { gunUs, massStartMeet, seconds } from '../engine/script.ts';
import { tempFolder } from './splitcast.ts';

const meet = massStartMeet({ skaters: 6, rules: { laps: 5, sprints: [{ lap: 2 }] } });

async function start(journal: string): Promise<RunningServer> {
  const server = await startServer({ port: 0, host: '127.0.0.1', journal, log: pino({ level: 'silent' }) });
  onTestFinished(() => server.close());
  return server;
}

/** A race of five laps to its signature, one request a fact. */
function facts(): FactDraft[] {
  const passings = Array.from({ length: 30 }, (_, n): FactDraft => {
    const at = gunUs + seconds(30 * (Math.floor(n / 6) + 1) + (n % 6));
    const [source, loop, how] = ['timing', 'finish', 'transponder'] as const;
    return { id: `p${n}`, kind: 'passing', at, source, loop, how, transponder: `T${(n % 6) + 1}a` };
  });
  return [
    { id: 's', kind: 'start', at: gunUs, source: 'timing', race: 'r1' },
    ...passings,
    { id: 'x', kind: 'retract', race: 'r1', target: 'p7' },
    { id: 'o', kind: 'official', race: 'r1', signer: 'R. Eferee' },
  ];
}

async function get(server: RunningServer, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, { headers });
  return { status: response.status, tag: response.headers.get('etag') ?? '', text: await response.text() };
}

test('[A15] a client that polls with the tag it has is told only what is new, and ends equal', async () => {
  const server = await start(join(tempFolder(), 'meet.db'));
  await server.journal.putMeet(meet, 0, 'desk');
  const seen = { tag: '', text: '', news: 0, none: 0 };
  const poll = async (path: string) => {
    const answer = await get(server, path, seen.tag === '' ? {} : { 'if-none-match': seen.tag });
    if (answer.status === 304) {
      seen.none += 1;
      expect(answer.text).toBe('');
    } else {
      seen.news += 1;
      expect(answer.tag).not.toBe(seen.tag);
      Object.assign(seen, { tag: answer.tag, text: answer.text });
    }
    const { epoch, version, state } = server.hub.get('race/r1')!;
    expect(JSON.parse(seen.text)).toEqual(JSON.parse(JSON.stringify({ epoch, version, board: state })));
  };
  for (const fact of facts()) {
    await server.journal.append([fact], 'desk');
    await poll('/api/v1/races/r1');
    await poll('/api/v1/races/r1');
  }
  expect(seen.news + seen.none).toBe(66);
  expect(seen.none).toBeGreaterThanOrEqual(33);
  expect(seen.news).toBeGreaterThan(25);
});

test('[A24] the tape of a race ends in the board that is read, and a signed one keeps its tag over a restart', async () => {
  const journal = join(tempFolder(), 'meet.db');
  const first = await start(journal);
  await first.journal.putMeet(meet, 0, 'desk');
  for (const fact of facts()) await first.journal.append([fact], 'desk');
  const tape = await get(first, '/api/v1/races/r1/tape');
  let screen: object = {};
  const ats: number[] = [];
  for (const line of tape.text.trimEnd().split('\n')) {
    const frame = tapeFrameSchema.parse(JSON.parse(line));
    screen = frame.t === 'snap' ? frame.state : apply(screen, frame.patch);
    ats.push(frame.at);
  }
  expect(ats.every((at, i) => i === 0 || at > ats[i - 1]!)).toBe(true);
  const { board } = JSON.parse((await get(first, '/api/v1/races/r1')).text);
  expect(screen).toEqual(board);
  expect(board.race.status).toBe('official');
  await first.close();

  const second = await start(journal);
  expect((await get(second, '/api/v1/races/r1/tape', { 'if-none-match': tape.tag })).status).toBe(304);
  expect(await get(second, '/api/v1/races/r1/tape')).toEqual(tape);
  const other = { id: 'a', kind: 'assign', transponder: 'ZZ-1', entry: 'nobody' } as const;
  await second.journal.append([other], 'desk');
  expect((await get(second, '/api/v1/races/r1/tape', { 'if-none-match': tape.tag })).status).toBe(304);
  await second.journal.append([{ id: 'ro', kind: 'reopen', race: 'r1' }], 'desk');
  const longer = await get(second, '/api/v1/races/r1/tape', { 'if-none-match': tape.tag });
  expect(longer.status).toBe(200);
  expect(longer.text.startsWith(tape.text)).toBe(true);
});

test('[W30] a delayed screen that comes after a restart sees no fact of the last seconds', async () => {
  const journal = join(tempFolder(), 'meet.db');
  const first = await start(journal);
  await first.journal.putMeet(meet, 0, 'desk');
  for (const fact of facts().slice(0, 8)) await first.journal.append([fact], 'desk');
  const present = first.hub.get('race/r1')!.state;
  await first.close();
  const second = await start(journal);
  expect(second.hub.get('race/r1')?.state).toEqual(present);
  const screen = new WebSocket(`${second.url.replace('http', 'ws')}/api/v1/live`, 'splitcast.v1.json');
  await once(screen, 'open');
  const ask = async (more: object) => {
    screen.send(JSON.stringify({ t: 'sub', topic: 'race/r1', ...more }));
    return serverMessageSchema.parse(JSON.parse(String((await once(screen, 'message'))[0])));
  };
  expect(await ask({ delayMs: 120_000 })).toMatchObject({ t: 'error', code: 'unknown-topic' });
  expect((await get(second, '/api/v1/races/r1?delayMs=120000')).status).toBe(404);
  const snap = await ask({});
  expect(snap).toMatchObject({ t: 'snap', state: present });
  screen.terminate();
});
