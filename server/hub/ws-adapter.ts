// Live sockets over the `ws` library: the only file that knows it. `ws` does the handshake, reads, answers the close
// and writes control frames; finished frames go past it, straight into the TCP socket.
//
// That is safe because with permessage-deflate off and no fragments of ours, `ws` hands every frame of its own to the
// socket whole and within one turn (it queues only while it compresses or reads a Blob): frames never interleave. And
// a session ends before `ws` writes its close frame, so that is the last one.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { closeCodes, limits, livePath, subprotocol } from '../../shared/protocol.ts';
import type { Hub } from './hub.ts';
import type { LiveSocket } from './live-socket.ts';
import type { Authenticate } from './session.ts';

/**
 * Sockets taken unless told otherwise: 7 kB of this process each (measured with 10,000), and files enough left under a limit
 * of 20,000 open ones for saying so to one more, which is closed with 4013 and may come back.
 */
const defaultMaxSockets = 15_000;
/** A client that does not answer our close within 2 s is cut. The types of `ws` do not know the option yet. */
const closeTimeout = { closeTimeout: 2000 };
/** A message of ours fits in one fragment; more than this many is no client but an attempt. */
const maxFragments = 16;

export interface LiveOptions {
  /** Whose token it is; without it nobody may read what needs one. */
  readonly authenticate?: Authenticate;
  readonly maxSockets?: number;
}

/** A socket of the library that says when it closes, whoever began: from then on its TCP socket takes no frame. */
class LiveWebSocket extends WebSocket {
  closing: () => void = () => undefined;

  override close(code?: number, data?: string | Buffer): void {
    this.closing();
    super.close(code, data);
  }
}

class WsSocket implements LiveSocket {
  readonly sink: Duplex;
  readonly #ws: WebSocket;

  constructor(ws: WebSocket, tcp: Duplex) {
    this.#ws = ws;
    this.sink = tcp;
  }

  get waitingBytes(): number {
    return this.sink.writableLength;
  }

  get gone(): boolean {
    return this.sink.destroyed || this.#ws.readyState !== WebSocket.OPEN;
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }
}

function serve(hub: Hub, ws: LiveWebSocket, tcp: Duplex, authenticate: Authenticate | undefined): void {
  const session = hub.connect(new WsSocket(ws, tcp), authenticate);
  ws.closing = () => session.ended();
  ws.on('message', (data, isBinary) => session.receive(isBinary ? '' : String(data)));
  ws.on('ping', (payload) => session.pinged() && ws.pong(payload));
  ws.on('pong', (payload) => session.ponged(payload));
  ws.on('close', () => session.ended());
}

/**
 * Serves the live socket on a server's upgrades to `livePath`. `close` takes no more sockets and resolves when the last
 * has gone; stop the hub first, so that they are told.
 */
export function attachLive(server: Server, hub: Hub, options: LiveOptions = {}): { close(): Promise<void> } {
  const { authenticate, maxSockets = defaultMaxSockets } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    WebSocket: LiveWebSocket,
    path: livePath,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    maxFragments,
    ...closeTimeout,
    autoPong: false,
    // A client that offers only others is taken with one of them, else it would never see why it is closed.
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : ([...offered][0] ?? false)),
  });

  const upgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer): void => {
    sockets.handleUpgrade(request, tcp, head, (ws) => {
      // A broken socket or frame is followed by `close`, which is all that matters.
      ws.on('error', () => undefined);
      if (ws.protocol !== subprotocol) ws.close(closeCodes.wrongProtocol, `offer ${subprotocol}`);
      else if (hub.sockets >= maxSockets) ws.close(closeCodes.full, 'full; try again later');
      else serve(hub, ws, tcp, authenticate);
    });
  };
  server.on('upgrade', upgrade);

  return {
    close: () =>
      new Promise((resolve) => {
        server.off('upgrade', upgrade);
        sockets.close(() => resolve());
      }),
  };
}
