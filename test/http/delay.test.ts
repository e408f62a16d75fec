import { describe, expect, it } from 'vitest';
import { Bench } from '../hub/pair.ts';
import { stand } from './stand.ts';

const delayMs = 10_000;

/** A server whose boards are those of a hub in virtual time, where each topic changed 15 s, 5 s and 0 s ago. */
async function late() {
  const bench = new Bench();
  for (const gapMs of [0, 10_000, 5000]) {
    bench.pass(gapMs);
    for (const topic of ['race/ms-final', 'event/ms', 'selection/trials', 'now'])
      bench.put(topic, { onIce: [], atMs: bench.scheduler.frame });
  }
  const server = await stand({ topics: bench.hub });
  return { bench, server };
}

const paths = ['/api/v1/races/ms-final', '/api/v1/events/ms', '/api/v1/meets/trials/selection', '/api/v1/now'];

describe('a read with a delay', () => {
  it.each(paths)('[A23] %s is what it was so long ago, with the tag it had', async (path) => {
    const { bench, server } = await late();
    await using _server = server;
    const now = await server.get(path);
    const then = await server.get(`${path}?delayMs=${delayMs}`);
    expect([now.json.version, then.json.version]).toEqual([3, 1]);
    expect(then.text).not.toContain('15000');
    const tag = then.headers.get('etag') ?? '';
    expect(tag).not.toBe(now.headers.get('etag'));
    bench.pass(4999);
    expect((await server.get(`${path}?delayMs=${delayMs}`, { 'if-none-match': tag })).status).toBe(304);
    bench.pass(1);
    const next = await server.get(`${path}?delayMs=${delayMs}`, { 'if-none-match': tag });
    expect([next.status, next.json.version]).toEqual([200, 2]);
    bench.pass(10_000);
    expect((await server.get(`${path}?delayMs=${delayMs}`)).text).toBe(now.text);
  });

  it.each(['500', '1500', '-1000', '121000', '1e3', '', 'x', '1000&delayMs=2000'])(
    '[A23] a delay of "%s" is refused, never answered with what is newer',
    async (delay) => {
      const { server } = await late();
      await using _server = server;
      for (const path of paths) {
        const answer = await server.get(`${path}?delayMs=${delay}`);
        expect([answer.status, answer.json.code]).toEqual([400, 'unknown-parameter']);
      }
    },
  );

  it('[A23] what was not there then is 404 without a word of what is there now', async () => {
    const { bench, server } = await late();
    await using _server = server;
    bench.put('race/secret', {});
    const answer = await server.get(`/api/v1/races/secret?delayMs=${delayMs}`);
    expect(answer.status).toBe(404);
    expect(answer.json.detail).toBe('There was no race "secret" then.');
    expect((await server.get('/api/v1/races/secret?delayMs=0')).status).toBe(200);
    const before = await server.get('/api/v1/now?delayMs=120000');
    expect(before.json).toEqual({ epoch: server.journal.epoch, version: 0, onIce: [] });
  });
});
