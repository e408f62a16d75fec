// The bytes of a request body, and as text, within a limit. Knows content types, not what the text means.
import express, { type Request, type Response } from 'express';
import { problem } from './problem.ts';
import type { Reply } from './reply.ts';

/** The content type without its parameters, in lower case; empty where none was sent. */
export function contentType(request: Request): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Reads bodies of at most `limitBytes` (unpacked where they came compressed), or says why not. */
export function bodyReader(limitBytes: number): (request: Request, response: Response) => Promise<Buffer | Reply> {
  const read = express.raw({ type: () => true, limit: limitBytes });
  return async (request, response) => {
    const error = await new Promise<unknown>((resolve) => {
      read(request, response, resolve);
    });
    if (error !== undefined) return unreadable(error, limitBytes);
    const bytes: unknown = request.body;
    return Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
  };
}

/** The body as UTF-8, which JSON is always in. */
export function utf8(bytes: Buffer): string | Reply {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('malformed-json', 'The body is not UTF-8 text.');
  }
}

function unreadable(error: unknown, limitBytes: number): Reply {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413)
    return problem('too-large', `The body is over the limit of ${limitBytes} bytes; send it in parts.`);
  if (status === 415) return problem('wrong-type', 'The content encoding is not one of gzip, deflate, br, identity.');
  return problem('bad-request', 'The body could not be read to its end.');
}
