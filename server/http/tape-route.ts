// The tape of a race: all its frames in the order in which they were accepted, one JSON a line, for replay.
import { unknown } from './board-routes.ts';
import type { HttpParts } from './parts.ts';
import type { Reply } from './reply.ts';
import type { Route } from './route.ts';

const ndjsonType = 'application/x-ndjson';

export function tapeRoutes(parts: Pick<HttpParts, 'topics' | 'tape'>): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/races/{id}/tape',
      name: 'getTape',
      says:
        'The race from its first board to the newest: a snap, then patches, versions counted from 1, `at` when it was ' +
        'accepted. The state at an instant is that of the last frame not after it. The same bytes after a restart, so ' +
        'the ETag of a race that is over stays.',
      answers: {
        200: { says: 'One frame a line.', schema: 'TapeFrame', type: ndjsonType },
        404: { says: 'No such race.' },
      },
      handle: ({ id }) => getTape(parts, id),
    },
  ];
}

async function getTape({ topics, tape }: Pick<HttpParts, 'topics' | 'tape'>, id: string): Promise<Reply> {
  const made = await tape(id);
  if (made === undefined) return unknown(topics, 'race', id);
  const headers = { 'Content-Type': `${ndjsonType}; charset=utf-8`, 'Cache-Control': 'no-cache', ETag: made.tag };
  return { status: 200, headers, body: made.lines };
}
