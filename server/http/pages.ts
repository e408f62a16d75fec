// The built pages and their assets. Knows a folder with one sub-folder a page, not what a page shows.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Response } from 'express';

/** The page at `/`, which names the others. */
const firstPage = 'home';

const pagePattern = /^[a-z][a-z0-9-]{0,31}$/;

/** Asset names carry a hash of their content, so they never change. */
const assetSeconds = 365 * 24 * 3600;

/** A named screen has its name in its address, and is one page whatever it is told to show. */
const screenPage = 'screen';

/** A flag keeps its name when it is redrawn. */
const flagSeconds = 24 * 3600;

/** Serves `/<page>` from `<folder>/<page>/index.html`, `/assets` and `/flags`. A build made while we run is seen at once. */
export function mountPages(app: Express, folder: string): void {
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: assetSeconds * 1000,
      index: false,
      redirect: false,
    }),
  );
  app.use(
    '/flags',
    express.static(join(folder, 'flags'), { maxAge: flagSeconds * 1000, index: false, redirect: false }),
  );
  const page = (name: string, response: Response, next: NextFunction) => {
    if (!pagePattern.test(name)) return next();
    if (existsSync(join(folder, name, 'index.html'))) return sendPage(response, folder, name);
    if (existsSync(folder)) return next();
    response.status(503).set('Cache-Control', 'no-store').set('Retry-After', '10').type('html').send(notBuilt);
  };
  app.get('/', (_request, response, next) => page(firstPage, response, next));
  app.get('/:page', ({ params }, response, next) => page(params.page, response, next));
  app.get(`/${screenPage}/:name`, (_request, response, next) => page(screenPage, response, next));
}

function sendPage(response: Response, folder: string, page: string): void {
  response.sendFile(join(page, 'index.html'), {
    root: folder,
    cacheControl: false,
    headers: { 'Cache-Control': 'no-cache' },
  });
}

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Splitcast: pages are not built</title>
<h1>The pages are not built yet</h1>
<p>Run <code>npm run build</code> in the folder of Splitcast, then reload. The API at <a href="/api/v1/meets">/api/v1</a> works without it.</p>
</html>
`;
