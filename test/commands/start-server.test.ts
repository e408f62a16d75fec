import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningServer, startServer } from '../../server/commands/start-server.ts';
import { boardSchema } from '../../shared/board.ts';
import { meetSchema } from '../../shared/meet.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
import { apply } from '../../shared/patch.ts';
import { serverMessageSchema } from '../../shared/wire.ts';
import { meet, passing } from '../http/stand.ts';
import { tempFolder } from './splitcast.ts';

const startUs = 1_800_000_000_000_000;
const log = pino({ level: 'silent' });

async function start(journal = join(tempFolder(), 'meet.db')): Promise<RunningServer> {
  const server = await startServer({ port: 0, host: '127.0.0.1', journal, log });
  onTestFinished(() => server.close());
  return server;
}

interface Desk {
  readonly server: RunningServer;
  get(path: string): Promise<Record<string, object>>;
  send(method: string, path: string, body: unknown): Promise<{ status: number; json: Record<string, object> }>;
}

async function desk(): Promise<Desk> {
  const server = await start();
  const authorization = `Bearer ${server.tokens.add('desk', 'operator')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const made: Desk = {
    server,
    get: async (path) => (await fetch(server.url + path)).json(),
    send: async (method, path, body) => {
      const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
      return { status: answer.status, json: await answer.json() };
    },
  };
  expect((await made.send('PUT', '/api/v1/meets/trials', meet)).status).toBe(201);
  return made;
}

const gun = { id: 's1', kind: 'start', at: startUs, source: 'gun', race: 'ms-final' };
const lap = (n: number) => passing(`p${n}`, { at: startUs + n * 35_000_000 });

describe('the whole server', () => {
  test('[A14] every state that is read fits its schema and shows what was just written', async () => {
    const { get, send } = await desk();
    await send('POST', '/api/v1/facts', [gun, lap(1)]);
    const { board } = await get('/api/v1/races/ms-final');
    expect(boardSchema.parse(board).rows.e1).toMatchObject({ laps: 1, position: 1, bib: '1' });
    const { event, standings } = await get('/api/v1/events/ms');
    expect(eventStateSchema.parse({ event, standings }).event.id).toBe('ms');
    const { programme } = await get('/api/v1/meets/trials');
    expect(meetStateSchema.parse(programme).races['ms-final']?.status).toBe('running');
    expect(await get('/api/v1/now')).toMatchObject({ meet: 'trials', race: 'ms-final', onIce: ['ms-final'] });
  });

  test('[A21] what is read fits the OpenAPI document that is served', async () => {
    const { get, send } = await desk();
    await send('POST', '/api/v1/facts', [gun, lap(1), lap(2)]);
    const document = await get('/api/v1/openapi.json');
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    for (const [path, name] of [
      ['/api/v1/races/ms-final', 'RaceAnswer'],
      ['/api/v1/events/ms', 'EventAnswer'],
      ['/api/v1/meets/trials', 'MeetAnswer'],
      ['/api/v1/meets', 'MeetsAnswer'],
      ['/api/v1/now', 'NowAnswer'],
    ] as const) {
      const check = ajv.compile({ ...document, $ref: `#/components/schemas/${name}` });
      expect(check(await get(path)), `${name}: ${JSON.stringify(check.errors?.slice(0, 2))}`).toBe(true);
    }
  });

  test('[A7] the patches of a dry run lead to exactly the states that storing leads to', async () => {
    const { get, send } = await desk();
    await send('POST', '/api/v1/facts', [gun, lap(1)]);
    const before = (await get('/api/v1/races/ms-final')).board;
    const dry = await send('POST', '/api/v1/facts?dry=1', [lap(2), lap(3)]);
    const { patches } = dry.json as { patches: Record<string, object> };
    expect((await get('/api/v1/races/ms-final')).board).toEqual(before);
    await send('POST', '/api/v1/facts', [lap(2), lap(3)]);
    const after = (await get('/api/v1/races/ms-final')).board;
    expect(after).not.toEqual(before);
    expect(apply(before, patches['race/ms-final'])).toEqual(after);
  });

  test('[A7] a dry run of what is stored already causes nothing', async () => {
    const { send } = await desk();
    await send('POST', '/api/v1/facts', [gun, lap(1)]);
    expect((await send('POST', '/api/v1/facts?dry=1', [gun, lap(1)])).json).toEqual({ patches: {} });
  });

  test('[A14] a screen gets the patch of what was posted, at the version the API has', async () => {
    const { server, get, send } = await desk();
    await send('POST', '/api/v1/facts', gun);
    const screen = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`, 'splitcast.v1.json');
    const next = async () => serverMessageSchema.parse(JSON.parse(String((await once(screen, 'message'))[0])));
    await once(screen, 'open');
    screen.send(JSON.stringify({ t: 'sub', topic: 'race/ms-final' }));
    const snap = await next();
    const patched = next();
    await send('POST', '/api/v1/facts', lap(1));
    const patch = await patched;
    const now = await get('/api/v1/races/ms-final');
    if (snap.t !== 'snap' || patch.t !== 'patch') throw new Error(`${snap.t}, then ${patch.t}`);
    expect(patch).toMatchObject({ base: snap.version, version: now.version, epoch: now.epoch });
    expect(apply(snap.state, patch.patch)).toEqual(now.board);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^splitcast_sockets 1$/m);
    expect(metrics).toMatch(/^splitcast_frames_sent 2$/m);
    expect(metrics).toMatch(/^splitcast_last_seq 3$/m);
    screen.terminate();
  });
});

describe('starting and stopping', () => {
  test('[R8] facts under way at a stop are stored and answered', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const server = await start(journal);
    const authorization = `Bearer ${server.tokens.add('desk', 'operator')}`;
    const body = JSON.stringify({ ...meet });
    const sent = request(`${server.url}/api/v1/meets/trials`, {
      method: 'PUT',
      headers: {
        authorization,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    const answered = once(sent, 'response');
    sent.flushHeaders();
    await once(sent, 'continue');
    const closed = server.close();
    sent.end(body);
    expect((await answered)[0].statusCode).toBe(201);
    await closed;
    const again = await start(journal);
    expect(again.journal.lastSeq).toBe(1);
  });

  test('[R8] closing twice is closing once', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test('[R9] a start that fails leaves the journal free', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const other = await start();
    const options = { port: other.port, host: '127.0.0.1', journal, log };
    await expect(startServer(options)).rejects.toThrow(`port ${other.port} is taken`);
    const server = await start(journal);
    expect(server.port).not.toBe(other.port);
  });

  test('[R9] a second server on the journal is refused and the first goes on', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const first = await start(journal);
    await expect(start(journal)).rejects.toThrow('another Splitcast server has the journal');
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  test('[R13] the boards are there before the port is open', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const first = await start(journal);
    await first.journal.putMeet(meetSchema.parse(meet), 0, 'desk');
    await first.close();
    const second = await start(journal);
    expect([...second.hub.topics()]).toContain('race/ms-final');
    expect(second.journal.epoch).not.toBe(first.journal.epoch);
  });
});
