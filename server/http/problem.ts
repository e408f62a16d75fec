// Problem documents (RFC 9457): every refusal of the API, each with a code for programs and a sentence for people.
import { STATUS_CODES } from 'node:http';
import type { Reply } from './reply.ts';

/** One thing wrong with what was sent. */
export interface Fault {
  /** Which fact, from 0; `line` is the line of an NDJSON body, from 1. */
  readonly index?: number;
  readonly line?: number;
  readonly column?: number;
  /** Path of the field: `order.0.1`. */
  readonly field?: string;
  readonly says: string;
}

/** Every code of the API and its status. The journal's refusals keep the journal's codes. */
const problemStatus = {
  'bad-request': 400,
  'malformed-json': 400,
  'unknown-parameter': 400,
  'no-token': 401,
  'wrong-token': 401,
  'not-allowed': 403,
  'not-found': 404,
  'wrong-method': 405,
  'id-taken': 409,
  'newer-decision': 409,
  'entry-has-crossings': 409,
  'race-elsewhere': 409,
  'too-many-screens': 409,
  'too-many-outputs': 409,
  'version-mismatch': 412,
  'too-large': 413,
  'too-many-facts': 413,
  'wrong-type': 415,
  invalid: 422,
  'no-facts': 422,
  'unknown-meet': 422,
  'unknown-race': 422,
  'unknown-slot': 422,
  'unknown-athlete': 422,
  'unknown-target': 422,
  'wrong-target': 422,
  'upgrade-needed': 426,
  'version-needed': 428,
  'too-many-failures': 429,
  mistake: 500,
  'storage-failed': 503,
  closed: 503,
  'not-ready': 503,
  'storage-full': 507,
} as const;
export type ProblemCode = keyof typeof problemStatus;

const problemType = 'application/problem+json; charset=utf-8';

/** The problem document as a reply. `detail` is one sentence that says what to do. */
export function problem(
  code: ProblemCode,
  detail: string,
  more: { errors?: readonly Fault[]; headers?: Readonly<Record<string, string>> } = {},
): Reply {
  const status = problemStatus[code];
  const document = {
    type: `urn:splitcast:problem:${code}`,
    title: STATUS_CODES[status],
    status,
    detail,
    code,
    ...(more.errors === undefined ? {} : { errors: more.errors }),
  };
  return {
    status,
    headers: { 'Content-Type': problemType, 'Cache-Control': 'no-store', ...more.headers },
    body: JSON.stringify(document),
  };
}
