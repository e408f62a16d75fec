// The servers that the fan-out benchmark compares, each behind the same two functions: how many clients are there, and
// send this change to all of them.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { VirtualTimeScheduler } from 'rxjs';
import { Server as IoServer } from 'socket.io';
import { WebSocketServer } from 'ws';
import { Frame } from '../../server/hub/frame.ts';
import { Hub } from '../../server/hub/hub.ts';
import { attachLive } from '../../server/hub/ws-adapter.ts';
import { apply } from '../../shared/patch.ts';
import type { Variant } from './fan-out-load.ts';

/** 10 Hz. */
export const periodMs = 100;

export interface BenchServer {
  readonly port: number;
  /** Clients that are connected and can be sent changes. */
  ready(): number;
  /** Sends one merge patch to everybody. */
  push(patch: object): void;
  close(): Promise<void>;
}

/** The hub's time, which passes only while the hub is measured: so pings come as often a frame as they would alone. */
export class StopClock extends VirtualTimeScheduler {
  advanceTo(ms: number): void {
    if (ms <= this.frame) return;
    this.maxFrames = ms;
    this.flush();
    this.frame = ms;
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** What the others send: the same message as the hub's, made once a change. */
function message(patch: object, version: number) {
  return {
    t: 'patch' as const,
    topic: 'race/bench',
    epoch: 'bench.1',
    base: version - 1,
    version,
    at: Date.now() * 1000,
    patch: patch as Record<string, unknown>,
  };
}

async function hubServer(clock: StopClock, first: object): Promise<BenchServer> {
  const hub = new Hub({ epoch: 'bench.1', nowUs: () => Date.now() * 1000, scheduler: clock });
  let state = first;
  const put = () => hub.put({ changed: new Map([['race/bench', state]]) });
  put();
  const server = createServer();
  const live = attachLive(server, hub);
  return {
    port: await listen(server),
    ready: () => Math.min(hub.sockets, hub.stats.frames),
    push(patch) {
      clock.advanceTo(clock.frame + periodMs);
      state = apply(state, patch);
      put();
    },
    async close() {
      hub.stop(0);
      await live.close();
      server.close();
    },
  };
}

async function bareServer(): Promise<BenchServer> {
  const sockets: Duplex[] = [];
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => undefined);
    sockets.push(socket);
  });
  let version = 1;
  return {
    port: await listen(server),
    ready: () => sockets.length,
    push(patch) {
      version += 1;
      const { bytes } = new Frame(message(patch, version));
      for (let i = 0; i < sockets.length; i += 1) (sockets[i] as Duplex).write(bytes);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function wsServer(): Promise<BenchServer> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => socket.on('error', () => undefined));
  let version = 1;
  return {
    port: await listen(server),
    ready: () => sockets.clients.size,
    push(patch) {
      version += 1;
      const text = JSON.stringify(message(patch, version));
      for (const socket of sockets.clients) socket.send(text);
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
    },
  };
}

async function socketIoServer(): Promise<BenchServer> {
  const server = createServer();
  // Its heartbeat would have to be answered by the load; without one it is only cheaper.
  const io = new IoServer(server, { transports: ['websocket'], pingInterval: 3_600_000, perMessageDeflate: false });
  let connected = 0;
  io.on('connection', () => {
    connected += 1;
  });
  let version = 1;
  return {
    port: await listen(server),
    ready: () => connected,
    push(patch) {
      version += 1;
      io.emit('patch', message(patch, version));
    },
    async close() {
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** Starts one of the servers; `first` is the state before the first change. */
export function startServer(variant: Variant, clock: StopClock, first: object): Promise<BenchServer> {
  if (variant === 'hub') return hubServer(clock, first);
  if (variant === 'bare') return bareServer();
  if (variant === 'ws') return wsServer();
  return socketIoServer();
}
