// Who may be in a race that is filled from earlier rounds: everybody who was in those, by documents and decisions alone,
// so that whose readings come in never depends on a result.
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { EntryDoc } from '../../../shared/meet.ts';
import type { Effective } from './effective.ts';

/** Where somebody was put on a start list by name: `<race>/<entry>`. */
type Origin = string;

interface Candidate {
  readonly origin: Origin;
  readonly entry: EntryDoc;
}

/** A start list before anybody is chosen from it. */
export interface StartList {
  readonly candidates: readonly Candidate[];
  /** What was said in earlier rounds of those on it, and what they wear, in order of seq. */
  readonly inherited: readonly Fact[];
  /** Entry here by `<race>/<entry>` of the rounds it is filled from. */
  readonly ids: ReadonlyMap<string, string>;
}

/** A start list with what was said of it on the day. */
export interface Said {
  readonly race: string;
  readonly list: StartList;
  /** Changes and assignments that count, in order. */
  readonly changes: readonly Fact[];
}

/** The list of a race that lists its entries itself. */
export function ownList(race: string, entries: readonly EntryDoc[]): StartList {
  const candidates = entries.map((entry) => ({ origin: `${race}/${entry.id}`, entry }));
  return { candidates, inherited: [], ids: new Map() };
}

/** What of the decisions that count says who is on the start list, and what he wears. */
export function changesAmong({ decisions }: Pick<Effective, 'decisions'>): readonly Fact[] {
  return decisions.filter(({ kind }) => kind === 'entry' || kind === 'assign');
}

/** Everybody of an earlier race: its list, and who was added on the day. */
function everybody({ race, list, changes }: Said): readonly Candidate[] {
  const known = new Set(list.candidates.map(({ entry }) => entry.id));
  const added = changes.flatMap((fact) => {
    if (fact.kind !== 'entry' || fact.added !== true || known.has(fact.entry)) return [];
    known.add(fact.entry);
    return [{ origin: `${race}/${fact.entry}`, entry: { id: fact.entry } }];
  });
  return [...list.candidates, ...added];
}

/** An id is at most so long (C3). */
const idMax = 64;

/** The ids of the candidates: the one each had, where no other has it. */
function idsOf(feeders: readonly Said[]): ReadonlyMap<Origin, string> {
  const origins = new Map<string, Set<Origin>>();
  const first = new Map<Origin, string>();
  for (const said of feeders) {
    for (const { origin, entry } of everybody(said)) {
      if (!first.has(origin)) first.set(origin, `${said.race}.${entry.id}`.slice(0, idMax));
      origins.set(entry.id, (origins.get(entry.id) ?? new Set()).add(origin));
    }
  }
  const ids = new Map(first);
  for (const [id, of] of origins) if (of.size === 1) for (const origin of of) ids.set(origin, id);
  return ids;
}

/** The person and what he wears; lane, helmet, armband and group are of one race. */
function personOf(entry: EntryDoc, id: string): EntryDoc {
  const { lane, helmet, armband, startGroup, ...person } = entry;
  return { ...person, id };
}

/** A change as it holds in the next race: there nobody is scratched or added by it. */
function carried(fact: FactOf<'entry'> | FactOf<'assign'>, entry: string): Fact {
  if (fact.kind === 'assign') return { ...fact, entry };
  const { lane, helmet, armband, startGroup, scratched, added, ...rest } = fact;
  return { ...rest, entry };
}

/** What was said in an earlier race, of those who may be in the next one. What is said of the whole hall holds there anyway. */
function inheritedFrom(said: Said, ids: ReadonlyMap<string, string>, into: Map<string, Fact>): void {
  const idOf = (entry: string) => ids.get(`${said.race}/${entry}`);
  const holdsAnyway = (fact: Fact) =>
    fact.kind === 'assign' && fact.race === undefined && idOf(fact.entry) === fact.entry;
  for (const fact of [...said.list.inherited, ...said.changes.filter((change) => !holdsAnyway(change))]) {
    if (fact.kind !== 'entry' && fact.kind !== 'assign') continue;
    const id = idOf(fact.entry);
    if (id === undefined) continue;
    const key = `${fact.id} ${id}`;
    if (!into.has(key)) into.set(key, carried(fact, id));
  }
}

/** The list of a race that is filled from `feeders`, which are in order of rounds and programme. */
export function listFrom(feeders: readonly Said[]): StartList {
  const byOrigin = idsOf(feeders);
  const candidates = new Map<Origin, Candidate>();
  const ids = new Map<string, string>();
  for (const said of feeders) {
    for (const { origin, entry } of everybody(said)) {
      const id = byOrigin.get(origin) ?? entry.id;
      ids.set(`${said.race}/${entry.id}`, id);
      if (!candidates.has(origin)) candidates.set(origin, { origin, entry: personOf(entry, id) });
    }
  }
  const inherited = new Map<string, Fact>();
  for (const said of feeders) inheritedFrom(said, ids, inherited);
  return {
    candidates: [...candidates.values()],
    inherited: [...inherited.values()].sort((a, b) => a.seq - b.seq),
    ids,
  };
}
