// A server that plays a Vantage stream over a real WebSocket: what is past first, then the rest, and cuts the line where told.
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export class PlayServer {
  readonly #server: WebSocketServer;
  readonly #lines: readonly string[];
  /** How many lines each connection is told before it is cut; those without a number are told everything. */
  readonly #cuts: number[];
  connections = 0;

  constructor(lines: readonly string[], cuts: readonly number[], port = 0) {
    this.#lines = lines;
    this.#cuts = [...cuts];
    this.#server = new WebSocketServer({ host: '127.0.0.1', port });
    this.#server.on('connection', (socket) => this.#tell(socket));
  }

  async url(): Promise<string> {
    if (this.#server.address() === null) await new Promise((resolve) => this.#server.once('listening', resolve));
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get sockets(): Set<WebSocket> {
    return this.#server.clients;
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #tell(socket: WebSocket): void {
    this.connections += 1;
    const cut = this.#cuts.shift();
    const lines = cut === undefined ? this.#lines : this.#lines.slice(0, cut);
    for (const line of lines) socket.send(line);
    // In the middle of a frame: its head says more than comes.
    if (cut !== undefined) socket.send(this.#lines[cut] ?? '', () => cutNow(socket));
  }
}

function cutNow(socket: WebSocket): void {
  const { _socket: tcp } = socket as unknown as { _socket: import('node:net').Socket };
  tcp.write(Buffer.from([0x81, 0x7e, 0x40, 0x00, 0x7b]), () => socket.terminate());
}
