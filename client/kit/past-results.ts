// What is known besides the race that is on: the meet document in the version that the page's source names, and earlier races
// as that source has them, so that a late picture and a replay show nothing that came later.
import type { Board } from '../../shared/board.ts';
import type { Meet } from '../../shared/meet.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { type MeetVersion, meetDocument } from './meet-document.ts';
import type { Source } from './source.ts';
import { TopicSlot } from './topic-slot.ts';

export class PastResults {
  readonly #source: Pick<Source, 'follow'>;
  readonly #changed: () => void;
  /** What ends the following of a race. */
  readonly #leaves = new Map<string, () => void>();
  #boards: ReadonlyMap<string, Board> = new Map();
  readonly #state: TopicSlot<MeetState>;
  readonly #documentOf: typeof meetDocument;
  /** Which document is there, or on its way. */
  #version: MeetVersion | undefined;
  #meet: Meet | undefined;

  constructor(source: Pick<Source, 'follow'>, changed: () => void, documentOf = meetDocument) {
    this.#source = source;
    this.#changed = changed;
    this.#documentOf = documentOf;
    this.#state = new TopicSlot(source, () => void this.#load());
  }

  get meet(): Meet | undefined {
    return this.#meet;
  }

  get boards(): ReadonlyMap<string, Board> {
    return this.#boards;
  }

  /** From now on of this meet. */
  ofMeet(id: string): void {
    this.#state.follow(`meet/${id}`);
  }

  /** The boards of these races from now on, and of no others. */
  follow(races: readonly string[]): void {
    for (const [race, leave] of this.#leaves) {
      if (races.includes(race)) continue;
      leave();
      this.#leaves.delete(race);
    }
    for (const race of races) {
      if (this.#leaves.has(race)) continue;
      // Its first board may come, and be shown, before it is known how to end it.
      this.#leaves.set(race, () => {});
      const leave = this.#source.follow<Board>(`race/${race}`, (board) => this.#heard(race, board));
      this.#leaves.set(race, leave);
    }
  }

  #heard(race: string, board: Board | undefined): void {
    const boards = new Map(this.#boards);
    if (board === undefined) boards.delete(race);
    else boards.set(race, board);
    this.#boards = boards;
    this.#changed();
  }

  /** Until a newer document of the same meet has come the one before is shown; an older one, or another, at no time. */
  async #load(): Promise<void> {
    const wanted = this.#state.state?.meet;
    const before = this.#version;
    if (wanted === undefined || (before?.id === wanted.id && before.version === wanted.version)) return;
    if (before?.id !== wanted.id || wanted.version < before.version) this.#meet = undefined;
    this.#version = wanted;
    const meet = await this.#documentOf(wanted);
    if (this.#version !== wanted) return;
    // What could not be had is asked for again when the meet says something.
    if (meet === undefined) this.#version = undefined;
    this.#meet = meet;
    this.#changed();
  }
}
