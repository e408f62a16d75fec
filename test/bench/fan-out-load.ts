// The clients of the fan-out benchmark, in a process of their own: bare TCP sockets that shake hands, count frames,
// answer pings and throw everything else away, so that what they cost stays out of what is measured.
import { connect, type Socket } from 'node:net';
import { livePath, subprotocol } from '../../shared/protocol.ts';

export type Variant = 'hub' | 'bare' | 'ws' | 'socket.io';
export type ToLoad =
  | { readonly do: 'connect'; readonly variant: Variant; readonly port: number; readonly clients: number }
  | { readonly do: 'count'; readonly variant: Variant }
  | { readonly do: 'leave'; readonly variant: Variant };
/** `latenciesUs`: from the change to its frame read, of every 50th client, since the last count. */
export interface FromLoad {
  readonly frames: number;
  readonly latenciesUs: readonly number[];
}

/** Sockets that shake hands at the same time; the listener's backlog takes 511. */
const atOnce = 200;
const sampled = 50;
const sentUsMark = Buffer.from('"sentUs":');

interface Crowd {
  readonly sockets: Socket[];
  frames: number;
  latenciesUs: number[];
}
const crowds = new Map<Variant, Crowd>();

const path: Record<Variant, string> = {
  hub: livePath,
  bare: '/',
  ws: '/',
  'socket.io': '/socket.io/?EIO=4&transport=websocket',
};
const hello: Record<Variant, string> = {
  hub: '{"t":"sub","topic":"race/bench"}',
  bare: '',
  ws: '',
  'socket.io': '40',
};

/** A masked client frame; a mask of zeros leaves the payload as it is. */
function clientFrame(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

function latency(payload: Buffer): number | undefined {
  const at = payload.indexOf(sentUsMark);
  if (at === -1) return undefined;
  const sentUs = Number.parseInt(payload.toString('latin1', at + sentUsMark.length, at + sentUsMark.length + 20), 10);
  return Number(process.hrtime.bigint() / 1000n) - sentUs;
}

function frame(crowd: Crowd, socket: Socket, samples: boolean, opcode: number, payload: Buffer): void {
  if (opcode === 0x89) {
    socket.write(clientFrame(0x8a, payload));
    return;
  }
  crowd.frames += 1;
  const us = samples ? latency(payload) : undefined;
  if (us !== undefined) crowd.latenciesUs.push(us);
}

/** Where the payload of the frame at `at` starts and ends, or undefined where not all of it is here. */
function extent(bytes: Buffer, at: number): [number, number] | undefined {
  const left = bytes.length - at;
  const short = bytes[at + 1] ?? 0;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (left < head) return undefined;
  let length = short;
  if (head === 4) length = bytes.readUInt16BE(at + 2);
  if (head === 10) length = Number(bytes.readBigUInt64BE(at + 2));
  return left < head + length ? undefined : [at + head, at + head + length];
}

/** Reads whole frames off the chunks of one socket; a frame cut in two waits for its rest. */
function reader(crowd: Crowd, socket: Socket, samples: boolean): (chunk: Buffer) => void {
  let rest: Buffer | undefined;
  return (chunk) => {
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    for (let found = extent(bytes, at); found !== undefined; found = extent(bytes, at)) {
      frame(crowd, socket, samples, bytes[at] as number, bytes.subarray(...found));
      at = found[1];
    }
    rest = at < bytes.length ? bytes.subarray(at) : undefined;
  };
}

/** Resolves when the server has taken the upgrade. */
function join(crowd: Crowd, variant: Variant, port: number, samples: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject);
    socket.write(
      `GET ${path[variant]} HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
        `${variant === 'hub' ? `Sec-WebSocket-Protocol: ${subprotocol}\r\n` : ''}\r\n`,
    );
    socket.once('data', (chunk) => {
      const end = chunk.indexOf('\r\n\r\n');
      const read = reader(crowd, socket, samples);
      socket.on('data', read);
      if (end + 4 < chunk.length) read(chunk.subarray(end + 4));
      if (hello[variant] !== '') socket.write(clientFrame(0x81, Buffer.from(hello[variant])));
      crowd.sockets.push(socket);
      resolve();
    });
  });
}

async function act(message: ToLoad): Promise<FromLoad> {
  const crowd = crowds.get(message.variant) ?? { sockets: [], frames: 0, latenciesUs: [] };
  crowds.set(message.variant, crowd);
  if (message.do === 'connect') {
    for (let i = 0; i < message.clients; i += atOnce) {
      const count = Math.min(atOnce, message.clients - i);
      const joins = Array.from({ length: count }, (_, k) =>
        join(crowd, message.variant, message.port, (i + k) % sampled === 0),
      );
      await Promise.all(joins);
    }
  }
  if (message.do === 'leave') {
    for (const socket of crowd.sockets.splice(0)) socket.destroy();
  }
  const { frames, latenciesUs } = crowd;
  if (message.do === 'count') crowd.latenciesUs = [];
  return { frames, latenciesUs };
}

process.on('message', (message: ToLoad) => {
  void act(message).then((answer) => process.send?.(answer));
});
