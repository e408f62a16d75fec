// Where tests put their journals: each in a temporary folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path for a journal in a folder of its own, and how to remove both. */
export function tempFile(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'splitcast-journal-'));
  return { file: join(folder, 'test.db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
