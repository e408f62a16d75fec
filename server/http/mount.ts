// Puts routes on express: token first, then the body, then the handler; its reply is sent. Knows no single route.

import type { Express, Request, RequestHandler } from 'express';
import type { Holder } from '../journal/tokens.ts';
import type { Doorkeeper } from './auth.ts';
import { bodyReader, contentType } from './body.ts';
import { problem } from './problem.ts';
import { type Reply, send } from './reply.ts';
import type { Asked, Route } from './route.ts';

/** Who asks where no token is needed. */
const anybody: Holder = { name: '', role: 'source' };

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
  const read = route.body === undefined ? undefined : bodyReader(route.body.limitBytes);
  return async (request, response) => {
    const asked = await ask();
    send(request, response, 'status' in asked ? asked : await route.handle(asked));

    async function ask(): Promise<Asked | Reply> {
      const holder = route.roles === undefined ? anybody : await doorkeeper(request, response, route.roles);
      if ('status' in holder) return holder;
      const { id = '' } = request.params;
      const type = contentType(request);
      if (read === undefined) return { request, id: String(id), holder, type, text: '' };
      const types = Object.keys(route.body?.types ?? {});
      if (!types.includes(type)) return wrongType(type, types);
      const text = await read(request, response);
      return typeof text === 'string' ? { request, id: String(id), holder, type, text } : text;
    }
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
