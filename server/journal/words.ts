// The words a fact can be found by: the race it names, who wore the transponder, what a decision is about.
import { type Fact, type FactDraft, isReading } from '../../shared/facts.ts';
import type { Ledger } from './ledger.ts';

/** On every decision. */
export const decided = 'decided';

/** On every fact that names the race. */
export const ofRace = (race: string): string => `of:${race}`;

/** On readings that name no race, which is the way of decoders. */
export const wornBy = (transponder: string): string => `worn:${transponder}`;
export const enteredAs = (entry: string): string => `entered:${entry}`;

/**
 * What a decision touches; two operators collide where they decide on one subject. A decision on a decision (retract,
 * restore, announce) touches what that one touched, so taking a ruling back collides with a new ruling on the same entry.
 */
export function subjectOf(decision: FactDraft, ledger: Pick<Ledger, 'find'>): string {
  switch (decision.kind) {
    case 'retract':
    case 'restore':
    case 'amend':
    case 'present':
    case 'announce': {
      const target = ledger.find(decision.target)?.fact;
      return target === undefined || isReading(target) ? `fact:${decision.target}` : subjectOf(target, ledger);
    }
    case 'sprint':
      return `sprint:${decision.race}/${decision.sprint}`;
    case 'ruling':
    case 'entry':
    case 'handtime':
    case 'falseStart':
    case 'reaction':
      return `entry:${decision.race}/${decision.entry}`;
    case 'assign':
      return `transponder:${decision.transponder}`;
    case 'sync':
      return `source:${decision.of}`;
    case 'programme':
      return `programme:${decision.meet}`;
    case 'designate':
      return `slot:${decision.meet}/${decision.selection}/${decision.slot}`;
    default:
      return `race:${decision.race}`;
  }
}

/** All words of a fact; the ledger must hold what it targets. */
export function wordsOf(fact: Fact, ledger: Pick<Ledger, 'find'>): readonly string[] {
  const words = fact.race === undefined ? [] : [ofRace(fact.race)];
  if (!isReading(fact)) {
    words.push(decided, subjectOf(fact, ledger));
  } else if (fact.race === undefined && fact.kind === 'passing') {
    if (fact.transponder !== undefined) words.push(wornBy(fact.transponder));
    if (fact.entry !== undefined) words.push(enteredAs(fact.entry));
  }
  return words;
}
