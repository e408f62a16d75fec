// Three watches are the back-up at every competition (P8): what they say together.
import type { Fact } from '../../../shared/facts.ts';
import type { Attempt } from './attempt.ts';

/** By entry: of three watches the middle one, of two the slower. Those of an earlier attempt timed that one. */
export function handTimes(decisions: readonly Fact[], attempt: Attempt): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const fact of decisions) {
    if (fact.kind !== 'handtime' || fact.seq <= attempt.afterSeq) continue;
    const sorted = fact.watches.toSorted((a, b) => a - b);
    times.set(fact.entry, sorted[Math.floor(sorted.length / 2)] as number);
  }
  return times;
}
