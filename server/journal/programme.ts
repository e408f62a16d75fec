// The newest version of every meet, and which meet has which race. Knows no storage and no facts.
import type { MeetVersion } from '../../shared/meet.ts';

export class Programme {
  readonly #meets = new Map<string, MeetVersion>();
  readonly #races = new Map<string, string>();

  put(version: MeetVersion): void {
    const { id } = version.meet;
    for (const race of this.#meets.get(id)?.meet.races ?? []) this.#races.delete(race.id);
    for (const race of version.meet.races) this.#races.set(race.id, id);
    this.#meets.set(id, version);
  }

  meet(id: string): MeetVersion | undefined {
    return this.#meets.get(id);
  }

  /** The id of the meet that has this race. */
  meetOf(race: string): string | undefined {
    return this.#races.get(race);
  }
}
