// Lines that are not stored yet, on top of those that are: checks see both, and what is refused is simply dropped.
import type { Fact } from '../../shared/facts.ts';
import { isReading } from '../../shared/facts.ts';
import type { MeetVersion } from '../../shared/meet.ts';
import { isMeet, type Kept, type KeptFact, type Ledger } from './ledger.ts';
import { Programme } from './programme.ts';

/** The ledger below everything: nothing has happened yet. */
export const emptyLedger: Ledger = {
  lastSeq: 0,
  newestAt: 0,
  find: () => undefined,
  newest: () => 0,
  facts: () => [],
  meet: () => undefined,
  meetOf: () => undefined,
};

export class Layer implements Ledger {
  readonly #below: Ledger;
  readonly #lines: Kept[] = [];
  readonly #byId = new Map<string, KeptFact>();
  readonly #byWord = new Map<string, Fact[]>();
  readonly #programme = new Programme();
  #newestAt = 0;

  constructor(below: Ledger) {
    this.#below = below;
  }

  /** What this layer adds, in order of seq. */
  get lines(): readonly Kept[] {
    return this.#lines;
  }

  get lastSeq(): number {
    return this.#below.lastSeq + this.#lines.length;
  }

  get newestAt(): number {
    return Math.max(this.#newestAt, this.#below.newestAt);
  }

  /** Adds a line, whose seq must be the next one. */
  add(line: Kept): void {
    this.#lines.push(line);
    if (isMeet(line)) {
      this.#programme.put(line);
      return;
    }
    const { fact, words } = line;
    this.#byId.set(fact.id, line);
    for (const word of words) {
      const facts = this.#byWord.get(word);
      if (facts === undefined) this.#byWord.set(word, [fact]);
      else facts.push(fact);
    }
    if (!isReading(fact)) this.#newestAt = fact.at;
  }

  find(id: string): Pick<KeptFact, 'fact' | 'digest'> | undefined {
    return this.#byId.get(id) ?? this.#below.find(id);
  }

  newest(word: string): number {
    return this.#byWord.get(word)?.at(-1)?.seq ?? this.#below.newest(word);
  }

  facts(word: string): readonly Fact[] {
    return [...this.#below.facts(word), ...(this.#byWord.get(word) ?? [])];
  }

  meet(id: string): MeetVersion | undefined {
    return this.#programme.meet(id) ?? this.#below.meet(id);
  }

  meetOf(race: string): string | undefined {
    const own = this.#programme.meetOf(race);
    if (own !== undefined) return own;
    const below = this.#below.meetOf(race);
    // A newer version of that meet in this layer, without the race, has removed it.
    return below !== undefined && this.#programme.meet(below) === undefined ? below : undefined;
  }
}
