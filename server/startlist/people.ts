// Who a line means: an athlete keeps one id in every event, found by id, else by name and nation, else made. Knows no races.
import type { Athlete } from '../../shared/meet.ts';
import { idFrom, plainName } from './plain.ts';

/** A person as a line writes them. */
export interface Person {
  readonly name: string;
  readonly nation?: string | undefined;
  readonly club?: string | undefined;
}

function fits({ nation }: Athlete, person: Person): boolean {
  return nation === undefined || person.nation === undefined || nation === person.nation;
}

export class People {
  readonly #byId: Map<string, Athlete>;
  readonly #byName = new Map<string, Athlete[]>();

  constructor(athletes: readonly Athlete[]) {
    this.#byId = new Map(athletes.map((athlete) => [athlete.id, athlete]));
    for (const athlete of athletes) this.#index(athlete);
  }

  get all(): readonly Athlete[] {
    return [...this.#byId.values()];
  }

  find(id: string): Athlete | undefined {
    return this.#byId.get(id);
  }

  /** Those of this name and no other nation, in whatever order and letters the name is written. */
  called(person: Person): readonly Athlete[] {
    return (this.#byName.get(plainName(person.name)) ?? []).filter((athlete) => fits(athlete, person));
  }

  /** A new athlete, with an id of the name unless one is given. */
  add({ name, nation, club }: Person, id = this.#freeId(name, nation)): Athlete {
    const athlete: Athlete = {
      id,
      name,
      ...(nation !== undefined && { nation }),
      ...(club !== undefined && { club }),
    };
    this.#byId.set(id, athlete);
    this.#index(athlete);
    return athlete;
  }

  /** The athlete's name, nation or club is written otherwise now. */
  correct(id: string, changes: Partial<Person>): void {
    const known = this.#byId.get(id);
    if (known !== undefined) this.#byId.set(id, { ...known, ...changes });
  }

  #index(athlete: Athlete): void {
    const key = plainName(athlete.name);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), athlete]);
  }

  #freeId(name: string, nation: string | undefined): string {
    const stem = idFrom(name);
    const wishes = stem === '' ? [] : [stem, idFrom(`${name} ${nation ?? ''}`)];
    return freeId(wishes, 'athlete', (id) => this.#byId.has(id));
  }
}

/** The first of `wishes` that is no empty text and not taken, else one with a number behind it. */
export function freeId(wishes: readonly string[], otherwise: string, isTaken: (id: string) => boolean): string {
  const usable = wishes.filter((wish) => wish !== '');
  const free = usable.find((wish) => !isTaken(wish));
  if (free !== undefined) return free;
  const stem = usable[0] ?? otherwise;
  let number = usable.length === 0 ? 1 : 2;
  while (isTaken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
