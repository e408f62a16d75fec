// Puts routes on express: token first, then the body, then the handler; its reply is sent. Knows no single route.

import type { Express, Request, RequestHandler, Response } from 'express';
import type { Holder } from '../journal/tokens.ts';
import type { Doorkeeper } from './auth.ts';
import { bodyReader, contentType, utf8 } from './body.ts';
import { problem } from './problem.ts';
import { type Reply, send } from './reply.ts';
import type { Asked, Route } from './route.ts';

/** Who asks where no token is needed. */
const anybody: Holder = { name: '', role: 'source' };

const nothing = Buffer.alloc(0);

/** Mounts all routes; another method at a known path answers 405 with those that are there. */
export function mountRoutes(app: Express, routes: readonly Route[], doorkeeper: Doorkeeper): void {
  for (const route of routes) app[route.method](expressPath(route.path), handler(route, doorkeeper));
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(expressPath(path), (request, response) => send(request, response, wrongMethod(request, methods)));
  }
}

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function handler(route: Route, doorkeeper: Doorkeeper): RequestHandler {
  const body = bodyOf(route);
  return async (request, response) => {
    const asked = await ask();
    send(request, response, 'status' in asked ? asked : await route.handle(asked));

    async function ask(): Promise<Asked | Reply> {
      const holder = route.roles === undefined ? anybody : await doorkeeper(request, response, route.roles);
      if ('status' in holder) return holder;
      const { id = '' } = request.params;
      const sent = await body(request, response);
      return 'status' in sent ? sent : { request, id: String(id), holder, ...sent };
    }
  };
}

type Body = Pick<Asked, 'type' | 'text' | 'bytes'>;

/** Reads what a route takes, or says why not; nothing where it takes no body. */
function bodyOf({ body }: Route): (request: Request, response: Response) => Promise<Body | Reply> {
  if (body === undefined) return async (request) => ({ type: contentType(request), text: '', bytes: nothing });
  const types = Object.keys(body.types);
  const read = bodyReader(body.limitBytes);
  return async (request, response) => {
    const type = contentType(request);
    if (!types.includes(type)) return wrongType(type, types);
    const bytes = await read(request, response);
    if (!Buffer.isBuffer(bytes)) return bytes;
    const text = body.anyEncoding === true ? '' : utf8(bytes);
    return typeof text === 'string' ? { type, text, bytes } : text;
  };
}

function wrongType(type: string, types: readonly string[]): Reply {
  const sent = type === '' ? 'The request has no Content-Type' : `Content-Type "${type}" is not taken here`;
  return problem('wrong-type', `${sent}; send ${types.join(' or ')}.`, {
    headers: { 'Accept-Post': types.join(', ') },
  });
}

function wrongMethod(request: Request, methods: readonly string[]): Reply {
  const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  return problem('wrong-method', `${request.method} is not possible here; ${allow.join(', ')} is.`, {
    headers: { Allow: allow.join(', ') },
  });
}
