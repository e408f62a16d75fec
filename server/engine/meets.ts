// The first step of the fold: which facts name which race, and every version of every meet. Knows nothing of what they mean.
import { type OperatorFunction, scan } from 'rxjs';
import type { Fact, JournalRecord } from '../../shared/facts.ts';
import type { MeetVersion } from '../../shared/meet.ts';

export interface Meets {
  /** By meet, oldest first; never empty. */
  readonly versions: ReadonlyMap<string, readonly MeetVersion[]>;
  /** By race, oldest first; under {@link noRace} those that belong to whichever window they fit, and what was decided about them. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
}

/** No id is empty, so no race can have this one. */
export const noRace = '';

export const noMeets: Meets = { versions: new Map(), facts: new Map() };

const none: readonly Fact[] = [];

/** The facts that name a race, or {@link noRace}. */
export function factsOf({ facts }: Meets, race: string): readonly Fact[] {
  return facts.get(race) ?? none;
}

/** The newest version of a meet. */
export function newestOf({ versions }: Meets, id: string): MeetVersion | undefined {
  return versions.get(id)?.at(-1);
}

function has(facts: readonly Fact[] | undefined, id: string): boolean {
  return facts !== undefined && facts.findLast((fact) => fact.id === id) !== undefined;
}

/** The meets after one more batch; what the batch does not touch keeps its identity. */
export function stepMeets(before: Meets, batch: readonly JournalRecord[]): Meets {
  const versions = new Map(before.versions);
  const added = new Map<string, Fact[]>();
  // A decision about a reading that names no race goes where that reading goes, also where it names a race itself.
  const isLoose = (id: string) => has(added.get(noRace), id) || has(before.facts.get(noRace), id);
  for (const record of batch) {
    if (record.kind === 'meet') {
      versions.set(record.meet.id, (versions.get(record.meet.id) ?? []).concat(record));
      continue;
    }
    const race = 'target' in record && record.race !== undefined && isLoose(record.target) ? noRace : record.race;
    const key = race ?? noRace;
    const list = added.get(key);
    if (list === undefined) added.set(key, [record]);
    else list.push(record);
  }
  const facts = new Map(before.facts);
  for (const [race, list] of added) facts.set(race, (facts.get(race) ?? none).concat(list));
  return { versions, facts };
}

/** Those up to `seq` of a list in order of seq. */
function upTo<R extends { readonly seq: number }>(list: readonly R[], seq: number): readonly R[] {
  return list.slice(0, list.findLastIndex((record) => record.seq <= seq) + 1);
}

/** One meet as it was when the journal had come to `seq`. */
export function asOf(meets: Meets, id: string, seq: number): Meets {
  const versions = upTo(meets.versions.get(id) ?? [], seq);
  const races = [noRace, ...(versions.at(-1)?.meet.races.map((race) => race.id) ?? [])];
  return {
    versions: new Map([[id, versions]]),
    facts: new Map(races.map((race) => [race, upTo(factsOf(meets, race), seq)])),
  };
}

/** Batches of the journal in, all meets out. */
export function toMeets(): OperatorFunction<readonly JournalRecord[], Meets> {
  return scan(stepMeets, noMeets);
}
