// What was decided about a whole meet (what to show, who is designated), retracted ones left out. Knows no race and no meaning.
import type { Fact, FactOf } from '../../shared/facts.ts';
import { retracted } from './race/effective.ts';

/** A decision that names a meet and no race. */
export type MeetDecision = FactOf<'programme'> | FactOf<'designate'>;

/** By meet, in the order in which they were made. */
export type MeetDecisions = ReadonlyMap<string, readonly MeetDecision[]>;

const none: readonly MeetDecision[] = [];

function ofMeets(fact: Fact): fact is MeetDecision {
  return fact.kind === 'programme' || fact.kind === 'designate';
}

/** Those of `decisions` that fit, and what takes them back or lets them count again. */
export function withTurns(decisions: readonly Fact[], fits: (fact: Fact) => boolean): readonly Fact[] {
  const ids = new Set(decisions.filter(fits).map(({ id }) => id));
  return ids.size === 0
    ? []
    : decisions.filter((fact) => ids.has(fact.id) || ('target' in fact && ids.has(fact.target)));
}

/** All that was said of this meet, what was taken back too. */
export function saidOf(decisions: readonly Fact[], meet: string): readonly Fact[] {
  return withTurns(decisions, (fact) => ofMeets(fact) && fact.meet === meet);
}

function isSame(before: readonly MeetDecision[] | undefined, list: readonly MeetDecision[]): boolean {
  return before?.length === list.length && before.every((fact, i) => fact === list[i]);
}

/** Those of `decisions`, which are in order of seq, that count; the list of a meet of which nothing changed is the one of `before`. */
export function meetDecisions(before: MeetDecisions, decisions: readonly Fact[]): MeetDecisions {
  const named = decisions.filter(ofMeets);
  if (named.length === 0) return before;
  const gone = retracted(decisions);
  const byMeet = new Map<string, MeetDecision[]>();
  for (const fact of named) {
    if (gone.has(fact.id)) continue;
    const list = byMeet.get(fact.meet);
    if (list === undefined) byMeet.set(fact.meet, [fact]);
    else list.push(fact);
  }
  return new Map(
    [...byMeet].map(([meet, list]) => {
      const known = before.get(meet);
      return [meet, known !== undefined && isSame(known, list) ? known : list];
    }),
  );
}

/** What was decided about this meet and counts, oldest first; the same list while nothing of it changed. */
export function ofMeet({ byMeet }: { readonly byMeet: MeetDecisions }, meet: string): readonly MeetDecision[] {
  return byMeet.get(meet) ?? none;
}
