import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OnAirAction } from '../../shared/on-air.ts';
import { operator, type Stand, source, stand } from './stand.ts';

let acted: [string, OnAirAction][];
let server: Stand;
beforeEach(async () => {
  acted = [];
  server = await stand({
    onAir: {
      of: (output) => ({ output, graphics: {} }),
      act: (output, action) => {
        if (output === 'one-too-many') return undefined;
        acted.push([output, action]);
        return { output, graphics: {} };
      },
    },
  });
});
afterEach(() => server[Symbol.asyncDispose]());

const post = (output: string, body: unknown, headers: object = operator) =>
  server.ask('POST', `/api/v1/on-air/${output}`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

it('[B1] an operator takes and takes out, nobody else does, and everybody may read', async () => {
  const take = { take: { graphic: 'athlete', race: 'r1', entry: 'e1' } };
  expect(await post('main', take)).toMatchObject({ status: 200, json: { output: 'main', graphics: {} } });
  expect((await post('main', { out: 'all' })).status).toBe(200);
  expect((await post('main', take, source)).status).toBe(403);
  expect((await post('main', take, { authorization: '' })).status).toBe(401);
  expect(acted).toEqual([
    ['main', take],
    ['main', { out: 'all' }],
  ]);
  expect((await server.get('/api/v1/on-air/main')).json).toEqual({ output: 'main', graphics: {} });
});

it.each([
  ['main', '{"take":', 400, 'malformed-json'],
  ['main', { take: { graphic: 'weather' } }, 422, 'invalid'],
  ['main', { take: { graphic: 'tower', colour: 'red' } }, 422, 'invalid'],
  ['main', { out: 'everything' }, 422, 'invalid'],
  ['-main', { out: 'all' }, 422, 'invalid'],
  ['one-too-many', { out: 'all' }, 409, 'too-many-outputs'],
])('[B1] %s with %j is refused with %i %s', async (output, body, status, code) => {
  expect(await post(output, body)).toMatchObject({ status, json: { code } });
  expect(acted).toEqual([]);
});
