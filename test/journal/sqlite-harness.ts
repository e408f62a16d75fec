// A journal over SQLite whose connection the test holds, so that it can break the disk below it.
import type { Database } from 'better-sqlite3';
import { systemClock } from '../../server/journal/clock.ts';
import { GroupCommitJournal } from '../../server/journal/group-commit.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { openSqliteFile } from '../../server/journal/sqlite-file.ts';
import { SqliteStore } from '../../server/journal/sqlite-store.ts';

export function openOver(file: string): { readonly db: Database; readonly journal: Journal } {
  const db = openSqliteFile(file);
  return { db, journal: new GroupCommitJournal(new SqliteStore(db, file, () => {}), systemClock()) };
}
