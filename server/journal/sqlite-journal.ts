// The journal in a SQLite file: what is acknowledged survives a kill and a power cut. One server a file.
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { type NowUs, systemClock } from './clock.ts';
import { JournalFileError } from './file-error.ts';
import { GroupCommitJournal } from './group-commit.ts';
import type { Journal } from './journal.ts';
import { lockFile } from './lock.ts';
import { assertDurable, openSqliteFile } from './sqlite-file.ts';
import { SqliteStore } from './sqlite-store.ts';

/** Opens a store on the file, which raises the opening counter: its first commit, after which durability is asserted. */
function openStore(file: string, release: () => void): SqliteStore {
  const db = openSqliteFile(file);
  try {
    const store = new SqliteStore(db, file, release);
    assertDurable(db);
    return store;
  } catch (error) {
    db.close();
    if (error instanceof JournalFileError) throw error;
    throw new JournalFileError(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Opens the journal in `file`, and makes it where there is none. Throws {@link JournalFileError} with a sentence for
 * people: another server has it, it is of a newer program or no journal at all, or it cannot be written.
 */
export function openSqliteJournal(file: string, options: { readonly nowUs?: NowUs } = {}): Journal {
  // However the file was called (a link, another directory), the lock beside it is the same.
  const path = existsSync(file) ? realpathSync(file) : resolve(file);
  const lock = lockFile(path);
  try {
    const store = openStore(path, () => lock.release());
    return new GroupCommitJournal(store, options.nowUs ?? systemClock());
  } catch (error) {
    lock.release();
    throw error;
  }
}
