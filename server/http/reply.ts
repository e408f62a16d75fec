// What a route answers, as a value: status, headers and JSON text. Knows nothing of facts or boards.
import { pipeline, Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { tagMatches } from './etag.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, ready to send; or its pieces, which are handed over as fast as the reader takes them. */
  readonly body: string | readonly Buffer[];
}

/** Pieces are joined to about this much, so that a reader far away is not sent a packet a line. */
const pieceBytes = 64 * 1024;

const jsonType = 'application/json; charset=utf-8';

/** A JSON answer that is never taken from a cache without asking us. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonText(status, JSON.stringify(value), headers);
}

/** The same for JSON that is text already. */
export function jsonText(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'Content-Type': jsonType, 'Cache-Control': 'no-cache', ...headers }, body };
}

/**
 * Sends a reply; a GET whose `If-None-Match` names the reply's ETag gets 304 and no body.
 * Express's own test is not used: it answers 200 to every `Cache-Control: no-cache`, which `fetch` adds by itself
 * to each request that carries an `If-None-Match`.
 */
export function send(request: Request, response: Response, reply: Reply): void {
  const tag = reply.headers.ETag;
  const asked = request.headers['if-none-match'];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  response.set(reply.headers);
  if (isRead && reply.status === 200 && tag !== undefined && asked !== undefined && tagMatches(asked, tag)) {
    response.removeHeader('Content-Type');
    response.status(304).end();
    return;
  }
  const pieces = typeof reply.body === 'string' ? [Buffer.from(reply.body)] : reply.body;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  response.status(reply.status).set('Content-Length', String(length));
  if (request.method === 'HEAD') response.end();
  else if (length <= pieceBytes) response.end(Buffer.concat(pieces));
  // A reader that goes away in the middle is no failure of ours.
  else pipeline(Readable.from(joined(pieces)), response, () => undefined);
}

function* joined(pieces: readonly Buffer[]): Generator<Buffer> {
  let some: Buffer[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    some.push(piece);
    bytes += piece.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(some);
    some = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(some);
}
