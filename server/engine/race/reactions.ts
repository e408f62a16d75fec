// How long each took from the gun to the first move (L1), as the start device told it.
import type { Fact } from '../../../shared/facts.ts';
import type { Attempt } from './attempt.ts';

/** By entry, in microseconds; negative before the gun. Of an attempt the last word holds. */
export function reactionsOf(decisions: readonly Fact[], attempt: Attempt): ReadonlyMap<string, number> {
  const reactions = new Map<string, number>();
  for (const fact of decisions) {
    if (fact.kind === 'reaction' && fact.seq > attempt.afterSeq) reactions.set(fact.entry, fact.reactionUs);
  }
  return reactions;
}
