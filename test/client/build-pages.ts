// Builds the pages into a folder that is given, as they are served.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = new URL('../..', import.meta.url).pathname;

/** In a process of its own: in a test NODE_ENV is test, and Lit would be its development build. */
export async function buildPages(outDir: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--logLevel', 'error', '--emptyOutDir', '--outDir', outDir];
  await run(process.execPath, [vite, ...options], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
}
