// What is known besides the race that is on: the meet document, asked for once, and earlier races as the page's source has
// them, so that a late picture and a replay show no later fact of them.
import type { Board } from '../../shared/board.ts';
import type { Meet } from '../../shared/meet.ts';
import type { Source } from '../kit/source.ts';

async function meetOf(id: string): Promise<Meet | undefined> {
  const answer = await fetch(`/api/v1/meets/${encodeURIComponent(id)}`).catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as { meet: Meet }).meet : undefined;
}

export class PastResults {
  readonly #source: Pick<Source, 'follow'>;
  readonly #changed: () => void;
  /** What ends the following of a race. */
  readonly #leaves = new Map<string, () => void>();
  #boards: ReadonlyMap<string, Board> = new Map();
  #meetId: string | undefined;
  #meet: Meet | undefined;

  constructor(source: Pick<Source, 'follow'>, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
  }

  get meet(): Meet | undefined {
    return this.#meet;
  }

  get boards(): ReadonlyMap<string, Board> {
    return this.#boards;
  }

  /** From now on of this meet. */
  ofMeet(id: string): void {
    if (id === this.#meetId) return;
    this.#meetId = id;
    this.#meet = undefined;
    void this.#load(id);
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

  async #load(id: string): Promise<void> {
    const meet = await meetOf(id);
    if (this.#meetId !== id) return;
    this.#meet = meet;
    this.#changed();
  }
}
