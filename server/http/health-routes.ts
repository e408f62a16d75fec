// `/healthz`, `/readyz`, `/metrics`: for whoever keeps the server running, a script or a timekeeper.
import type { Express } from 'express';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { json, send } from './reply.ts';

type Parts = Pick<HttpParts, 'journal' | 'ready' | 'metrics'>;

export function mountHealth(app: Express, { journal, ready, metrics }: Parts): void {
  /** 200 while facts can be stored; 503 with the journal's sentence while they cannot. Screens go on either way. */
  app.get('/healthz', (request, response) => {
    const { health, epoch, lastSeq } = journal;
    const says = health.ok ? 'Facts are stored.' : health.says;
    send(request, response, json(health.ok ? 200 : 503, { ok: health.ok, says, epoch, lastSeq }));
  });

  /** 200 from the moment every board is made again until the server is told to stop. */
  app.get('/readyz', (request, response) => {
    const reply = ready()
      ? json(200, { ready: true })
      : problem('not-ready', 'The boards are being made, or the server is stopping.', {
          headers: { 'Retry-After': '1' },
        });
    send(request, response, reply);
  });

  app.get('/metrics', async (_request, response) => {
    response.set('Content-Type', metrics.registry.contentType).end(await metrics.registry.metrics());
  });
}
