// Where a list writes an athlete's name, nation or club otherwise than the meet: the athlete's own is corrected if the whole
// list agrees, so that it is right in every event; else the entry keeps its own.
import type { EntryDoc } from '../../shared/meet.ts';
import type { ListLine } from './line.ts';
import { personFields } from './merge-entry.ts';
import type { People } from './people.ts';
import { plainName } from './plain.ts';
import type { Who } from './who.ts';

type PersonField = (typeof personFields)[number];

/** The entry with what it says of the person, where `correct` has taken over what can be the athlete's. */
interface Written {
  readonly entry: EntryDoc;
  readonly before: EntryDoc | undefined;
  readonly line: ListLine;
}

export class Corrections {
  readonly #people: People;
  readonly #byAthlete = new Map<string, Written[]>();

  constructor(people: People) {
    this.#people = people;
  }

  /** A line about this athlete made `entry`. Gives the entry without a name that is only spelled otherwise. */
  note(line: ListLine, { known, athlete, isAnother }: Who, entry: EntryDoc): EntryDoc {
    if (athlete === undefined) return entry;
    const before = isAnother ? undefined : known;
    const isFoundByName = line.said.athlete === undefined && line.said.entry === undefined;
    const own =
      isFoundByName && before?.name === undefined && plainName(entry.name ?? '') === plainName(athlete.name)
        ? withoutField(entry, 'name')
        : entry;
    const list = this.#byAthlete.get(athlete.id) ?? [];
    list.push({ entry: own, before, line });
    this.#byAthlete.set(athlete.id, list);
    return own;
  }

  /** What the entries are once the athletes are corrected, by the entry they were. */
  apply(): ReadonlyMap<EntryDoc, EntryDoc> {
    const corrected = new Map<EntryDoc, EntryDoc>();
    for (const [athlete, written] of this.#byAthlete) {
      for (const field of personFields) this.#correct(athlete, field, written, corrected);
    }
    return corrected;
  }

  #correct(athlete: string, field: PersonField, written: readonly Written[], corrected: Map<EntryDoc, EntryDoc>): void {
    const said = new Set(written.flatMap(({ line }) => line.said[field] ?? []));
    const changed = written.filter(({ entry, before }) => entry[field] !== undefined && before?.[field] === undefined);
    const [value] = said;
    if (said.size !== 1 || value === undefined || changed.length === 0) return;
    this.#people.correct(athlete, { [field]: value });
    for (const { entry } of changed) corrected.set(entry, withoutField(corrected.get(entry) ?? entry, field));
  }
}

function withoutField(entry: EntryDoc, field: PersonField): EntryDoc {
  const { [field]: _, ...rest } = entry;
  return rest as EntryDoc;
}
