// What is over or known beforehand and needs no topic: the meet document, and boards of earlier races, each asked for once.
import type { Board } from '../../shared/board.ts';
import type { Meet } from '../../shared/meet.ts';

async function json<T>(path: string): Promise<T | undefined> {
  const answer = await fetch(path).catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as T) : undefined;
}

export class PastResults {
  readonly #changed: () => void;
  readonly #asked = new Set<string>();
  #boards: ReadonlyMap<string, Board> = new Map();
  #meetId: string | undefined;
  #meet: Meet | undefined;

  constructor(changed: () => void) {
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

  /** The boards of these races too, where they are not there yet. */
  ask(races: readonly string[]): void {
    for (const race of races) {
      if (this.#asked.has(race)) continue;
      this.#asked.add(race);
      void this.#loadBoard(race);
    }
  }

  async #load(id: string): Promise<void> {
    const answer = await json<{ meet: Meet }>(`/api/v1/meets/${encodeURIComponent(id)}`);
    if (this.#meetId !== id) return;
    this.#meet = answer?.meet;
    this.#changed();
  }

  async #loadBoard(race: string): Promise<void> {
    const answer = await json<{ board: Board }>(`/api/v1/races/${encodeURIComponent(race)}`);
    // What was not there is asked for again when somebody looks again.
    if (answer === undefined) this.#asked.delete(race);
    else this.#boards = new Map([...this.#boards, [race, answer.board]]);
    this.#changed();
  }
}
