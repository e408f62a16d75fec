// `POST /api/v1/facts`: the door through which everything that happens or is decided comes in.

import type { FactKind } from '../../shared/facts.ts';
import type { Holder } from '../journal/tokens.ts';
import { ndjsonType, type PlacedFact, readFacts } from './fact-lines.ts';
import { refusalProblem } from './journal-refusal.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { Asked, Route } from './route.ts';

/** Room for 5,000 readings with the device's own text; a longer import is sent in parts. */
export const factsBodyBytes = 4 * 1024 * 1024;

/** What devices may say; every other kind is a person's decision. */
const sourceKinds: ReadonlySet<FactKind> = new Set<FactKind>(['start', 'passing', 'sync', 'bell']);

type Parts = Pick<HttpParts, 'journal' | 'preview' | 'metrics' | 'log'>;

export function factsRoutes(parts: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/v1/facts',
      name: 'postFacts',
      says: 'Stores facts, all or none, and answers when they are durable. A fact sent again is a duplicate, not an error.',
      roles: ['operator', 'source'],
      parameters: [
        { name: 'dry', in: 'query', says: '1: answer the patches these facts would cause, and store nothing' },
      ],
      body: { limitBytes: factsBodyBytes, types: { 'application/json': 'FactOrFacts', [ndjsonType]: 'Fact' } },
      answers: {
        200: { says: 'Stored; or, with dry=1, what would change.', schema: 'FactsAnswer' },
        400: { says: 'The body is not JSON, or a parameter is unknown.' },
        403: { says: 'A source may send only start, passing, sync and bell.' },
        409: { says: 'The id is taken by other content, or a newer decision was made.' },
        413: { says: `Over ${factsBodyBytes} bytes, or too many facts.` },
        415: { says: 'Neither JSON nor NDJSON.' },
        422: { says: 'Some facts are wrong; each is named with line and field.' },
        503: { says: 'The journal cannot be written.' },
        507: { says: 'The disk is full.' },
      },
      handle: (asked) => postFacts(parts, asked),
    },
  ];
}

async function postFacts(parts: Parts, { request, holder, type, text }: Asked): Promise<Reply> {
  const dry = readDry(request.query);
  if (typeof dry !== 'boolean') return dry;
  const facts = readFacts(type, text);
  if ('status' in facts) return facts;
  const forbidden = holder.role === 'source' ? beyondSource(facts, holder) : undefined;
  if (forbidden !== undefined) return forbidden;
  const drafts = facts.map(({ draft }) => draft);
  const places = facts.map(({ place }) => place);
  if (dry) {
    const preview = parts.journal.preview(drafts, holder.name);
    if (!preview.ok) return refusalProblem(preview, places);
    return json(200, { patches: Object.fromEntries(parts.preview(preview.facts)) }, { 'Cache-Control': 'no-store' });
  }
  const stopClock = parts.metrics.commitSeconds.startTimer();
  const receipt = await parts.journal.append(drafts, holder.name);
  stopClock();
  if (!receipt.ok) {
    parts.metrics.refused.inc({ code: receipt.code });
    parts.log.warn({ by: holder.name, code: receipt.code }, `facts refused: ${receipt.says}`);
    return refusalProblem(receipt, places);
  }
  const { accepted, duplicates, lastSeq } = receipt;
  parts.metrics.accepted.inc(accepted);
  parts.metrics.duplicates.inc(duplicates);
  return json(200, { accepted, duplicates, lastSeq }, { 'Cache-Control': 'no-store' });
}

/** Nothing is guessed here: storing what was meant as a trial cannot be undone. */
function readDry(query: Asked['request']['query']): boolean | Reply {
  const { dry, ...others } = query;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    return problem(
      'unknown-parameter',
      `There is no parameter "${other}" here, only "dry". A token goes into the Authorization header.`,
    );
  }
  if (dry === undefined || dry === '0') return false;
  if (dry === '1') return true;
  return problem('unknown-parameter', 'The parameter "dry" is 1 (store nothing) or 0; nothing is stored.');
}

function beyondSource(facts: readonly PlacedFact[], { name }: Holder): Reply | undefined {
  const errors = facts
    .filter(({ draft }) => !sourceKinds.has(draft.kind))
    .map(({ place, draft }) => ({ ...place, field: 'kind', says: `kind ${draft.kind} needs an operator's token` }));
  if (errors.length === 0) return undefined;
  const kinds = [...sourceKinds].join(', ');
  return problem('not-allowed', `Token "${name}" has the role source, which may send only ${kinds}; none is stored.`, {
    errors,
  });
}
