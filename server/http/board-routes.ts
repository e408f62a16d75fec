// What is on and how it stands: the newest state of each topic, as the live socket would give it.

import { delayParameter, readDelay } from './delay.ts';
import { stateTag } from './etag.ts';
import type { HttpParts, TopicState } from './parts.ts';
import { problem } from './problem.ts';
import { jsonText, type Reply } from './reply.ts';
import type { Asked, Route } from './route.ts';

type Topics = HttpParts['topics'];

/** Ids a 404 lists at most; a programme of more is in `GET /api/v1/meets/<id>`. */
const listedIds = 50;

export function boardRoutes({ topics, journal }: Pick<HttpParts, 'topics' | 'journal'>): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/races/{id}',
      name: 'getRace',
      says: 'The board of a race.',
      parameters: [delayParameter],
      answers: {
        200: { says: 'The board.', schema: 'RaceAnswer' },
        400: { says: 'A wrong delay.' },
        404: { says: 'No such race.' },
      },
      handle: (asked) => ofTopic(topics, 'race', asked, (state) => `"board":${state}`),
    },
    {
      method: 'get',
      path: '/api/v1/events/{id}',
      name: 'getEvent',
      says: 'The standings of an event.',
      parameters: [delayParameter],
      answers: {
        200: { says: 'Event and standings.', schema: 'EventAnswer' },
        400: { says: 'A wrong delay.' },
        404: { says: 'No such event.' },
      },
      handle: (asked) => ofTopic(topics, 'event', asked, (state) => state.slice(1, -1)),
    },
    {
      method: 'get',
      path: '/api/v1/meets/{id}/selection',
      name: 'getSelection',
      says: 'Who gets what a meet is skated for, if the results stand as they are.',
      parameters: [delayParameter],
      answers: {
        200: { says: 'The selections of the meet.', schema: 'SelectionAnswer' },
        400: { says: 'A wrong delay.' },
        404: { says: 'No such meet, or it selects nobody.' },
      },
      handle: (asked) => ofTopic(topics, 'selection', asked, (state) => state.slice(1, -1)),
    },
    {
      method: 'get',
      path: '/api/v1/now',
      name: 'getNow',
      says: 'What is on the ice, what is next, and the last result.',
      parameters: [delayParameter],
      answers: { 200: { says: 'What is on.', schema: 'NowAnswer' }, 400: { says: 'A wrong delay.' } },
      handle: ({ request }) => {
        const delayMs = readDelay(request.query);
        if (typeof delayMs !== 'number') return delayMs;
        const now = topics.get('now', delayMs) ?? { epoch: journal.epoch, version: 0, state: { onIce: [] } };
        return answer(now, (state) => state.slice(1, -1));
      },
    },
  ];
}

function ofTopic(topics: Topics, kind: string, { id, request }: Asked, field: (state: string) => string): Reply {
  const delayMs = readDelay(request.query);
  if (typeof delayMs !== 'number') return delayMs;
  const state = topics.get(`${kind}/${id}`, delayMs);
  if (state !== undefined) return answer(state, field);
  // What there is now is not told to who asks for what was.
  return delayMs === 0 ? unknown(topics, kind, id) : problem('not-found', `There was no ${kind} "${id}" then.`);
}

/** `field` makes the members that follow epoch and version from the state's JSON text. */
function answer({ epoch, version, state }: TopicState, field: (state: string) => string): Reply {
  const members = field(stateText(state));
  const body = `{"epoch":${JSON.stringify(epoch)},"version":${version}${members === '' ? '' : `,${members}`}}`;
  return jsonText(200, body, { ETag: stateTag(epoch, version) });
}

/** A state never changes, so it is written as text once, however many ask for it. */
const texts = new WeakMap<object, string>();

function stateText(state: object): string {
  const known = texts.get(state);
  if (known !== undefined) return known;
  const text = JSON.stringify(state);
  texts.set(state, text);
  return text;
}

/** The ids of all topics of a kind. */
export function idsOf(topics: Topics, kind: string): readonly string[] {
  const prefix = `${kind}/`;
  return [...topics.topics()].filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length));
}

/** 404 with what does exist. */
export function unknown(topics: Topics, kind: string, id: string): Reply {
  const ids = idsOf(topics, kind);
  const more = ids.length > listedIds ? ` and ${ids.length - listedIds} more` : '';
  const known =
    ids.length === 0 ? `There is no ${kind} at all yet.` : `There are: ${ids.slice(0, listedIds).join(', ')}${more}.`;
  return problem('not-found', `There is no ${kind} "${id}". ${known}`);
}
