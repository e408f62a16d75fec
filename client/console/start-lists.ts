// What a console has to know of the meet document and no topic says: who wears what in a race, and everybody's name.
import type { Desk, MeetSheet } from './send.ts';

const nothing: MeetSheet = { worn: {}, athletes: new Map() };

export class StartLists {
  readonly #desk: Pick<Desk, 'meetSheet'>;
  readonly #changed: () => void;
  #race: string | undefined;
  #sheet = nothing;

  constructor(desk: Pick<Desk, 'meetSheet'>, changed: () => void) {
    this.#desk = desk;
    this.#changed = changed;
  }

  /** Asked for once, when another race is looked at; nothing until the answer is there. */
  of(meet: string, race: string): MeetSheet {
    if (race !== this.#race) void this.#learn(meet, race);
    return this.#sheet;
  }

  async #learn(meet: string, race: string): Promise<void> {
    this.#race = race;
    this.#sheet = nothing;
    const sheet = await this.#desk.meetSheet(meet, race);
    if (this.#race !== race) return;
    this.#sheet = sheet;
    this.#changed();
  }
}
