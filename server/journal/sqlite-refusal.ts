// What people are told when SQLite fails, and what they can do about it.
import { SqliteError } from 'better-sqlite3';
import { FileMovedError } from './in-place.ts';
import type { Refusal } from './journal.ts';
import { refuse } from './refusal.ts';

const retry = 'Nothing of this was stored or shown: send it again then.';

/** The refusal for an error met with `file`; what is not SQLite's is a bug, and thrown on. */
export function refusalOf(error: unknown, file: string): Refusal {
  if (error instanceof FileMovedError) {
    return refuse('storage-failed', `The journal ${file} was moved or deleted: put it back, or restart. ${retry}`);
  }
  if (!(error instanceof SqliteError)) throw error;
  const { code, message } = error;
  if (code === 'SQLITE_FULL') return refuse('storage-full', `The disk of ${file} is full: free some space. ${retry}`);
  if (code.startsWith('SQLITE_READONLY')) {
    return refuse('storage-failed', `The journal ${file} is read-only: make it writable. ${retry}`);
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return refuse('storage-failed', `Another program is writing to ${file}: let it finish or close it. ${retry}`);
  }
  return refuse('storage-failed', `The journal ${file} could not be used (${code}: ${message}). ${retry}`);
}
