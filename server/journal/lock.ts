// Keeps a second server off a journal file. The lock is an open transaction on a file beside it, so that the operating
// system lets go of it when the process dies, however it dies; the journal file itself stays open to the token command.
import Sqlite, { type Database, SqliteError } from 'better-sqlite3';
import { JournalFileError } from './file-error.ts';

export interface Lock {
  release(): void;
}

/** Takes the lock of a journal file, or throws {@link JournalFileError} where another server has it. */
export function lockFile(file: string): Lock {
  const lock = `${file}-lock`;
  let db: Database | undefined;
  try {
    db = new Sqlite(lock, { timeout: 0 });
    // Nothing is ever written, so no rollback journal need lie about.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new JournalFileError(
        `another Splitcast server has the journal ${file} open: stop that one, or start this one with another file (--journal)`,
      );
    }
    throw new JournalFileError(`the lock ${lock} cannot be taken: ${(error as Error).message}`, { cause: error });
  }
  const held = db;
  return { release: () => held.close() };
}
