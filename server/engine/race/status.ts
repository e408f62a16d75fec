// Where a race is in its life (O3): called up, on the ice, stopped, over, under review.
import type { RaceStatus } from '../../../shared/board.ts';
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import type { Attempt } from './attempt.ts';
import { isShut, type Window } from './window.ts';

/** The newest decision of a kind. */
export function lastOfKind<K extends Fact['kind']>(decisions: readonly Fact[], kind: K): FactOf<K> | undefined {
  return decisions.findLast((fact): fact is FactOf<K> => fact.kind === kind);
}

/** Nobody of it is on the way any more. */
export function isOver({ status }: { readonly status: RaceStatus }): boolean {
  return status === 'finished' || status === 'underReview' || status === 'official';
}

/** Shut in this attempt and not open again: nobody is expected any more. */
export function isClosed(decisions: readonly Fact[], attempt: Attempt, windows: readonly Window[]): boolean {
  const closed = lastOfKind(decisions, 'close')?.seq ?? 0;
  return closed > attempt.afterSeq && isShut(windows);
}

/** Somebody's protest is open; each has his own, and the last word on it holds. */
function isProtested(decisions: readonly Fact[]): boolean {
  const states = new Map<string, string>();
  for (const fact of decisions)
    if (fact.kind === 'protest') states.set(fact.protester ?? fact.by, fact.state ?? 'open');
  return [...states.values()].includes('open');
}

/** The status before any signature; `ended` where nobody is expected any more. */
export function statusOf(doc: RaceDoc, decisions: readonly Fact[], attempt: Attempt, ended: boolean): RaceStatus {
  if (doc.cancelled === true) return 'cancelled';
  const started = attempt.starts.size > 0;
  if (started && !ended) return 'running';
  if (isProtested(decisions)) return 'underReview';
  if (started) return 'finished';
  const armed = lastOfKind(decisions, 'arm')?.seq ?? 0;
  const stopped = attempt.cleared === 'stopped' || attempt.cleared === 'fall';
  if (stopped && armed < attempt.afterSeq) return 'stopped';
  return armed > (lastOfKind(decisions, 'close')?.seq ?? 0) ? 'armed' : 'scheduled';
}
