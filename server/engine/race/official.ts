// Official results (O1): the rows are frozen as a numbered revision; later facts only say what they would change.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Revision } from '../../../shared/board.ts';
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { Entrant, Race, SignedRace } from './race-state.ts';

/** A signature in force; its number is its place among all signatures of the race, withdrawn ones included. */
export interface Signature {
  readonly number: number;
  readonly fact: FactOf<'official'>;
}

/** The signature that holds, unless the race was reopened since; `all` are the facts of the race, counting or not. */
export function signatureOf(decisions: readonly Fact[], all: readonly Fact[]): Signature | undefined {
  const fact = decisions.findLast(({ kind }) => kind === 'official' || kind === 'reopen');
  if (fact?.kind !== 'official') return undefined;
  return { number: all.filter(({ kind, seq }) => kind === 'official' && seq <= fact.seq).length, fact };
}

/** A fact as it was sent, keys in order: neither its number nor when and from whom it came is content. */
function canonical({ seq, acceptedUs, by, ...sent }: Fact): string {
  return JSON.stringify(Object.fromEntries(Object.entries(sent).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** SHA-256 over the facts in order of instant and id, a line each: the same facts have the same hash in whatever order they came. */
export function hashOf(facts: readonly Fact[]): string {
  const lines = facts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(canonical);
  return bytesToHex(sha256(utf8ToBytes(lines.join('\n'))));
}

/** What a sheet says of an entrant; points by sprint as on the board. */
function figures(entrant: Entrant | undefined): Record<string, number | string | undefined> {
  const won = entrant?.points?.won.map((points, i) => [`s${i + 1}`, points === 0 ? undefined : points]);
  return {
    ...Object.fromEntries(won ?? []),
    rank: entrant?.rank,
    timeUs: entrant?.result?.timeUs,
    total: entrant?.points?.total,
    laps: entrant?.racer.laps,
    status: entrant?.racer.ruling.status,
    code: entrant?.racer.ruling.code,
  };
}

/** What the race with all its facts has otherwise than the signed one, by entry. */
function pendingOf(signed: Race, now: Race): Revision['pending'] {
  const pending: NonNullable<Revision['pending']> = {};
  for (const entry of new Set([...signed.entrants.keys(), ...now.entrants.keys()])) {
    const [before, after] = [figures(signed.entrants.get(entry)), figures(now.entrants.get(entry))];
    const names = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
    if (names.length === 0) continue;
    pending[entry] = Object.fromEntries(
      names.map((name) => [
        name,
        {
          ...(before[name] !== undefined && { before: before[name] }),
          ...(after[name] !== undefined && { after: after[name] }),
        },
      ]),
    );
  }
  return Object.keys(pending).length === 0 ? undefined : pending;
}

/** The revision a signature makes; `now` is the race with the facts that came later. */
export function revisionOf({ number, fact }: Signature, { hash, race }: SignedRace, now: Race): Revision {
  const pending = pendingOf(race, now);
  return {
    number,
    signer: fact.signer,
    at: fact.at,
    hash,
    ...(pending !== undefined && { pending }),
  };
}
