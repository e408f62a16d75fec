// `/api/v1/on-air/<output>`: what an output shows, open to read, and for operators taking graphics on air and out.
import { type OnAirAction, onAirActionSchema } from '../../shared/on-air.ts';
import { idSchema } from '../../shared/words.ts';
import { parseJson } from './json-text.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { Asked, Route } from './route.ts';
import { schemaFaults } from './schema-faults.ts';

/** A latched page of sixty results is about a tenth of it. */
const bodyBytes = 256 * 1024;

const fresh = { 'Cache-Control': 'no-store' };

export function onAirRoutes({ onAir }: Pick<HttpParts, 'onAir'>): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/on-air/{id}',
      name: 'getOnAir',
      says: 'The graphics an output shows; without a name of its own it is `main`.',
      answers: { 200: { says: 'What is on air.', schema: 'OnAirAnswer' }, 422: { says: 'No name of an output.' } },
      handle: ({ id }) => (isId(id) ? json(200, onAir.of(id), fresh) : noName(id)),
    },
    {
      method: 'post',
      path: '/api/v1/on-air/{id}',
      name: 'takeOnAir',
      says: 'Takes a graphic on air, in place of what stands there, or takes one out, or all.',
      roles: ['operator'],
      body: { limitBytes: bodyBytes, types: { 'application/json': 'OnAirAction' } },
      answers: {
        200: { says: 'What is on air now.', schema: 'OnAirAnswer' },
        400: { says: 'The body is not JSON.' },
        409: { says: 'There are as many outputs as can be.' },
        413: { says: `Over ${bodyBytes} bytes.` },
        415: { says: 'Not JSON.' },
        422: { says: 'No such graphic; each wrong field is named.' },
      },
      handle: (asked) => act(onAir, asked),
    },
  ];
}

const isId = (id: string) => idSchema.safeParse(id).success;

function noName(id: string): Reply {
  return problem('invalid', `An output's name is 1 to 64 of A-Z a-z 0-9 . _ : - and "${id}" is not.`);
}

function act(onAir: HttpParts['onAir'], { id, text }: Asked): Reply {
  if (!isId(id)) return noName(id);
  const action = readAction(text);
  if ('status' in action) return action;
  const state = onAir.act(id, action);
  if (state !== undefined) return json(200, state, fresh);
  return problem('too-many-outputs', 'There are as many outputs as can be; take on one that is there.');
}

function readAction(text: string): OnAirAction | Reply {
  const read = parseJson(text);
  if ('mistake' in read) {
    const { line, column, says } = read.mistake;
    return problem('malformed-json', `The body ${says}.`, { errors: [{ line, column, says: `The body ${says}` }] });
  }
  const result = onAirActionSchema.safeParse(read.value);
  if (result.success) return result.data;
  const errors = schemaFaults(read.value, result.error.issues);
  return problem('invalid', `Nothing is taken: ${errors[0]?.says}.`, { errors });
}
