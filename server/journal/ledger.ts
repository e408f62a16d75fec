// What admission may ask about the facts that came before, and what a store adds to that. Knows no storage.
import type { Fact, JournalRecord } from '../../shared/facts.ts';
import type { MeetVersion } from '../../shared/meet.ts';
import type { Refusal } from './journal.ts';

/** A numbered fact with all that is stored about it. */
export interface KeptFact {
  readonly fact: Fact;
  /** SHA-256 of what was submitted, see digest.ts. */
  readonly digest: Buffer;
  /** What the fact can be found by, see words.ts. */
  readonly words: readonly string[];
}

/** One line to be written: a fact or a version of a meet. */
export type Kept = KeptFact | MeetVersion;

export function isMeet(kept: Kept | JournalRecord): kept is MeetVersion {
  return 'version' in kept;
}

export interface Ledger {
  readonly lastSeq: number;
  /** `at` of the newest decision, 0 before the first. */
  readonly newestAt: number;
  find(id: string): Pick<KeptFact, 'fact' | 'digest'> | undefined;
  /** `seq` of the newest fact with this word, 0 for none. */
  newest(word: string): number;
  /** The facts with this word, in order of seq. */
  facts(word: string): readonly Fact[];
  /** The newest version of a meet. */
  meet(id: string): MeetVersion | undefined;
  /** The id of the meet whose newest version has this race. */
  meetOf(race: string): string | undefined;
}

/** Where a journal keeps its lines: SQLite or memory. Whatever it is asked, it may throw where its disk fails. */
export interface Store extends Ledger {
  readonly epoch: string;
  /** Makes all lines durable before it returns, or none and throws. */
  write(lines: readonly Kept[]): void;
  /** What people are told about an error that this store threw; throws it again where it is no error of the storage. */
  explain(error: unknown): Refusal;
  /** Everything from `fromSeq` on, in order of seq, in batches. */
  read(fromSeq: number): Iterable<readonly JournalRecord[]>;
  close(): void;
}
