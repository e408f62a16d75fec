// Official results (O1): the rows are frozen as a numbered revision; later facts only say what they would change.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Revision } from '../../../shared/board.ts';
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { Entrant, Race } from './race-state.ts';

/** A signature in force: its place among all signatures of the race. */
export interface Signature {
  readonly number: number;
  readonly fact: FactOf<'official'>;
}

/** The signature that holds, unless the race was reopened since. */
export function signatureOf(decisions: readonly Fact[]): Signature | undefined {
  let signature: Signature | undefined;
  let number = 0;
  for (const fact of decisions) {
    if (fact.kind === 'official') {
      number += 1;
      signature = { number, fact };
    } else if (fact.kind === 'reopen') signature = undefined;
  }
  return signature;
}

/** Keys in order, so that the same facts give the same hash wherever they were read from. */
function canonical(fact: Fact): string {
  return JSON.stringify(Object.fromEntries(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** SHA-256 over the facts in order of seq, a line each. */
export function hashOf(facts: readonly Fact[]): string {
  return bytesToHex(sha256(utf8ToBytes(facts.map(canonical).join('\n'))));
}

function figures({ rank, result, points, racer }: Entrant): Record<string, number | undefined> {
  return { rank, timeUs: result?.timeUs, total: points?.total, laps: racer.laps };
}

/** What the race with all its facts has otherwise than the signed one, by entry. */
function pendingOf(signed: Race, now: Race): Revision['pending'] {
  const pending: NonNullable<Revision['pending']> = {};
  for (const [entry, entrant] of now.entrants) {
    const known = signed.entrants.get(entry);
    const before = known === undefined ? {} : figures(known);
    const changes = Object.entries(figures(entrant)).filter(([name, value]) => before[name] !== value);
    if (changes.length === 0) continue;
    pending[entry] = Object.fromEntries(
      changes.map(([name, after]) => [
        name,
        {
          ...(before[name] !== undefined && { before: before[name] }),
          ...(after !== undefined && { after }),
        },
      ]),
    );
  }
  return Object.keys(pending).length === 0 ? undefined : pending;
}

/** The revision a signature makes of the facts up to it; `now` is the race with those that came later. */
export function revisionOf({ number, fact }: Signature, facts: readonly Fact[], signed: Race, now: Race): Revision {
  const pending = pendingOf(signed, now);
  return {
    number,
    signer: fact.signer,
    at: fact.at,
    hash: hashOf(facts),
    ...(pending !== undefined && { pending }),
  };
}
