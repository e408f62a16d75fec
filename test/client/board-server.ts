// A server for screens under test: real sockets, the protocol's messages, boards put by hand, and every way to fail.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { diff } from '../../shared/patch.ts';
import { beatMs, livePath, subprotocol } from '../../shared/protocol.ts';
import type { ClientMessage, ServerMessage } from '../../shared/wire.ts';

interface Topic {
  readonly version: number;
  readonly state: object;
}

export interface BoardServerOptions {
  /** Folder of the built pages. */
  readonly pages?: string;
  readonly port?: number;
  readonly epoch?: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** As strict as a server can be; a page that needs an exception fails its tests. */
const contentSecurityPolicy = "default-src 'self'";

export class BoardServer {
  /** Known after the start, and still after the stop. */
  port = 0;
  /** False: pages are served, but the live door is shut, as while a server starts. */
  takesSockets = true;
  readonly heard: ClientMessage[] = [];
  /** Drawings of sponsors, by name. */
  readonly sponsors = new Map<string, string>();
  readonly #topics = new Map<string, Topic>();
  readonly #follows = new Map<WebSocket, Set<string>>();
  readonly #pages: string;
  readonly #epoch: string;
  readonly #http = createServer((request, response) => void this.#page(request.url ?? '/', response));
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: () => subprotocol });
  #silent = false;
  #beats: NodeJS.Timeout | undefined;

  static async start(options: BoardServerOptions = {}): Promise<BoardServer> {
    const server = new BoardServer(options);
    await new Promise<void>((resolve) => server.#http.listen(options.port ?? 0, '127.0.0.1', resolve));
    server.port = (server.#http.address() as AddressInfo).port;
    return server;
  }

  private constructor({ pages = '', epoch = 'j.1' }: BoardServerOptions) {
    this.#pages = pages;
    this.#epoch = epoch;
    this.#http.on('upgrade', (request, socket, head) => {
      if (request.url !== livePath || !this.takesSockets) socket.destroy();
      else this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#accept(ws));
    });
    this.#beats = setInterval(() => this.beat(), beatMs);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get clients(): number {
    return this.#follows.size;
  }

  /** Sets a topic's state and sends the patch to whoever follows it. */
  put(topic: string, state: object): void {
    const before = this.#topics.get(topic);
    const version = (before?.version ?? 0) + 1;
    this.#topics.set(topic, { version, state });
    const patch = before === undefined ? undefined : diff(before.state, state);
    for (const [socket, topics] of this.#follows) {
      if (!topics.has(topic)) continue;
      if (before === undefined || patch === undefined) this.#snap(socket, topic);
      else
        this.#say(socket, { t: 'patch', topic, epoch: this.#epoch, base: before.version, version, at: now(), patch });
    }
  }

  beat(): void {
    for (const [socket, topics] of this.#follows) {
      for (const topic of topics) {
        const version = this.#topics.get(topic)?.version;
        if (version !== undefined) this.#say(socket, { t: 'beat', topic, epoch: this.#epoch, version, at: now() });
      }
    }
  }

  /** Sockets stay open and nothing is said any more, as behind a dead switch. */
  silence(silent = true): void {
    this.#silent = silent;
  }

  sayToAll(message: ServerMessage): void {
    for (const socket of this.#follows.keys()) this.#say(socket, message);
  }

  closeAll(code: number): void {
    for (const socket of this.#follows.keys()) socket.close(code);
  }

  async stop(): Promise<void> {
    clearInterval(this.#beats);
    for (const socket of this.#follows.keys()) socket.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #accept(socket: WebSocket): void {
    this.#follows.set(socket, new Set());
    socket.on('close', () => this.#follows.delete(socket));
    socket.on('message', (data) => this.#hear(socket, JSON.parse(String(data)) as ClientMessage));
  }

  #hear(socket: WebSocket, message: ClientMessage): void {
    this.heard.push(message);
    if (message.t === 'ping') this.#say(socket, { t: 'pong', at: message.at, serverUs: now() });
    if (message.t === 'unsub') this.#follows.get(socket)?.delete(message.topic);
    if (message.t !== 'sub') return;
    const { topic, epoch, version } = message;
    const known = this.#topics.get(topic);
    if (known === undefined) {
      this.#say(socket, { t: 'error', code: 'unknown-topic', says: `There is no ${topic}.`, topic });
      return;
    }
    this.#follows.get(socket)?.add(topic);
    if (epoch !== this.#epoch || version !== known.version) this.#snap(socket, topic);
    else this.#say(socket, { t: 'beat', topic, epoch, version, at: now() });
  }

  #snap(socket: WebSocket, topic: string): void {
    const { version, state } = this.#topics.get(topic) as Topic;
    this.#say(socket, { t: 'snap', topic, epoch: this.#epoch, version, at: now(), state: { ...state } });
  }

  #say(socket: WebSocket, message: ServerMessage): void {
    if (!this.#silent) socket.send(JSON.stringify(message));
  }

  #sponsor(name: string): string {
    if (name === '') return JSON.stringify({ pictures: [...this.sponsors.keys()] });
    const drawing = this.sponsors.get(decodeURIComponent(name));
    if (drawing === undefined) throw new Error(`There is no picture ${name}.`);
    return drawing;
  }

  async #page(url: string, response: import('node:http').ServerResponse): Promise<void> {
    const path = new URL(url, 'http://localhost').pathname;
    const [, first = '', name = ''] = path.split('/');
    // A named screen is one page whatever its name.
    const page = first === 'screen' ? first : path;
    const file = first === 'screen' || extname(path) === '' ? join(page, 'index.html') : path;
    try {
      const body = first === 'sponsors' ? this.#sponsor(name) : await readFile(join(this.#pages, file));
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', contentSecurityPolicy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}

const now = () => Date.now() * 1000;
