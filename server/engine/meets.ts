// The first step of the fold: which facts name which race, and every version of every meet. Knows nothing of what they mean.
import { type OperatorFunction, scan } from 'rxjs';
import type { Fact, JournalRecord } from '../../shared/facts.ts';
import type { Meet, MeetVersion } from '../../shared/meet.ts';
import { Growing } from './growing.ts';

export interface Meets {
  /** By meet, oldest first; never empty. */
  readonly versions: ReadonlyMap<string, readonly MeetVersion[]>;
  /** By race, oldest first. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** Those that name no race and belong to whichever window they fit, and what was decided about them; oldest first. */
  readonly loose: Growing<Fact>;
}

export const noMeets: Meets = { versions: new Map(), facts: new Map(), loose: new Growing() };

const none: readonly Fact[] = [];

/** The facts that name a race. */
export function factsOf({ facts }: Meets, race: string): readonly Fact[] {
  return facts.get(race) ?? none;
}

/** The newest version of a meet. */
export function newestOf({ versions }: Meets, id: string): MeetVersion | undefined {
  return versions.get(id)?.at(-1);
}

/** One version of a meet's document. */
export function documentOf({ versions }: Meets, id: string, version: number): Meet | undefined {
  return versions.get(id)?.find((one) => one.version === version)?.meet;
}

/** Deals one batch out to the races it names. */
class Deal {
  readonly added = new Map<string, Fact[]>();
  readonly loose: Fact[] = [];
  readonly #before: Meets;

  constructor(before: Meets) {
    this.#before = before;
  }

  take(fact: Fact): void {
    const { race } = fact;
    if (race === undefined || ('target' in fact && this.#isLoose(fact.target, race))) this.loose.push(fact);
    else {
      const list = this.added.get(race);
      if (list === undefined) this.added.set(race, [fact]);
      else list.push(fact);
    }
  }

  /** A decision about a reading that names no race goes where that reading goes, also where it names a race itself. */
  #isLoose(target: string, race: string): boolean {
    const isTarget = (fact: Fact) => fact.id === target;
    if (this.added.get(race)?.some(isTarget) || factsOf(this.#before, race).some(isTarget)) return false;
    return this.loose.some(isTarget) || this.#before.loose.findLast(isTarget) !== undefined;
  }
}

/** The meets after one more batch; what the batch does not touch keeps its identity. */
export function stepMeets(before: Meets, batch: readonly JournalRecord[]): Meets {
  const versions = new Map(before.versions);
  const deal = new Deal(before);
  for (const record of batch) {
    if (record.kind !== 'meet') deal.take(record);
    else versions.set(record.meet.id, (versions.get(record.meet.id) ?? []).concat(record));
  }
  const facts = new Map(before.facts);
  for (const [race, list] of deal.added) facts.set(race, factsOf(before, race).concat(list));
  return { versions, facts, loose: before.loose.add(deal.loose) };
}

/** Those up to `seq` of a list in order of seq. */
export function upTo<R extends { readonly seq: number }>(list: readonly R[], seq: number): readonly R[] {
  return list.slice(0, list.findLastIndex((record) => record.seq <= seq) + 1);
}

/** Batches of the journal in, all meets out. */
export function toMeets(): OperatorFunction<readonly JournalRecord[], Meets> {
  return scan(stepMeets, noMeets);
}
