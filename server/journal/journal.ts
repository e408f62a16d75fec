// The port of the journal: append, read, close. What everything else may know of how facts are kept.
import type { Observable } from 'rxjs';
import type { Fact, FactDraft, JournalRecord } from '../../shared/facts.ts';
import type { EntryDoc, Meet, MeetVersion } from '../../shared/meet.ts';

/** All that was asked for is durable. */
export interface Receipt {
  readonly ok: true;
  /** New facts; `duplicates` had been accepted before with the same content. */
  readonly accepted: number;
  readonly duplicates: number;
  /** The newest seq of the journal after this commit. */
  readonly lastSeq: number;
}

/** Nothing of what was asked for is stored. `says` tells what is wrong and what to do. */
export interface Refusal {
  readonly ok: false;
  readonly code:
    | 'unknown-meet'
    | 'unknown-race'
    | 'unknown-slot'
    | 'unknown-athlete'
    | 'unknown-target'
    | 'wrong-target'
    | 'id-taken'
    | 'newer-decision'
    | 'version-mismatch'
    | 'entry-has-crossings'
    | 'race-elsewhere'
    | 'storage-full'
    | 'storage-failed'
    | 'closed';
  readonly says: string;
  /** Which of the facts, from 0, and which of its fields. */
  readonly line?: number;
  readonly field?: string;
}

/** What `PUT /api/v1/meets/<id>` got: the number of the new version. */
export interface MeetReceipt {
  readonly ok: true;
  readonly version: number;
  readonly seq: number;
}

/** Whether the last commit went well; `says` is for people. */
export type JournalHealth = { readonly ok: true } | { readonly ok: false; readonly says: string };

export interface Journal {
  /** `<journal id>.<opening>`: rises with every opening. */
  readonly epoch: string;
  /** One batch a COMMIT, in order of seq, once it is durable. Never replays: read first, then subscribe. */
  readonly committed$: Observable<readonly JournalRecord[]>;
  readonly health: JournalHealth;
  readonly lastSeq: number;

  /** Stores all or nothing. What arrives in one turn of the event loop is one COMMIT; the promise never rejects. */
  append(facts: readonly FactDraft[], by: string): Promise<Receipt | Refusal>;

  /** The facts as they would be stored, duplicates left out, or why they would be refused. Stores nothing. */
  preview(facts: readonly FactDraft[], by: string): { readonly ok: true; readonly facts: readonly Fact[] } | Refusal;

  /** Stores a new version of a meet; `expected` is the version it replaces, 0 for a new meet. */
  putMeet(meet: Meet, expected: number, by: string): Promise<MeetReceipt | Refusal>;

  /** Whether something happened to the entry or was decided about it, so that it must stay in its race (J18). */
  holds(race: string, entry: EntryDoc): boolean;

  /** The newest version of a meet. */
  meet(id: string): MeetVersion | undefined;

  /** Everything with `seq` of at least `fromSeq`, in order, in batches of many. */
  read(fromSeq?: number): Iterable<readonly JournalRecord[]>;

  /** The facts that name this race, in order of seq. */
  readRace(race: string): readonly Fact[];

  close(): void;
}
