// What "the same content" means for a fact that is sent again. Knows nothing of storage.
import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import { type FactDraft, isReading } from '../../shared/facts.ts';

// The package is CommonJS but types itself as an ES module, so the compiler expects a `default` that Node does not give.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

/**
 * SHA-256 (32 bytes) of the RFC 8785 canonical JSON of a fact as it was submitted. Left out: `after`, a question about
 * the journal and not part of what happened, and `at` of a decision, which the journal gives.
 */
export function digestOf(draft: FactDraft): Buffer {
  const content = { ...draft } as Record<string, unknown>;
  if (!isReading(draft)) {
    delete content.after;
    delete content.at;
  }
  return createHash('sha256').update(canonicalize(content)).digest();
}
