// A list put into a meet: the races it names have its entries in its order, and all else of the meet stays. Pure.
import type { EntryDoc, Meet, RaceDoc } from '../../shared/meet.ts';
import { Corrections } from './corrections.ts';
import { findRace } from './find-race.ts';
import { type ListLine, type Place, placeText, type Remark } from './line.ts';
import { mergeEntry } from './merge-entry.ts';
import { freeId, People } from './people.ts';
import { idFrom } from './plain.ts';
import { type Who, whoIs } from './who.ts';

export interface MergeOptions {
  /** The race of lines that name none. */
  readonly race?: string | undefined;
  /** Entries that stay, listed or not: something has happened to them. */
  readonly isHeld: (race: string, entry: EntryDoc) => boolean;
  /** Entries that are not on the list stay too. */
  readonly keepOthers?: boolean;
}

/** An entry as it is to be, and the line that says so. */
export interface ListedEntry {
  readonly race: string;
  readonly entry: EntryDoc;
  /** Absent where no line names it and it stays. */
  readonly place?: Place;
}

export interface Merged {
  readonly meet: Meet;
  /** All entries of the races that the list names. */
  readonly listed: readonly ListedEntry[];
  readonly faults: readonly Remark[];
}

interface Claimed {
  readonly line: ListLine;
  entry: EntryDoc;
}

class Merge {
  readonly #meet: Meet;
  readonly #options: MergeOptions;
  readonly #people: People;
  readonly #corrections: Corrections;
  readonly #claimed = new Map<string, Claimed[]>();
  readonly faults: Remark[] = [];

  constructor(meet: Meet, options: MergeOptions) {
    this.#meet = meet;
    this.#options = options;
    this.#people = new People(meet.athletes);
    this.#corrections = new Corrections(this.#people);
  }

  take(line: ListLine): void {
    const fault = this.#take(line);
    if (fault !== undefined) this.faults.push({ ...line.place, ...fault });
  }

  merged(): Merged {
    const corrected = this.#corrections.apply();
    const listed: ListedEntry[] = [];
    const races = this.#meet.races.map((race) => {
      const claimed = this.#claimed.get(race.id);
      if (claimed === undefined) return race;
      const own = claimed.map(({ entry, line }): ListedEntry => {
        return { race: race.id, entry: corrected.get(entry) ?? entry, place: line.place };
      });
      const all = [...own, ...this.#staying(race, claimed)];
      listed.push(...all);
      return { ...race, entries: all.map(({ entry }) => entry) };
    });
    const { all } = this.#people;
    const meet = { ...this.#meet, athletes: [...all], races };
    return { meet, listed, faults: this.faults };
  }

  #take(line: ListLine): Pick<Remark, 'field' | 'says'> | undefined {
    const { race: given } = this.#options;
    const isSilent = Object.values(line.where).every((word) => word === undefined);
    const race = findRace(this.#meet, isSilent && given !== undefined ? { race: given } : line.where);
    if (typeof race === 'string') return { field: 'race', says: race };
    const event = this.#meet.events.find(({ id }) => id === race.event);
    const who = whoIs({ said: line.said, race, people: this.#people }, event);
    if (typeof who === 'string') return { field: 'name', says: who };
    const claimed = this.#claimed.get(race.id) ?? [];
    this.#claimed.set(race.id, claimed);
    const id = who.known?.id ?? this.#newId(line, who, race, claimed);
    const twice = claimed.find(
      ({ entry }) => entry.id === id || (who.athlete !== undefined && entry.athlete === who.athlete.id),
    );
    if (twice !== undefined) return { field: 'name', says: `is the same as ${placeText(twice.line.place)}` };
    const entry = mergeEntry(line, who, id, this.#people);
    claimed.push({ line, entry: this.#corrections.note(line, who, entry) });
    return undefined;
  }

  #staying(race: RaceDoc, claimed: readonly Claimed[]): readonly ListedEntry[] {
    const { isHeld, keepOthers = false } = this.#options;
    const ids = new Set(claimed.map(({ entry }) => entry.id));
    const others = race.entries.filter((entry) => !ids.has(entry.id) && (keepOthers || isHeld(race.id, entry)));
    return others.map((entry) => ({ race: race.id, entry }));
  }

  #newId({ said }: ListLine, { athlete, name }: Who, race: RaceDoc, claimed: readonly Claimed[]): string {
    const wishes = [said.entry ?? '', athlete?.id ?? idFrom(name ?? '')];
    const isTaken = (id: string) =>
      [...race.entries, ...claimed.map(({ entry }) => entry)].some((one) => one.id === id);
    return freeId(wishes, 'entry', isTaken);
  }
}

/** The meet with the list in it; where there are faults it is not to be stored. */
export function mergeList(lines: readonly ListLine[], meet: Meet, options: MergeOptions): Merged {
  const merge = new Merge(meet, options);
  for (const line of lines) merge.take(line);
  return merge.merged();
}
