// Bearer tokens at the door: who asks, and whether that role may. Knows nothing of how tokens are kept.

import type { Request, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Holder, Role } from '../journal/tokens.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import type { Reply } from './reply.ts';

/**
 * Wrong tokens an address may send in a window. Over it the answer is 429 instead of 401, so that a sender with an old
 * token stops hammering; a right token always passes, or one wrong device would lock out the others behind its address.
 */
export const failedTokens = 20;
const failedTokensWindowMs = 60_000;

const bearerPattern = /^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/i;

/** Says whose token a request carries, or refuses it. */
export type Doorkeeper = (request: Request, response: Response, roles: readonly Role[]) => Promise<Holder | Reply>;

/** A doorkeeper with its own count of failures. */
export function doorkeeper(authenticate: HttpParts['authenticate']): Doorkeeper {
  const isOverLimit = failureCounter();
  return async (request, response, roles) => {
    const header = request.headers.authorization;
    if (header === undefined) return noToken();
    const token = bearerPattern.exec(header)?.[1];
    const holder = token === undefined ? undefined : authenticate(token);
    if (holder === undefined) return (await isOverLimit(request, response)) ? tooManyFailures() : wrongToken();
    return roles.includes(holder.role) ? holder : notAllowed(holder, roles);
  };
}

/** Counts one failure of the request's address; true where it has too many. */
function failureCounter(): (request: Request, response: Response) => Promise<boolean> {
  const over = new WeakSet<Request>();
  const limit = rateLimit({
    limit: failedTokens,
    windowMs: failedTokensWindowMs,
    standardHeaders: false,
    legacyHeaders: false,
    // A proxy's header is not believed here, so its presence is no mistake of ours to warn about.
    validate: { xForwardedForHeader: false },
    handler: (request, _response, next) => {
      over.add(request);
      next();
    },
  });
  return async (request, response) => {
    await new Promise<void>((resolve, reject) => {
      Promise.resolve(limit(request, response, () => resolve())).catch(reject);
    });
    return over.has(request);
  };
}

function noToken(): Reply {
  return problem('no-token', 'Send a token: "Authorization: Bearer <token>". `splitcast token add` makes one.', {
    headers: { 'WWW-Authenticate': 'Bearer realm="splitcast"' },
  });
}

function wrongToken(): Reply {
  return problem(
    'wrong-token',
    'This token is not known here, or was revoked. `splitcast token add` makes a new one.',
    {
      headers: { 'WWW-Authenticate': 'Bearer realm="splitcast", error="invalid_token"' },
    },
  );
}

function notAllowed({ name, role }: Holder, roles: readonly Role[]): Reply {
  return problem('not-allowed', `Token "${name}" has the role ${role}; this needs the role ${roles.join(' or ')}.`);
}

function tooManyFailures(): Reply {
  const seconds = failedTokensWindowMs / 1000;
  return problem('too-many-failures', `More than ${failedTokens} wrong tokens in ${seconds} s from this address.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}
