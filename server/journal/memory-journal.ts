// The journal in memory: for tests, and for trying things out. It forgets everything when it is closed.
import { randomBytes } from 'node:crypto';
import type { JournalRecord } from '../../shared/facts.ts';
import { type NowUs, systemClock } from './clock.ts';
import { GroupCommitJournal } from './group-commit.ts';
import type { Journal, Refusal } from './journal.ts';
import { emptyLedger, Layer } from './layer.ts';
import { isMeet, type Kept, type Store } from './ledger.ts';

class MemoryStore extends Layer implements Store {
  readonly epoch = `${randomBytes(6).toString('hex')}.1`;

  constructor() {
    super(emptyLedger);
  }

  write(lines: readonly Kept[]): void {
    for (const line of lines) this.add(line);
  }

  explain(error: unknown): Refusal {
    throw error;
  }

  *read(fromSeq: number): Iterable<readonly JournalRecord[]> {
    const records = this.lines.slice(Math.max(0, fromSeq - 1));
    if (records.length > 0) yield records.map((line) => (isMeet(line) ? line : line.fact));
  }

  close(): void {
    // Nothing to let go of.
  }
}

/** An empty journal in memory, at its first opening. */
export function openMemoryJournal(options: { readonly nowUs?: NowUs } = {}): Journal {
  return new GroupCommitJournal(new MemoryStore(), options.nowUs ?? systemClock());
}
