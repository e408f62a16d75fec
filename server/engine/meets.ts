// The first step of the fold: which facts name which race, and the newest document of every meet. Knows nothing of what they mean.
import { type OperatorFunction, scan } from 'rxjs';
import type { Fact, JournalRecord } from '../../shared/facts.ts';
import type { MeetVersion } from '../../shared/meet.ts';

export interface Meets {
  readonly versions: ReadonlyMap<string, MeetVersion>;
  /** By race, oldest first; under {@link noRace} those that name none and belong to whichever window they fit. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
}

/** No id is empty, so no race can have this one. */
export const noRace = '';

export const noMeets: Meets = { versions: new Map(), facts: new Map() };

/** The meets after one more batch; what the batch does not touch keeps its identity. */
export function stepMeets(before: Meets, batch: readonly JournalRecord[]): Meets {
  const versions = new Map(before.versions);
  const added = new Map<string, Fact[]>();
  for (const record of batch) {
    if (record.kind === 'meet') {
      versions.set(record.meet.id, record);
      continue;
    }
    const race = record.race ?? noRace;
    const list = added.get(race);
    if (list === undefined) added.set(race, [record]);
    else list.push(record);
  }
  const facts = new Map(before.facts);
  for (const [race, list] of added) facts.set(race, (facts.get(race) ?? []).concat(list));
  return { versions, facts };
}

/** Batches of the journal in, all meets out. */
export function toMeets(): OperatorFunction<readonly JournalRecord[], Meets> {
  return scan(stepMeets, noMeets);
}
