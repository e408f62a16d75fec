// Tells whether a journal file is still where it was opened. SQLite would go on writing to a file that was moved or
// deleted, and everything acknowledged from then on would be missing after a restart.
import { statSync } from 'node:fs';

/** Remembers the file that is there now; what it returns says whether the same file is there still (about 3 µs). */
export function watchPlace(file: string): () => boolean {
  const opened = statSync(file, { bigint: true });
  return () => {
    const now = statSync(file, { bigint: true, throwIfNoEntry: false });
    return now !== undefined && now.ino === opened.ino && now.dev === opened.dev;
  };
}
