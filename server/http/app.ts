// The HTTP side of the server as one express app: API, health, pages, and a problem document for all the rest.
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { doorkeeper } from './auth.ts';
import { boardRoutes } from './board-routes.ts';
import { withDocuments } from './document-routes.ts';
import { entriesRoutes } from './entries-routes.ts';
import { factsRoutes } from './facts-route.ts';
import { mountHealth } from './health-routes.ts';
import { meetRoutes } from './meet-routes.ts';
import { mountRoutes } from './mount.ts';
import { onAirRoutes } from './on-air-routes.ts';
import { mountPages } from './pages.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { send } from './reply.ts';
import { resultRoutes } from './result-route.ts';
import type { Route } from './route.ts';
import { screenRoutes } from './screen-routes.ts';
import { openToRead, pageHeaders } from './security.ts';
import { mountSponsors } from './sponsors.ts';
import { tapeRoutes } from './tape-route.ts';

function apiRoutes(parts: HttpParts): readonly Route[] {
  return withDocuments([
    ...factsRoutes(parts),
    ...meetRoutes(parts),
    ...entriesRoutes(parts),
    ...boardRoutes(parts),
    ...tapeRoutes(parts),
    ...screenRoutes(parts),
    ...onAirRoutes(parts),
    ...resultRoutes(parts),
  ]);
}

export function createApp(parts: HttpParts): Express {
  const app = express();
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(pageHeaders());
  app.use('/api', openToRead);
  mountRoutes(app, apiRoutes(parts), doorkeeper(parts.authenticate));
  mountHealth(app, parts);
  mountSponsors(app, parts.sponsorsFolder);
  mountPages(app, parts.pagesFolder);
  app.use(nothingHere);
  app.use(failed(parts.log));
  return app;
}

const nothingHere: RequestHandler = (request, response) => {
  const detail = `There is nothing at ${request.path}. The API is described at /api/v1/openapi.json, the screens start at /arena.`;
  send(request, response, problem('not-found', detail));
};

/** What a route throws is our mistake and goes into the log; what express refuses (a malformed URL) is the client's. */
function failed(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    if (status >= 400 && status < 500)
      return send(request, response, problem('bad-request', 'The request could not be understood.'));
    log.error({ err: error, method: request.method, path: request.path }, 'a request failed');
    send(request, response, problem('mistake', 'The server made a mistake with this request; its log tells more.'));
  };
}
