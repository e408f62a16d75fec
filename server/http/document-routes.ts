// The API's own description, and the answer to plain GETs of the live socket's address.
import { livePath, subprotocol } from '../../shared/protocol.ts';
import { asyncApi } from './asyncapi.ts';
import { textTag } from './etag.ts';
import { openApi } from './openapi.ts';
import { problem } from './problem.ts';
import { jsonText, type Reply } from './reply.ts';
import type { Route } from './route.ts';

/** Adds the routes that describe all routes, themselves included. Both documents are made once. */
export function withDocuments(routes: readonly Route[]): readonly Route[] {
  const all: readonly Route[] = [
    ...routes,
    {
      method: 'get',
      path: livePath,
      name: 'live',
      says: `The live socket: a WebSocket with subprotocol ${subprotocol}, described by /api/v1/asyncapi.json.`,
      answers: { 426: { says: 'Asked without a WebSocket upgrade.' } },
      handle: () =>
        problem('upgrade-needed', `This address speaks WebSocket, subprotocol ${subprotocol}.`, {
          headers: { Upgrade: 'websocket', Connection: 'Upgrade' },
        }),
    },
    {
      method: 'get',
      path: '/api/v1/openapi.json',
      name: 'getOpenApi',
      says: 'This description, OpenAPI 3.1.',
      answers: { 200: { says: 'The document.', schema: 'ApiDocument' } },
      handle: () => openApiReply,
    },
    {
      method: 'get',
      path: '/api/v1/asyncapi.json',
      name: 'getAsyncApi',
      says: 'The live socket described, AsyncAPI 3.0.',
      answers: { 200: { says: 'The document.', schema: 'ApiDocument' } },
      handle: () => asyncApiReply,
    },
  ];
  const openApiReply = documentReply(openApi(all));
  const asyncApiReply = documentReply(asyncApi());
  return all;
}

function documentReply(document: object): Reply {
  const text = JSON.stringify(document);
  return jsonText(200, text, { ETag: textTag(text) });
}
