// What a route answers, as a value: status, headers and JSON text. Knows nothing of facts or boards.
import type { Request, Response } from 'express';
import { tagMatches } from './etag.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, ready to send. */
  readonly body: string;
}

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
  const body = Buffer.from(reply.body);
  response.status(reply.status).set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
}
