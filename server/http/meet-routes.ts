// `/api/v1/meets`: the meet documents, read by anybody, replaced whole by operators who saw the version they replace.
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { idsOf, unknown } from './board-routes.ts';
import { documentVersions, meetTag, textTag } from './etag.ts';
import { refusalProblem } from './journal-refusal.ts';
import { parseJson } from './json-text.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { json, jsonText, type Reply } from './reply.ts';
import type { Asked, Route } from './route.ts';
import { schemaFaults } from './schema-faults.ts';

/** A championship with 5,000 athletes and 2,000 races of ten is under 3 MB. */
export const meetBodyBytes = 4 * 1024 * 1024;

type Parts = Pick<HttpParts, 'topics' | 'journal' | 'document'>;

export function meetRoutes(parts: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/meets',
      name: 'listMeets',
      says: 'The meets this server knows.',
      answers: { 200: { says: 'The meets.', schema: 'MeetsAnswer' } },
      handle: () => listMeets(parts),
    },
    {
      method: 'get',
      path: '/api/v1/meets/{id}',
      name: 'getMeet',
      says: 'The newest document of a meet, and its programme with what is on. The ETag serves If-Match of a PUT.',
      answers: { 200: { says: 'Document and programme.', schema: 'MeetAnswer' }, 404: { says: 'No such meet.' } },
      handle: ({ id }) => getMeet(parts, id),
    },
    {
      method: 'get',
      path: '/api/v1/meets/{id}/document',
      name: 'getMeetDocument',
      says: 'One version of the document of a meet: what was known when its state named that version.',
      parameters: [{ name: 'version', in: 'query', says: 'its number; the newest where absent' }],
      answers: {
        200: { says: 'The document.', schema: 'MeetDocument' },
        404: { says: 'No such meet, or no such version of it.' },
      },
      handle: (asked) => getDocument(parts, asked),
    },
    {
      method: 'put',
      path: '/api/v1/meets/{id}',
      name: 'putMeet',
      says: 'Makes a meet, or replaces the version that If-Match names.',
      roles: ['operator'],
      parameters: [
        {
          name: 'If-Match',
          in: 'header',
          says: 'the ETag of the version that is replaced; needed where the meet exists',
        },
        { name: 'If-None-Match', in: 'header', says: '*: only where there is no such meet yet' },
      ],
      body: { limitBytes: meetBodyBytes, types: { 'application/json': 'Meet' } },
      answers: {
        200: { says: 'Replaced.', schema: 'MeetReceipt' },
        201: { says: 'Made.', schema: 'MeetReceipt' },
        400: { says: 'The body is not JSON.' },
        409: { says: 'It takes away what has crossings, or names a race of another meet.' },
        412: { says: 'If-Match names another version than the newest.' },
        413: { says: `Over ${meetBodyBytes} bytes.` },
        415: { says: 'Not JSON.' },
        422: { says: 'The document is wrong; each field is named.' },
        428: { says: 'The meet exists and If-Match is missing.' },
        503: { says: 'The journal cannot be written.' },
        507: { says: 'The disk is full.' },
      },
      handle: (asked) => putMeet(parts, asked),
    },
  ];
}

function listMeets({ topics, journal }: Parts): Reply {
  const meets = idsOf(topics, 'meet').flatMap((id) => {
    const state = topics.get(`meet/${id}`)?.state as MeetState | undefined;
    return state === undefined ? [] : [state.meet];
  });
  const text = JSON.stringify({ epoch: journal.epoch, meets });
  return jsonText(200, text, { ETag: textTag(text) });
}

function getMeet({ topics, journal }: Parts, id: string): Reply {
  const newest = journal.meet(id);
  if (newest === undefined) return unknown(topics, 'meet', id);
  const state = topics.get(`meet/${id}`);
  const { epoch, version } = state ?? { epoch: journal.epoch, version: 0 };
  const body = { epoch, version, meet: newest.meet, programme: state?.state };
  return json(200, body, { ETag: meetTag(newest.version, epoch, version) });
}

function getDocument({ topics, journal, document }: Parts, { id, request }: Asked): Reply {
  const newest = journal.meet(id)?.version;
  if (newest === undefined) return unknown(topics, 'meet', id);
  const version = Number(request.query.version ?? newest);
  const found = document(id, version);
  if (found === undefined) return problem('not-found', `Meet "${id}" has no such version. There are 1 to ${newest}.`);
  return json(200, found, { ETag: meetTag(version, journal.epoch, version) });
}

async function putMeet({ journal }: Parts, { request, id, text, holder }: Asked): Promise<Reply> {
  const meet = readMeet(text, id);
  if ('status' in meet) return meet;
  const current = journal.meet(id)?.version ?? 0;
  const refused = checkCondition(current, request.headers['if-match'], request.headers['if-none-match']);
  if (refused !== undefined) return refused;
  const receipt = await journal.putMeet(meet, current, holder.name);
  if (!receipt.ok) return refusalProblem(receipt);
  const { version, seq } = receipt;
  return json(
    current === 0 ? 201 : 200,
    { version, seq },
    {
      ETag: meetTag(version),
      'Cache-Control': 'no-store',
      ...(current === 0 ? { Location: `/api/v1/meets/${id}` } : {}),
    },
  );
}

function readMeet(text: string, id: string): Meet | Reply {
  const json = parseJson(text);
  if ('mistake' in json) {
    const { line, column, says } = json.mistake;
    return problem('malformed-json', `The body ${says}.`, { errors: [{ line, column, says: `The body ${says}` }] });
  }
  const result = meetSchema.safeParse(json.value);
  if (!result.success) {
    const errors = schemaFaults(json.value, result.error.issues);
    return problem('invalid', `The meet is not stored: ${errors[0]?.says}.`, { errors });
  }
  if (result.data.id === id) return result.data;
  const says = `id is "${result.data.id}", but the address names "${id}"`;
  return problem('invalid', `The meet is not stored: ${says}.`, { errors: [{ field: 'id', says }] });
}

/** `current` is 0 where there is no such meet. */
function checkCondition(current: number, ifMatch?: string, ifNoneMatch?: string): Reply | undefined {
  if (ifMatch !== undefined) {
    const wanted = documentVersions(ifMatch);
    if (current !== 0 && (wanted === 'any' || wanted.includes(current))) return undefined;
    return problem(
      'version-mismatch',
      `${whatIs(current)} Get it, make your change again, and send its ETag as If-Match.`,
    );
  }
  if (current === 0) return undefined;
  if (ifNoneMatch !== undefined) return problem('version-mismatch', `${whatIs(current)} It is not made again.`);
  return problem('version-needed', `${whatIs(current)} To replace it, send If-Match: "${current}".`, {
    headers: { ETag: meetTag(current) },
  });
}

function whatIs(current: number): string {
  return current === 0 ? 'There is no such meet.' : `The meet exists, in version ${current}.`;
}
