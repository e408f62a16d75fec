// What a decision on another fact may be about: it must exist, be of a fitting kind and of the same race.
import { type FactDraft, isReading } from '../../shared/facts.ts';
import type { Refusal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { refuse } from './refusal.ts';

/** A decision on another fact. */
type Aimed = Extract<FactDraft, { target: string }>;

/** What such a decision must aim at, in words; undefined where `target` is that. */
function misfit(kind: Aimed['kind'], target: FactDraft): string | undefined {
  switch (kind) {
    case 'retract':
    case 'restore':
      return target.kind === 'retract' || target.kind === 'restore'
        ? `a ${target.kind} cannot be the target of a ${kind}: ${target.kind === 'retract' ? 'restore' : 'retract'} ${target.target} instead`
        : undefined;
    case 'amend':
    case 'present':
      return isReading(target)
        ? undefined
        : `${kind} needs a reading as its target: ${target.id} is a ${target.kind}, retract it and decide anew`;
    case 'announce':
      return target.kind === 'ruling' && target.held === true
        ? undefined
        : `announce needs a held ruling as its target: ${target.id} is a ${target.kind} that nobody holds back`;
  }
}

/** The race the decision is about: its own, or its target's where it names none. */
export function aim(decision: Aimed, ledger: Ledger, line: number): { readonly race: string | undefined } | Refusal {
  const target = ledger.find(decision.target)?.fact;
  const field = 'target';
  if (target === undefined) {
    return refuse('unknown-target', `no fact has the id ${decision.target}: send it first, or correct the target`, {
      line,
      field,
    });
  }
  const wrong = misfit(decision.kind, target);
  if (wrong !== undefined) return refuse('wrong-target', wrong, { line, field });
  if (decision.race !== undefined && target.race !== undefined && decision.race !== target.race) {
    const says = `${target.id} is of race ${target.race}, not of ${decision.race}: leave the race out or correct it`;
    return refuse('wrong-target', says, { line, field: 'race' });
  }
  return { race: decision.race ?? target.race };
}
