// Opens the SQLite file of a journal so that a COMMIT is durable when it returns. Knows the file, not what is in it.
import Sqlite, { type Database } from 'better-sqlite3';
import { JournalFileError } from './file-error.ts';
import { migrate } from './migrations.ts';

/** How long a statement waits for another process (the token command) to finish writing: it blocks the event loop. */
const busyMs = 2_000;

/** `PRAGMA synchronous` as a number: every COMMIT waits for the disk. */
const full = 2;

/** The file with all its tables. Throws {@link JournalFileError} with a sentence where that cannot be. */
export function openSqliteFile(file: string): Database {
  let db: Database | undefined;
  try {
    db = new Sqlite(file, { timeout: busyMs });
    const mode = db.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new JournalFileError(`${file} is where SQLite cannot write ahead: use a local disk`);
    db.pragma('synchronous = FULL');
    // On a Mac only this reaches the disk itself; elsewhere it does nothing.
    db.pragma('fullfsync = ON');
    migrate(db, file);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof JournalFileError) throw error;
    throw new JournalFileError(`${file} cannot be opened as a journal: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Fails where a COMMIT would not wait for the disk. To be asked after the first commit of a connection: before it,
 * SQLite says FULL in WAL mode even where it is going to be NORMAL.
 */
export function assertDurable(db: Database): void {
  const synchronous = db.pragma('synchronous', { simple: true });
  if (synchronous !== full) throw new JournalFileError(`${db.name} is not durable: synchronous is ${synchronous}`);
}
