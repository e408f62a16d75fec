// Which facts of a race count: retracted ones do not, amended ones count as amended, held rulings wait for their announcement.
import type { Fact, FactOf } from '../../../shared/facts.ts';
import { grownBy, kept } from '../reuse.ts';

type Passing = FactOf<'passing'>;

/** A passing as it counts; `at` is on the clock of its source, after amendments. Mostly it is the fact as it was sent. */
export type Reading = Pick<
  Passing,
  'id' | 'seq' | 'at' | 'source' | 'how' | 'loop' | 'entry' | 'transponder' | 'lane' | 'elapsedUs'
> & {
  /** Where it was amended, when it was sent to have happened. */
  readonly sentAt?: number;
  /** The race an operator said it belongs to, where the reading names none itself. */
  readonly claimedBy?: string | undefined;
};

export interface Effective {
  readonly starts: readonly FactOf<'start'>[];
  readonly readings: readonly Reading[];
  /** In the order in which they were made; a held ruling stands where it was announced. */
  readonly decisions: readonly Fact[];
  /** Readings the operator chose to show, the last choice last. */
  readonly presented: readonly string[];
}

/** The targets that are retracted: of each target the last word holds. */
export function retracted(facts: readonly Fact[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'retract') gone.add(fact.target);
    else if (fact.kind === 'restore') gone.delete(fact.target);
  }
  return gone;
}

interface Changes {
  toAt?: number;
  toEntry?: string;
  race?: string;
}

function amendments(facts: readonly Fact[]): Map<string, Changes> {
  const changes = new Map<string, Changes>();
  for (const fact of facts) {
    if (fact.kind !== 'amend') continue;
    const change = changes.get(fact.target) ?? {};
    if (fact.toAt !== undefined) change.toAt = fact.toAt;
    if (fact.toEntry !== undefined) change.toEntry = fact.toEntry;
    if (fact.race !== undefined) change.race = fact.race;
    changes.set(fact.target, change);
  }
  return changes;
}

function asReading(fact: Passing, change: Changes | undefined): Reading {
  if (change === undefined) return fact;
  return {
    ...fact,
    at: change.toAt ?? fact.at,
    entry: change.toEntry ?? fact.entry,
    // A device's own measurement says nothing of an instant the operator typed instead.
    elapsedUs: change.toAt === undefined ? fact.elapsedUs : undefined,
    claimedBy: change.race,
    ...(change.toAt !== undefined && { sentAt: fact.at }),
  };
}

/** What counts of `facts`, which are in order of seq. */
export function effective(facts: readonly Fact[]): Effective {
  const gone = retracted(facts);
  const counting = gone.size === 0 ? facts : facts.filter((fact) => !gone.has(fact.id));
  const changes = amendments(counting);
  const starts: FactOf<'start'>[] = [];
  const readings: Reading[] = [];
  const decisions: Fact[] = [];
  const presented: string[] = [];
  const held = new Map<string, Fact>();
  for (const fact of counting) {
    if (fact.kind === 'passing') readings.push(asReading(fact, changes.get(fact.id)));
    else if (fact.kind === 'start') {
      const at = changes.get(fact.id)?.toAt;
      starts.push(at === undefined ? fact : { ...fact, at });
    } else if (fact.kind === 'ruling' && fact.held === true) held.set(fact.id, fact);
    else if (fact.kind === 'announce') {
      const ruling = held.get(fact.target);
      if (ruling !== undefined) decisions.push({ ...ruling, seq: fact.seq, at: fact.at });
      held.delete(fact.target);
    } else if (fact.kind === 'present') presented.push(fact.target);
    else decisions.push(fact);
  }
  return { starts, readings, decisions, presented };
}

/** What counts of a race's facts, with what it was found in. */
export interface Counting extends Effective {
  readonly facts: readonly Fact[];
  /** What some fact is about. */
  readonly targets: ReadonlySet<string>;
}

/**
 * What counts of `facts`. Mostly a reading or two came behind those of `before`, and nothing was decided about them: then
 * they are put behind what counted, and everything else keeps its identity.
 */
export function countingOf(facts: readonly Fact[], before: Counting | undefined): Counting {
  const news = before && grownBy(before.facts, facts);
  const isPlain = (fact: Fact): fact is Passing => fact.kind === 'passing' && before?.targets.has(fact.id) === false;
  if (before === undefined || news === undefined || !news.every(isPlain)) {
    const targets = new Set<string>();
    for (const fact of facts) if ('target' in fact) targets.add(fact.target);
    const counting = effective(facts);
    return { ...counting, presented: kept(before?.presented, counting.presented), facts, targets };
  }
  if (news.length === 0) return before;
  return { ...before, facts, readings: before.readings.concat(news) };
}
