// Follows a Vantage stream into boards without a server: messages in, facts admitted once by id, boards after each.
import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Refusal } from '../../server/ingest/port.ts';
import { type VantageOptions, vantage } from '../../server/ingest/vantage.ts';
import type { Board } from '../../shared/board.ts';
import { type Fact, type FactDraft, factDraftSchema, isReading, type JournalRecord } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';

/** Decisions are dated by the journal; here by their number. */
const decidedUs = 1_600_000_000_000_000;

export class Follower {
  readonly facts = new Map<string, FactDraft>();
  readonly meets = new Map<string, Meet>();
  readonly refused: (Refusal & { line: number })[] = [];
  duplicates = 0;
  boards: Boards = noBoards;
  #line = 0;
  #seq = 0;
  readonly #translator;
  #state;

  constructor(options: VantageOptions = {}, known: ReadonlyMap<string, number> = new Map()) {
    this.#translator = vantage(options);
    this.#state = this.#translator.begin(known);
  }

  /** One message; gives the facts that were new. Throws where an id is used for something else. */
  hear(text: string): FactDraft[] {
    this.#line += 1;
    const { state, meet, facts, refused } = this.#translator.translate(this.#state, { line: this.#line, text });
    this.#state = state;
    this.refused.push(...refused.map((one) => ({ ...one, line: this.#line })));
    const records: JournalRecord[] = [];
    if (meet !== undefined) {
      const document = meetSchema.parse(meet.apply(this.meets.get(meet.id)));
      this.meets.set(meet.id, document);
      records.push({
        kind: 'meet',
        seq: this.#next(),
        acceptedUs: 0,
        by: 'follower',
        version: this.#seq,
        meet: document,
      });
    }
    const fresh = facts.filter((fact) => this.#isNew(fact));
    for (const draft of fresh) {
      const seq = this.#next();
      records.push({
        ...draft,
        seq,
        at: isReading(draft) ? draft.at : decidedUs + seq,
        acceptedUs: 0,
        by: 'follower',
      } as Fact);
    }
    if (records.length > 0) this.boards = fold(this.boards, records);
    return fresh;
  }

  /** The connection was lost and there is a new one. */
  reconnect(): this {
    this.#state = this.#translator.again(this.#state);
    return this;
  }

  hearAll(lines: readonly string[]): this {
    for (const line of lines) this.hear(line);
    return this;
  }

  board(race: string): Board | undefined {
    return stateOf(this.boards, `race/${race}`) as Board | undefined;
  }

  races(): string[] {
    return [...this.meets.values()].flatMap(({ races }) => races.map(({ id }) => id));
  }

  #next(): number {
    this.#seq += 1;
    return this.#seq;
  }

  #isNew(fact: FactDraft): boolean {
    factDraftSchema.parse(fact);
    const known = this.facts.get(fact.id);
    if (known === undefined) {
      this.facts.set(fact.id, fact);
      return true;
    }
    if (JSON.stringify(known) !== JSON.stringify(fact)) throw new Error(`409: ${JSON.stringify([known, fact])}`);
    this.duplicates += 1;
    return false;
  }
}
