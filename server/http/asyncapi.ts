// The AsyncAPI 3.0 document of the live socket, made from the wire's zod schemas.
import type { z } from 'zod';
import { beatMs, closeCodes, livePath, protocolVersion, subprotocol } from '../../shared/protocol.ts';
import { clientMessageSchema, serverMessageSchema } from '../../shared/wire.ts';
import { jsonSchema } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;
type Direction = typeof clientMessageSchema | typeof serverMessageSchema;

const says: Readonly<Record<string, string>> = {
  sub:
    'Follow a topic; with epoch and version of the state it holds, a client is brought forward by a patch. With delayMs ' +
    'it reads what was sent so long ago, also right after it came or the server was restarted.',
  unsub: 'Follow a topic no longer.',
  auth: 'Show a token, for topics that need one.',
  ack: 'The version a named screen shows.',
  ping: 'Ask for the server clock.',
  snap: 'The whole state of a topic.',
  patch: 'An RFC 7396 merge patch that applies only to exactly version `base` of the same epoch.',
  beat: `Nothing changed; on every topic at least every ${beatMs} ms.`,
  pong: 'The server clock, with what the ping carried.',
  error: 'A message was refused; the socket stays open.',
  bye: 'The server stops; come back after retryMs.',
};

/** What anybody may follow. */
const topics = [
  'now',
  'meet/<id>',
  'race/<id>',
  'event/<id>',
  'selection/<meet>',
  'screen/<name>',
  'air/<output>',
  'aired',
];

/** One channel, both directions. */
export function asyncApi(): Json {
  const up = messages(clientMessageSchema, 'input');
  const down = messages(serverMessageSchema, 'output');
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Splitcast live',
      version: protocolVersion,
      description: `WebSocket ${livePath}, subprotocol ${subprotocol}, text frames, one message each. Close codes: ${closes()}.`,
    },
    defaultContentType: 'application/json',
    channels: {
      live: {
        address: livePath,
        description: `Subprotocol ${subprotocol}. Topics: ${topics.join(', ')}. The socket only reads; facts are written with POST /api/v1/facts.`,
        messages: { ...named(up, 'client'), ...named(down, 'server') },
        bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
      },
    },
    operations: {
      receive: operation('receive', 'What a client sends.', up, 'client'),
      send: operation('send', 'What the server sends. Clients ignore unknown fields and an unknown t.', down, 'server'),
    },
  };
}

interface Message {
  readonly t: string;
  readonly payload: Json;
}

function messages(direction: Direction, io: 'input' | 'output'): readonly Message[] {
  return direction.options.map((option: z.ZodObject<{ t: z.ZodLiteral<string> }>) => ({
    t: option.shape.t.value,
    payload: jsonSchema(option, io),
  }));
}

function named(list: readonly Message[], end: string): Json {
  return Object.fromEntries(list.map(({ t, payload }) => [`${end}.${t}`, { name: t, summary: says[t] ?? t, payload }]));
}

function operation(action: 'send' | 'receive', summary: string, list: readonly Message[], end: string): Json {
  return {
    action,
    summary,
    channel: { $ref: '#/channels/live' },
    messages: list.map(({ t }) => ({ $ref: `#/channels/live/messages/${end}.${t}` })),
  };
}

function closes(): string {
  return Object.entries(closeCodes)
    .map(([name, code]) => `${code} ${name}`)
    .join(', ');
}
