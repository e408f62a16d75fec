// The tapes: all frames of a topic in the order in which they were accepted, one JSON a line, for replay.
import { unknown } from './board-routes.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import type { Reply } from './reply.ts';
import type { Answer, Asked, Route } from './route.ts';

const ndjsonType = 'application/x-ndjson';

const frames: Answer = { says: 'One frame a line.', schema: 'TapeFrame', type: ndjsonType };

/** Whose tape it is: the kind of its topic, where it stands, and what a 404 says. */
const kinds = [
  ['race', '/api/v1/races/{id}/tape', 'getTape', 'A race', 'No such race.'],
  ['event', '/api/v1/events/{id}/tape', 'getEventTape', 'The standings of an event', 'No such event.'],
  ['meet', '/api/v1/meets/{id}/tape', 'getMeetTape', 'The programme of a meet', 'No such meet.'],
  [
    'selection',
    '/api/v1/meets/{id}/selection/tape',
    'getSelectionTape',
    'The selections of a meet',
    'No such meet, or it selects nobody.',
  ],
] as const;

type Parts = Pick<HttpParts, 'topics' | 'tape'>;

export function tapeRoutes(parts: Parts): readonly Route[] {
  return [
    ...kinds.map(
      ([kind, path, name, what, none]): Route => ({
        method: 'get',
        path,
        name,
        says:
          `${what} from the first state to the newest: a snap, then patches, versions counted from 1, \`at\` when it was ` +
          'accepted. The state at an instant is that of the last frame not after it. The same bytes after a restart, so ' +
          'the ETag of what is over stays.',
        answers: { 200: frames, 404: { says: none } },
        handle: async ({ id }) => (await taped(parts, `${kind}/${id}`)) ?? unknown(parts.topics, kind, id),
      }),
    ),
    {
      method: 'get',
      path: '/api/v1/now/tape',
      name: 'getNowTape',
      says: 'What was on in the meet that was on at an instant, from its first state to the newest, as the other tapes.',
      parameters: [{ name: 'at', in: 'query', says: 'microseconds since 1970 UTC; now where absent' }],
      answers: { 200: frames, 400: { says: 'A wrong instant.' }, 404: { says: 'There is no meet at all yet.' } },
      handle: (asked) => getNow(parts, asked),
    },
  ];
}

async function getNow(parts: Parts, { request }: Asked): Promise<Reply> {
  const { at } = request.query;
  if (at !== undefined && !(typeof at === 'string' && /^\d{1,16}$/.test(at)))
    return problem('unknown-parameter', 'The parameter "at" is an instant, in microseconds since 1970 UTC.');
  const found = await taped(parts, 'now', at === undefined ? undefined : Number(at));
  return found ?? problem('not-found', 'There is no meet at all yet.');
}

async function taped({ tape }: Parts, topic: string, atUs?: number): Promise<Reply | undefined> {
  const made = await tape(topic, atUs);
  if (made === undefined) return undefined;
  if (made.lines.length === 0) return problem('not-found', `The tape of ${topic} has become too long to be kept.`);
  const headers = { 'Content-Type': `${ndjsonType}; charset=utf-8`, 'Cache-Control': 'no-cache', ETag: made.tag };
  return { status: 200, headers, body: made.lines };
}
