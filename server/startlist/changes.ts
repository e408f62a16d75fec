// What a new version of a meet changes in its start lists, entry by entry, for whoever is about to store it.
import type { Athlete, EntryDoc, Meet, RaceDoc } from '../../shared/meet.ts';
import { same } from '../../shared/patch.ts';

/** `order`: only its place on the list is another. */
export interface EntryChange {
  readonly race: string;
  readonly entry: string;
  readonly name: string;
  readonly change: 'added' | 'changed' | 'removed' | 'order';
  /** Of one that is changed. */
  readonly fields?: readonly string[];
}

export interface AthleteChange {
  readonly athlete: string;
  readonly name: string;
  readonly change: 'added' | 'changed';
}

export interface Changes {
  readonly entries: readonly EntryChange[];
  readonly athletes: readonly AthleteChange[];
}

function differing(before: object, after: object): readonly string[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !same(a[field], b[field]));
}

type NameOf = (entry: EntryDoc) => string;

function nameIn({ athletes }: Meet): NameOf {
  const names = new Map(athletes.map(({ id, name }) => [id, name]));
  return ({ id, name, athlete = '' }) => name ?? names.get(athlete) ?? id;
}

/** Of those on both lists, the ones that are not in the order of before. */
function moved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const staying = before.filter((id) => after.includes(id));
  return new Set(after.filter((id) => before.includes(id)).filter((id, index) => staying[index] !== id));
}

function entryChanges(before: RaceDoc | undefined, after: RaceDoc, was: NameOf, is: NameOf): readonly EntryChange[] {
  const race = after.id;
  const known = new Map(before?.entries.map((entry) => [entry.id, entry]));
  const staying = new Set(after.entries.map(({ id }) => id));
  const places = moved([...known.keys()], [...staying]);
  const changes = after.entries.flatMap((entry): EntryChange[] => {
    const old = known.get(entry.id);
    const head = { race, entry: entry.id, name: is(entry) };
    if (old === undefined) return [{ ...head, change: 'added' }];
    const fields = differing(old, entry);
    if (fields.length > 0) return [{ ...head, change: 'changed', fields }];
    return places.has(entry.id) ? [{ ...head, change: 'order' }] : [];
  });
  const gone = [...known.values()].filter(({ id }) => !staying.has(id));
  return [
    ...changes,
    ...gone.map((entry): EntryChange => ({ race, entry: entry.id, name: was(entry), change: 'removed' })),
  ];
}

function athleteChanges(before: readonly Athlete[], after: readonly Athlete[]): readonly AthleteChange[] {
  const known = new Map(before.map((athlete) => [athlete.id, athlete]));
  return after.flatMap((athlete): AthleteChange[] => {
    const old = known.get(athlete.id);
    if (old !== undefined && same(old, athlete)) return [];
    return [{ athlete: athlete.id, name: athlete.name, change: old === undefined ? 'added' : 'changed' }];
  });
}

/** Entries by race in the order of the programme, then athletes; empty where the lists are the same. */
export function changesOf(before: Meet, after: Meet): Changes {
  const [was, is] = [nameIn(before), nameIn(after)];
  const known = new Map(before.races.map((race) => [race.id, race]));
  return {
    entries: after.races.flatMap((race) => entryChanges(known.get(race.id), race, was, is)),
    athletes: athleteChanges(before.athletes, after.athletes),
  };
}
