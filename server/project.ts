// Where this program's files are and what version it is, whether it runs from source or from dist.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is missing: the program must stay in its own folder');
  return findRoot(parent);
}

/** The folder of package.json. */
const projectFolder = findRoot(import.meta.dirname);

/** Where `npm run build` puts the pages. */
export const builtPagesFolder = join(projectFolder, 'dist', 'client');

export const programVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))).version;
