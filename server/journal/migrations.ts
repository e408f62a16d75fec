// The tables of the journal file, as numbered steps. A step that has been released is never changed: add the next one.
import type { Database } from 'better-sqlite3';
import { JournalFileError } from './file-error.ts';
import { facts } from './migrations/001-facts.ts';
import { tokens } from './migrations/002-tokens.ts';
import { screens } from './migrations/003-screens.ts';
import { onAir } from './migrations/004-on-air.ts';
import { aired } from './migrations/005-aired.ts';

/** Marks a SQLite file as ours: "SPLC" in ASCII. */
const applicationId = 0x53504c43;

const steps: readonly string[] = [facts, tokens, screens, onAir, aired];

/** The number of the newest step, which is what `user_version` of an up-to-date file says. */
export const schemaVersion = steps.length;

function versionOf(db: Database, file: string): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  const mark = db.pragma('application_id', { simple: true });
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (mark !== applicationId && !empty) {
    throw new JournalFileError(`${file} is a SQLite file of another program: choose another file for the journal`);
  }
  if (version > schemaVersion) {
    throw new JournalFileError(
      `${file} was written by a newer Splitcast (its tables are version ${version}, this program knows ${schemaVersion}): update Splitcast, or choose another file`,
    );
  }
  return version;
}

/** Brings the file to `schemaVersion`; safe against another process that does the same at the same moment. */
export function migrate(db: Database, file: string): void {
  if (versionOf(db, file) === schemaVersion) return;
  const migration = db.transaction(() => {
    // Asked again: another process may have migrated while this one waited for the write lock.
    for (const step of steps.slice(versionOf(db, file))) db.exec(step);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${schemaVersion}`);
  });
  migration.immediate();
}
