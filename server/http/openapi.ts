// The OpenAPI 3.1 document, made from the routes themselves and the zod schemas.
import { protocolVersion } from '../../shared/protocol.ts';
import type { Answer, Route } from './route.ts';
import { type SchemaName, schemaComponents } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** The document for exactly these routes. */
export function openApi(routes: readonly Route[]): Json {
  const paths = new Map<string, Json>();
  for (const route of routes) {
    paths.set(route.path, { ...paths.get(route.path), [route.method]: operation(route) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Splitcast',
      version: protocolVersion,
      description: 'Live timing for speed skating: facts in, boards out. Live boards: see /api/v1/asyncapi.json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: schemaComponents(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Made by `splitcast token add`.' } },
    },
  };
}

function operation(route: Route): Json {
  const parameters = [
    ...(route.path.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : []),
    ...(route.parameters ?? []).map(({ name, in: where, says }) => ({
      name,
      in: where,
      description: says,
      schema: { type: 'string' },
    })),
  ];
  return {
    operationId: route.name,
    summary: route.says,
    parameters,
    security: route.roles === undefined ? [] : [{ token: [] }],
    ...(route.body === undefined ? {} : { requestBody: requestBody(route.body.types) }),
    responses: responses(route),
  };
}

function requestBody(types: Readonly<Record<string, SchemaName>>): Json {
  const content = Object.entries(types).map(([type, name]) => [type, { schema: ref(name) }]);
  return { required: true, content: Object.fromEntries(content) };
}

/** What every route may answer beside its own answers. */
function responses({ method, roles, answers }: Route): Json {
  const common = {
    ...(method === 'get' ? { 304: { says: 'Nothing new since the ETag of If-None-Match.' } } : {}),
    ...(roles === undefined ? {} : { 401: { says: 'No token, or an unknown one.' } }),
    ...(roles === undefined ? {} : { 403: { says: `Needs the role ${roles.join(' or ')}.` } }),
    ...(roles === undefined ? {} : { 429: { says: 'Too many wrong tokens from this address.' } }),
    500: { says: 'The server made a mistake.' },
  };
  const all = Object.entries({ ...common, ...answers }).map(([status, answer]) => [status, response(status, answer)]);
  return Object.fromEntries(all);
}

function response(status: string, answer: Answer): Json {
  if (status === '304') return { description: answer.says };
  const content =
    answer.schema === undefined
      ? { 'application/problem+json': { schema: ref('Problem') } }
      : { [answer.type ?? 'application/json']: { schema: ref(answer.schema) } };
  return { description: answer.says, content };
}

function ref(name: SchemaName): Json {
  return { $ref: `#/components/schemas/${name}` };
}
