import { afterEach, beforeEach, expect, it } from 'vitest';
import { screenSettingsSchema } from '../../shared/screen.ts';
import { operator, type Stand, source, stand } from './stand.ts';

const told = new Map<string, object>();
let server: Stand;

beforeEach(async () => {
  told.clear();
  server = await stand({
    screens: {
      list: () => ({
        screens: Object.fromEntries(
          [...told].map(([name, settings]) => [
            name,
            { settings: screenSettingsSchema.parse(settings), connected: 0, shows: {} },
          ]),
        ),
      }),
      tell: (name, settings) => name !== 'one-too-many' && told.set(name, settings).has(name),
      forget: (name) => told.delete(name),
    },
  });
});
afterEach(() => server[Symbol.asyncDispose]());

function put(name: string, body: unknown, headers: object = operator) {
  return server.ask('PUT', `/api/v1/screens/${name}`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

it('[A28] an operator tells a screen what to show, and what he leaves out has its default', async () => {
  const answer = await put('west', { view: 'result', race: 'r1', language: 'nl', theme: 'stadium' });
  expect(answer).toMatchObject({
    status: 200,
    json: { name: 'west', settings: { view: 'result', race: 'r1', language: 'nl', theme: 'stadium', delayMs: 0 } },
  });
  const list = await server.get('/api/v1/screens', operator);
  expect(list.json.screens.west).toMatchObject({ settings: { view: 'result' }, connected: 0 });
  expect((await server.ask('DELETE', '/api/v1/screens/west', { headers: { ...operator } })).status).toBe(200);
  expect(told.size).toBe(0);
});

it('[A28] only an operator sees and tells screens', async () => {
  for (const [headers, status] of [
    [{}, 401],
    [source, 403],
  ] as const) {
    expect((await server.get('/api/v1/screens', headers)).status).toBe(status);
    expect((await put('west', {}, headers)).status).toBe(status);
    expect((await server.ask('DELETE', '/api/v1/screens/west', { headers: { ...headers } })).status).toBe(status);
  }
  expect(told.size).toBe(0);
});

it.each([
  ['west', '{"view":', 400, 'malformed-json', expect.anything()],
  ['west', { view: 'tv' }, 422, 'invalid', [expect.objectContaining({ field: 'view' })]],
  ['west', { delayMs: 1500 }, 422, 'invalid', [expect.objectContaining({ field: 'delayMs' })]],
  ['west', { language: 'Dutch!' }, 422, 'invalid', [expect.objectContaining({ field: 'language' })]],
  ['west', { colour: 'red' }, 422, 'invalid', [expect.objectContaining({ field: 'colour' })]],
  ['-west', {}, 422, 'invalid', undefined],
  ['one-too-many', {}, 409, 'too-many-screens', undefined],
])('[A28] %s with %j is refused with %i %s', async (name, body, status, code, errors) => {
  const answer = await put(name, body);
  expect(answer).toMatchObject({ status, json: { code } });
  if (errors !== undefined) expect(answer.json.errors).toEqual(errors);
  expect(told.size).toBe(0);
});

it('[A16][A28] a screen that was told nothing cannot be forgotten', async () => {
  const answer = await server.ask('DELETE', '/api/v1/screens/east', { headers: { ...operator } });
  expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
});
