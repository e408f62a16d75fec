import specifications from '@asyncapi/specs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { clientMessageSchema, serverMessageSchema } from '../../shared/wire.ts';
import { meet, noScreens, nothingOnAir, passing, type Stand, stand } from './stand.ts';

async function openApiOf(server: Stand) {
  return (await server.get('/api/v1/openapi.json')).json;
}

/** What express serves under /api, read from its own router; a route for every method is the one that says 405. */
function servedRoutes(): string[] {
  const journal = openMemoryJournal();
  const app = createApp({
    journal,
    topics: { get: () => undefined, topics: () => [] },
    tape: async () => undefined,
    document: () => undefined,
    startList: () => undefined,
    screens: noScreens,
    onAir: nothingOnAir,
    authenticate: () => undefined,
    preview: () => new Map(),
    ready: () => true,
    metrics: createMetrics([]),
    pagesFolder: '/none',
    log: {} as never,
  });
  const layers = app.router.stack.flatMap(({ route }) => (route === undefined ? [] : [route]));
  return layers
    .filter(({ path, stack }) => path.startsWith('/api/') && stack.length === 1)
    .flatMap(({ path, stack }) => stack.map(({ method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`))
    .sort();
}

/** A validator for one named schema of the document. */
function checker(document: { components: { schemas: Record<string, object> } }, name: string) {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv.compile({ ...document, $ref: `#/components/schemas/${name}` });
}

describe('OpenAPI', () => {
  test('[A21] the document is valid OpenAPI 3.1', async () => {
    await using server = await stand();
    const document = await openApiOf(server);
    expect(document.openapi).toBe('3.1.0');
    const result = await new Validator().validate(document);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('[A21] every route is in the document and everything in it is served', async () => {
    await using server = await stand();
    const document = await openApiOf(server);
    const described = Object.entries<object>(document.paths)
      .flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
      .sort();
    expect(described).toEqual(servedRoutes());
    expect(described).toContain('post /api/v1/facts');
  });

  test('[A21] every schema is valid JSON Schema, and every reference leads to one', async () => {
    await using server = await stand();
    const document = await openApiOf(server);
    const ajv = new Ajv2020({ strict: false });
    for (const [name, schema] of Object.entries<object>(document.components.schemas)) {
      expect(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`).toBe(true);
    }
    const referenced = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(new Set(referenced)).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  test('[A21] what is taken and what is answered fit their schemas', async () => {
    await using server = await stand();
    const document = await openApiOf(server);
    const cases: [string, unknown][] = [
      ['Fact', passing('p1')],
      ['FactOrFacts', [passing('p1')]],
      ['Meet', meet],
      ['FactsAnswer', (await server.post(passing('p1'))).json],
      ['FactsAnswer', (await server.post(passing('p2'), {}, '?dry=1')).json],
      ['MeetReceipt', (await server.put('trials', meet, { 'if-match': '"1"' })).json],
      ['NowAnswer', (await server.get('/api/v1/now')).json],
      ['Problem', (await server.post('{')).json],
      ['Problem', (await server.get('/api/v1/races/none')).json],
      ['ApiDocument', document],
    ];
    for (const [name, value] of cases) {
      const check = checker(document, name);
      expect(check(value), `${name}: ${JSON.stringify(check.errors)}`).toBe(true);
    }
  });

  test('[A21] the schemas refuse what the server refuses', async () => {
    await using server = await stand();
    const document = await openApiOf(server);
    expect(checker(document, 'Fact')(passing('p1', { how: 'ear' }))).toBe(false);
    expect(checker(document, 'Meet')({ ...meet, venue: undefined })).toBe(false);
    expect(checker(document, 'MeetReceipt')({ version: 0, seq: 1 })).toBe(false);
  });

  test('[A21] what needs a token says so, and reading does not, but for what is told to screens', async () => {
    await using server = await stand();
    const { paths, components } = await openApiOf(server);
    expect(components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' });
    for (const [path, item] of Object.entries<Record<string, { security: object[]; responses: object }>>(paths)) {
      for (const [method, { security, responses }] of Object.entries(item)) {
        const guarded = method !== 'get' || path === '/api/v1/screens';
        expect(security, `${method} ${path}`).toEqual(guarded ? [{ token: [] }] : []);
        expect('401' in responses).toBe(guarded);
      }
    }
  });
});

describe('AsyncAPI', () => {
  const names = (schema: typeof clientMessageSchema | typeof serverMessageSchema, end: string) =>
    schema.options.map((option) => `${end}.${option.shape.t.value}`);

  test('[A22] the document is valid AsyncAPI 3.0', async () => {
    await using server = await stand();
    const document = (await server.get('/api/v1/asyncapi.json')).json;
    expect(document.asyncapi).toBe('3.0.0');
    const specification = specifications.schemasWithoutId['3.0.0'] as AnySchema;
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const check = ajv.compile(specification);
    expect(check(document), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
    expect(check({ ...document, channels: { live: { messages: 5 } } })).toBe(false);
  });

  test('[A22] the channel carries every message of the wire in its direction, and no other', async () => {
    await using server = await stand();
    const { channels, operations } = (await server.get('/api/v1/asyncapi.json')).json;
    const client = names(clientMessageSchema, 'client');
    const fromServer = names(serverMessageSchema, 'server');
    expect(channels.live.address).toBe('/api/v1/live');
    for (const kind of ['race', 'event', 'selection']) expect(channels.live.description).toContain(`${kind}/<`);
    expect(Object.keys(channels.live.messages)).toEqual([...client, ...fromServer]);
    const refs = (list: string[]) => list.map((name) => ({ $ref: `#/channels/live/messages/${name}` }));
    expect(operations.receive).toMatchObject({ action: 'receive', messages: refs(client) });
    expect(operations.send).toMatchObject({ action: 'send', messages: refs(fromServer) });
  });

  test('[A22] every message has a summary of its own and a payload that takes it', async () => {
    await using server = await stand();
    const { channels } = (await server.get('/api/v1/asyncapi.json')).json;
    const { messages } = channels.live;
    for (const [name, { summary }] of Object.entries<{ summary: string }>(messages)) {
      expect(summary.length, name).toBeGreaterThan(10);
    }
    const check = (name: string) => new Ajv2020({ strict: false }).compile(messages[name].payload);
    expect(check('client.sub')({ t: 'sub', topic: 'race/ms-final', later: true })).toBe(true);
    expect(check('client.sub')({ t: 'sub', topic: 'no topic' })).toBe(false);
    expect(check('server.beat')({ t: 'beat', topic: 'now', epoch: 'a.1', version: 4, at: 5, later: 1 })).toBe(true);
  });
});
