// The recording of Thialf, 12 January 2020: where it lies, and its lines. It is not ours to keep, so it may be absent.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tree.ts';

const folder = process.env.THIALF ?? join(root, '../shared/data/thialf-2020-stream');

export const files = {
  day: join(folder, 'full-day-first-part.ndjson'),
  teamPursuit: join(folder, 'recover-team-pursuit-10-3.ndjson'),
  thousand: join(folder, 'recover-1000m-11-4.ndjson'),
};

export const isThere = Object.values(files).every((file) => existsSync(file));
export const absent = `skipped: the recording is not there (${folder})`;

/** The lines of a recording, in order. */
export function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
