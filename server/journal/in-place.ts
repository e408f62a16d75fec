// Tells whether a journal file is still where it was opened. SQLite would go on writing to a file that was moved or
// deleted, and everything acknowledged from then on would be missing after a restart.
import { statSync } from 'node:fs';

export class FileMovedError extends Error {
  override readonly name = 'FileMovedError';
}

/** Remembers the file that is there now; what it returns throws {@link FileMovedError} where it is not any more. */
export function watchPlace(file: string): () => void {
  const opened = statSync(file, { bigint: true });
  return () => {
    const now = statSync(file, { bigint: true, throwIfNoEntry: false });
    if (now?.ino !== opened.ino || now.dev !== opened.dev) throw new FileMovedError(file);
  };
}
