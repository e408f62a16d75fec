// The journal's refusals as problem documents; the codes are the journal's own.
import type { Refusal } from '../journal/journal.ts';
import { type Place, placeText } from './fact-lines.ts';
import { problem } from './problem.ts';
import type { Reply } from './reply.ts';

/** When a client may try again after the storage failed: long enough to free some disk, short for a race. */
const storageRetryS = 5;

/** `places` are those of the facts that were asked for, so that the answer names the line that was sent. */
export function refusalProblem(refusal: Refusal, places: readonly Place[] = []): Reply {
  const { code, says, line: index, field } = refusal;
  const place = index === undefined ? undefined : (places[index] ?? { index });
  const detail = place === undefined ? says : `Nothing is stored, because of ${placeText(place)}: ${says}`;
  const isStorage = code === 'storage-full' || code === 'storage-failed' || code === 'closed';
  return problem(code, detail, {
    ...(place === undefined ? {} : { errors: [{ ...place, ...(field === undefined ? {} : { field }), says }] }),
    ...(isStorage ? { headers: { 'Retry-After': String(storageRetryS) } } : {}),
  });
}
