import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { meet, passing } from '../http/stand.ts';
import { run, Splitcast, tempFolder } from './splitcast.ts';

const local = ['--host', '127.0.0.1', '--port', '0', '--log-level', 'warn'];

function serve(journal: string, ...more: string[]): Splitcast {
  return new Splitcast(['serve', ...local, '--journal', journal, ...more]);
}

function send(method: string, url: string, token: string, body: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(url, { method, headers, body: JSON.stringify(body) });
}

async function withMeet(server: Splitcast): Promise<{ url: string; token: string }> {
  const url = await server.url();
  const token = await server.token();
  expect((await send('PUT', `${url}/api/v1/meets/trials`, token, meet)).status).toBe(201);
  return { url, token };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

describe('splitcast serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('[R8] %s says bye to a screen and ends with 0', async (signal) => {
    const server = serve(join(tempFolder(), 'meet.db'));
    const { url } = await withMeet(server);
    const screen = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, 'splitcast.v1.json');
    const messages: { t: string }[] = [];
    screen.on('message', (data) => messages.push(JSON.parse(String(data))));
    await once(screen, 'open');
    screen.send(JSON.stringify({ t: 'sub', topic: 'race/ms-final' }));
    await once(screen, 'message');
    server.process.kill(signal);
    const [code] = await once(screen, 'close');
    expect(messages.map(({ t }) => t)).toEqual(['snap', 'bye']);
    expect(messages.at(-1)).toEqual({ t: 'bye', retryMs: 1000 });
    expect(code).toBe(4000);
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
  });

  test('[R13] a server killed and started again shows what was acknowledged, in a new epoch', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const first = serve(journal);
    const { url, token } = await withMeet(first);
    await send('POST', `${url}/api/v1/facts`, token, [
      { id: 'a1', kind: 'arm', race: 'ms-final' },
      { id: 's1', kind: 'start', at: 1_800_000_000_000_000, source: 'gun', race: 'ms-final' },
    ]);
    const before = await (await fetch(`${url}/api/v1/races/ms-final`)).json();
    expect(before.board.clock).toEqual({ 1: { startUs: 1_800_000_000_000_000 } });
    first.process.kill('SIGKILL');
    await first.ended;

    const second = serve(journal);
    const after = await (await fetch(`${await second.url()}/api/v1/races/ms-final`)).json();
    expect(after.board).toEqual(before.board);
    expect(after.epoch).not.toBe(before.epoch);
    expect((await send('POST', `${await second.url()}/api/v1/facts`, token, passing('p1'))).status).toBe(200);
  });

  test('[R14] a server whose output nobody reads goes on', async () => {
    const port = await freePort();
    const server = serve(join(tempFolder(), 'meet.db'), '--port', port);
    server.process.stdout?.destroy();
    const asked = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status);
    await expect.poll(() => asked().catch(() => 0), { timeout: 15_000 }).toBe(200);
    expect(await asked()).toBe(200);
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
  });

  test('[R9] a port that is taken is one sentence and exit code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const journal = join(tempFolder(), 'meet.db');
    const ended = await run([
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--log-level',
      'warn',
      '--journal',
      journal,
    ]);
    other.close();
    expect(ended.code).toBe(1);
    expect(ended.err).toBe(
      `splitcast: port ${port} is taken by another program: stop that one, or choose another port with --port\n`,
    );
    expect(ended.out).toBe('');
  });

  test('[R9] a journal that another server has is one sentence and exit code 1', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const first = serve(journal);
    const url = await first.url();
    const second = await serve(journal).ended;
    expect(second.code).toBe(1);
    expect(second.err).toMatch(
      /^splitcast: another Splitcast server has the journal .*meet\.db open: .*--journal\)\n$/,
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('[R9] a journal that cannot be made is one sentence and exit code 1', async () => {
    const ended = await serve(join(tempFolder(), 'nothing', 'here', 'meet.db')).ended;
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^splitcast: .*meet\.db.*\n$/);
  });
});

describe('what is printed at the start', () => {
  test('[R10] arena, all pages, API, journal and token stand on a line of their own', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const server = serve(journal);
    await server.token();
    const lines = server.out.trimEnd().split('\n');
    const port = new URL(await server.url()).port;
    expect(lines).toEqual([
      `arena    http://127.0.0.1:${port}/arena`,
      `pages    http://127.0.0.1:${port}/`,
      `API      http://127.0.0.1:${port}/api/v1/openapi.json`,
      `journal  ${journal}`,
      expect.stringMatching(/^token {4}sc_[\w-]{43} \(operator, until the next start\)$/),
    ]);
  });

  test('[R10] listening everywhere, it names this machine and its addresses in the hall', async () => {
    const server = new Splitcast([
      'serve',
      '--port',
      '0',
      '--log-level',
      'warn',
      '--journal',
      join(tempFolder(), 'meet.db'),
    ]);
    const url = await server.url();
    const { port } = new URL(url);
    expect(url).toBe(`http://localhost:${port}`);
    const hall = Object.values(networkInterfaces())
      .flat()
      .filter((face) => face?.family === 'IPv4' && !face.internal)
      .map((face) => `http://${face?.address}:${port}/arena`);
    expect(server.out.match(/^arena +\S+$/gm)?.map((line) => line.slice(9))).toEqual([`${url}/arena`, ...hall]);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  });

  test('[R10] where there are tokens none is printed, unless asked for, and then the old one is worth nothing', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const first = serve(journal);
    const old = await first.token();
    first.process.kill('SIGTERM');
    await first.ended;

    const quiet = serve(journal);
    const url = await quiet.url();
    expect(quiet.out).not.toContain('token');
    expect((await send('PUT', `${url}/api/v1/meets/trials`, old, meet)).status).toBe(201);
    quiet.process.kill('SIGTERM');
    await quiet.ended;

    const asked = serve(journal, '--print-token');
    const fresh = await asked.token();
    const facts = `${await asked.url()}/api/v1/facts`;
    expect((await send('POST', facts, old, passing('p1'))).status).toBe(401);
    expect((await send('POST', facts, fresh, passing('p1'))).status).toBe(200);
  });
});
