import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Hub } from '../../server/hub/hub.ts';
import { attachLive, type LiveOptions } from '../../server/hub/ws-adapter.ts';
import { limits, livePath, subprotocol } from '../../shared/protocol.ts';

const topic = 'race/final';
let hub: Hub;
let server: Server;
let live: { close(): Promise<void> };

async function serve(options?: LiveOptions): Promise<void> {
  hub = new Hub({ epoch: 'j.1', nowUs: () => Date.now() * 1000 });
  hub.put({ changed: new Map([[topic, { n: 1 }]]) });
  server = createServer((_request, response) => response.end('plain'));
  live = attachLive(server, hub, options);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

const port = () => (server.address() as AddressInfo).port;
const url = (path = livePath) => `ws://127.0.0.1:${port()}${path}`;

/** A client of the `ws` library, and what it has heard so far. */
function open(protocols: string[] = [subprotocol], options: object = {}) {
  const ws = new WebSocket(url(), protocols, options);
  const heard: { t: string; [field: string]: unknown }[] = [];
  ws.on('message', (data) => heard.push(JSON.parse(String(data))));
  ws.on('error', () => undefined);
  const closed = once(ws, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  return { ws, heard, closed, opened: once(ws, 'open') };
}

async function follow(options: object = {}) {
  const client = open([subprotocol], options);
  await client.opened;
  client.ws.send(JSON.stringify({ t: 'sub', topic }));
  await vi.waitFor(() => expect(client.heard).toHaveLength(1));
  return client;
}

const change = (state: object) => hub.put({ changed: new Map([[topic, state]]) });

beforeEach(() => serve());
afterEach(async () => {
  hub.stop(0);
  await live.close();
  server.close();
});

it.each([
  ['0 to 125', 10],
  ['126 to 65,535', 300],
  ['126 to 65,535', 65_000],
  ['more than 65,535', 65_600],
  ['more than 65,535', 3_000_000],
])('[W24] a client of another library reads frames of %s bytes', async (_range, size) => {
  const { heard } = await follow();
  change({ n: 1, text: 'ø'.repeat(size / 2) });
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard[1]).toMatchObject({ t: 'patch', base: 1, version: 2, patch: { text: 'ø'.repeat(size / 2) } });
});

it('[W24] frames and control frames of the library do not mix', async () => {
  const { ws, heard, closed } = await follow();
  let pongs = 0;
  ws.on('pong', () => {
    pongs += 1;
  });
  const text = 'x'.repeat(2_000_000);
  for (let n = 2; n <= 20; n += 1) {
    change({ n, text: `${text}${n}` });
    ws.ping();
    ws.send(JSON.stringify({ t: 'ping', at: n }));
  }
  await vi.waitFor(() => expect(pongs).toBe(19));
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ t: 'patch', version: 20 }));
  expect(heard.filter(({ t }) => t === 'pong').map(({ at }) => at)).toEqual(
    Array.from({ length: 19 }, (_, i) => i + 2),
  );
  ws.close();
  expect((await closed).code).toBe(1005);
});

it('[W16] the ping behind a frame is answered by the library of the client', async () => {
  const { ws, opened } = open();
  const pinged = once(ws, 'ping');
  await opened;
  ws.send(JSON.stringify({ t: 'sub', topic }));
  expect(String((await pinged)[0])).toBe('splitcast');
});

it('[W23] the subprotocol is chosen among others', async () => {
  const { ws, opened } = open(['other.v1', subprotocol]);
  await opened;
  expect(ws.protocol).toBe(subprotocol);
  ws.close();
});

it.each([[[]], [['other.v1']], [['splitcast.v2.json', 'splitcast.v1']]])(
  '[W23] who offers %j is closed with 4501',
  async (protocols: string[]) => {
    expect(await open(protocols).closed).toEqual({ code: 4501, reason: `offer ${subprotocol}` });
    expect(hub.sockets).toBe(0);
  },
);

it('[W24] compression is not taken up though it is offered', async () => {
  const { ws } = await follow({ perMessageDeflate: true });
  expect(ws.extensions).toBe('');
});

it('[W15] a message of 4096 bytes is read, one of 4097 closes with 1009', async () => {
  const sized = (bytes: number) => {
    const empty = JSON.stringify({ t: 'ping', at: 1, x: '' }).length;
    return JSON.stringify({ t: 'ping', at: 1, x: 'x'.repeat(bytes - empty) });
  };
  const { ws, heard, closed } = await follow();
  ws.send(sized(limits.messageBytes));
  await vi.waitFor(() => expect(heard.at(-1)?.t).toBe('pong'));
  ws.send(sized(limits.messageBytes + 1));
  expect((await closed).code).toBe(1009);
  await vi.waitFor(() => expect(hub.sockets).toBe(0));
});

it('[W14] a binary message is answered with an error and closed with 4500', async () => {
  const { ws, heard, closed } = await follow();
  ws.send(Buffer.from(JSON.stringify({ t: 'ping', at: 1 })));
  expect((await closed).code).toBe(4500);
  expect(heard.at(-1)).toMatchObject({ t: 'error', code: 'bad-message' });
});

