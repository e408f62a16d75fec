import { request } from 'node:http';
import { type Logger, pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { passing, stand } from './stand.ts';

/** A path as it is, past the tidying of fetch. */
function raw(url: string, path: string): Promise<{ status: number; type: string; text: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path }, async (response) => {
      const text = (await response.toArray()).join('');
      resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text });
    });
    sent.on('error', reject).end();
  });
}

describe('problem documents', () => {
  test('[A17] a refusal has type, title, status, detail and code, and is not cached', async () => {
    await using server = await stand();
    const answer = await server.get('/api/v1/nothing');
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.json).toEqual({
      type: 'urn:splitcast:problem:not-found',
      title: 'Not Found',
      status: 404,
      detail:
        'There is nothing at /api/v1/nothing. The API is described at /api/v1/openapi.json, the screens start at /arena.',
      code: 'not-found',
    });
  });

  test('[A17] a malformed address is a problem document too', async () => {
    await using server = await stand();
    const answer = await raw(server.url, '/api/v1/races/%E0%A4%A');
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('[A17] a mistake of ours is 500, told in the log and not to the client', async () => {
    const logged: unknown[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => logged.push(JSON.parse(line)) }) as Logger;
    await using server = await stand({
      log,
      preview: () => {
        throw new Error('secret at /home/rink/engine.ts');
      },
    });
    const answer = await server.post(passing('p1'), {}, '?dry=1');
    expect(answer.json).toMatchObject({ status: 500, code: 'mistake' });
    expect(answer.text).not.toMatch(/secret|engine|stack|node_modules/);
    expect(logged).toMatchObject([{ err: { message: 'secret at /home/rink/engine.ts' }, path: '/api/v1/facts' }]);
    expect((await server.post(passing('p1'))).status).toBe(200);
  });

  test('[A17] a refused write is told in the log', async () => {
    const logged: unknown[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(JSON.parse(line)) }) as Logger;
    await using server = await stand({ log });
    await server.post(passing('p1', { race: 'nowhere' }));
    expect(logged).toMatchObject([{ by: 'desk', code: 'unknown-race' }]);
  });
});

describe('methods', () => {
  test.each([
    ['GET', '/api/v1/facts', 'POST'],
    ['DELETE', '/api/v1/facts', 'POST'],
    ['POST', '/api/v1/meets/trials', 'GET, PUT, HEAD'],
    ['PATCH', '/api/v1/races/ms-final', 'GET, HEAD'],
    ['PUT', '/api/v1/now', 'GET, HEAD'],
  ])('[A18] %s %s is 405 and allows %s', async (method, path, allow) => {
    await using server = await stand();
    const answer = await server.ask(method, path);
    expect(answer.json).toMatchObject({ status: 405, code: 'wrong-method' });
    expect(answer.headers.get('allow')).toBe(allow);
  });

  test('[A18] the live address asked without a WebSocket is 426', async () => {
    await using server = await stand();
    const answer = await server.get('/api/v1/live');
    expect(answer.json).toMatchObject({ status: 426, code: 'upgrade-needed' });
    expect(answer.headers.get('upgrade')).toBe('websocket');
    expect(answer.json.detail).toContain('splitcast.v1.json');
  });
});
