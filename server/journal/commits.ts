// The journal's lines as they came in: what was accepted at one moment, together. Knows nothing of what they mean.
import type { JournalRecord } from '../../shared/facts.ts';

export interface Commit {
  /** When it was accepted, UTC microseconds; later than every commit before. */
  readonly atUs: number;
  /** In order of seq, never empty. */
  readonly records: readonly JournalRecord[];
}

/**
 * Lines in order of seq, told apart by when they were accepted (J35). `afterUs` is the instant of the commit before
 * them: where the clock had gone back between two openings, a commit is dated 1 µs after the one before.
 */
export function* commitsOf(batches: Iterable<readonly JournalRecord[]>, afterUs = 0): Generator<Commit, undefined> {
  let records: JournalRecord[] = [];
  let acceptedUs = 0;
  let atUs = afterUs;
  for (const record of oneByOne(batches)) {
    if (records.length > 0 && record.acceptedUs !== acceptedUs) {
      yield { atUs, records };
      records = [];
    }
    if (records.length === 0) {
      acceptedUs = record.acceptedUs;
      atUs = Math.max(acceptedUs, atUs + 1);
    }
    records.push(record);
  }
  if (records.length > 0) yield { atUs, records };
}

function* oneByOne(batches: Iterable<readonly JournalRecord[]>): Generator<JournalRecord> {
  for (const batch of batches) yield* batch;
}