it('[W15] message after message closes with 4429', async () => {
  const { ws, closed } = await follow();
  for (let n = 0; n <= limits.messagesPerSecond; n += 1) ws.send(JSON.stringify({ t: 'ping', at: n }));
  expect((await closed).code).toBe(4429);
});

it('[W21] on stop everybody hears bye and is closed with 4000, and close waits for them', async () => {
  const clients = await Promise.all([follow(), follow()]);
  hub.stop(1500);
  const done = live.close();
  for (const { heard, closed } of clients) {
    expect((await closed).code).toBe(4000);
    expect(heard.at(-1)).toEqual({ t: 'bye', retryMs: 1500 });
  }
  await done;
  server.close();
  await once(server, 'close');
});

it('[W20] a client that is cut off is forgotten', async () => {
  const { ws } = await follow();
  expect(hub.sockets).toBe(1);
  ws.terminate();
  await vi.waitFor(() => expect(hub.sockets).toBe(0));
});

it('[W20] nothing follows the close of a client', async () => {
  const { ws, heard, closed } = await follow();
  ws.close(1000);
  for (let n = 2; n < 50; n += 1) change({ n });
  expect((await closed).code).toBe(1000);
  expect(heard.length).toBeLessThanOrEqual(2);
  await vi.waitFor(() => expect(hub.sockets).toBe(0));
});

it('[W15] other upgrades than that of the live socket are refused, plain requests are not touched', async () => {
  const elsewhere = new WebSocket(url('/elsewhere'), [subprotocol]);
  const [error] = await once(elsewhere, 'error');
  expect(String(error)).toContain('400');
  expect(await (await fetch(url().replace('ws', 'http'))).text()).toBe('plain');
});

it('[W22] sockets over the limit are closed with 4013, and taken again when one has left', async () => {
  await live.close();
  server.close();
  await serve({ maxSockets: 2 });
  const [first] = await Promise.all([follow(), follow()]);
  expect((await open().closed).code).toBe(4013);
  expect(hub.sockets).toBe(2);
  first.ws.close();
  await first.closed;
  await vi.waitFor(() => expect(hub.sockets).toBe(1));
  await follow();
});

it('[W11] the token is looked up by whoever attached the socket', async () => {
  await live.close();
  server.close();
  await serve({ authenticate: (token) => (token === 'right' ? { name: 'Jan', role: 'operator' } : undefined) });
  hub.put({ changed: new Map([['sources', { decoder: 'alive' }]]) });
  const { ws, heard } = await follow();
  ws.send(JSON.stringify({ t: 'auth', token: 'right' }));
  ws.send(JSON.stringify({ t: 'sub', topic: 'sources' }));
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ t: 'snap', topic: 'sources' }));
});

/** A masked client frame; a mask of zeros leaves the payload as it is. */
const masked = (opcode: number, payload: string) =>
  Buffer.concat([Buffer.from([opcode, 0x80 | payload.length, 0, 0, 0, 0]), Buffer.from(payload)]);

/** A client that shakes hands, subscribes and then reads nothing: the kernel fills up. */
async function deaf(): Promise<Socket> {
  const socket = connect({ port: port(), host: '127.0.0.1', allowHalfOpen: true });
  socket.write(
    `GET ${livePath} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Protocol: ${subprotocol}\r\n\r\n`,
  );
  await once(socket, 'readable');
  socket.write(masked(0x81, JSON.stringify({ t: 'sub', topic })));
  await vi.waitFor(() => expect(hub.stats.frames).toBe(1));
  return socket;
}

it('[W20] a client that said goodbye is sent nothing more, though it leaves its socket open', async () => {
  const socket = await deaf();
  socket.write(masked(0x88, ''));
  await vi.waitFor(() => expect(hub.sockets).toBe(0), { timeout: 1000 });
  change({ n: 2 });
  expect(hub.stats.frames).toBe(1);
  socket.destroy();
});

it('[W19] the kernel filled up, one frame at most waits here, and reading again brings the newest', async () => {
  const socket = await deaf();
  const text = 'x'.repeat(500_000);
  let n = 1;
  await vi.waitFor(
    () => {
      n += 1;
      change({ n, text: `${text}${n}` });
      expect(hub.stats.stalled).toBe(1);
    },
    { timeout: 20_000, interval: 41 },
  );
  const { bytes } = hub.stats;
  change({ n: 'more' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(hub.stats.bytes).toBe(bytes);
  let read = 0;
  let last = '';
  socket.on('data', (chunk) => {
    read += chunk.length;
    last = (last + chunk.toString('latin1')).slice(-200);
    // Whatever stands before it, the ping is the last thing written while the socket was full.
    if (last.endsWith('splitcast')) {
      socket.write(masked(0x8a, 'splitcast'));
    }
  });
  await vi.waitFor(() => expect(last).toContain('"more"'), { timeout: 5000 });
  expect(read).toBeGreaterThan(bytes);
  expect(hub.stats.stalled).toBe(0);
  socket.destroy();
});
