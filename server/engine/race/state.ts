// A race as it is shown: computed from all its facts, or frozen as of its signature.
import type { FactKind } from '../../../shared/facts.ts';
import { logOf } from './log.ts';
import { revisionOf, signatureOf } from './official.ts';
import { type RaceInput, raceOf } from './race.ts';
import type { RaceState } from './race-state.ts';

/** The facts that say where a race is in its life; what is on follows the newest of them. */
const moves: ReadonlySet<FactKind> = new Set(['arm', 'start', 'clear', 'close', 'official', 'reopen']);

/** `before` only lends the identity of what did not change. */
export function stateOf(input: RaceInput, before?: RaceState): RaceState {
  const now = raceOf(input, before?.shown);
  const log = logOf(now);
  const movedSeq = input.facts.reduce((seq, fact) => (moves.has(fact.kind) ? Math.max(seq, fact.seq) : seq), 0);
  const signature = signatureOf(now.decisions);
  if (signature === undefined) return { shown: now, log, movedSeq };
  const { seq } = signature.fact;
  const facts = input.facts.filter((fact) => fact.seq <= seq);
  const signed = facts.length === input.facts.length ? now : raceOf({ ...input, facts });
  return {
    shown: { ...signed, status: 'official' },
    revision: revisionOf(signature, facts, signed, now),
    log,
    movedSeq,
  };
}
