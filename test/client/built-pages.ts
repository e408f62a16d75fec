// The pages as they are served, built for the test file that asks, so that no test sees an older build.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const run = promisify(execFile);
const root = new URL('../..', import.meta.url).pathname;

let folder: Promise<string> | undefined;

/** In a process of its own: here NODE_ENV is test, and Lit would be its development build. */
async function buildPages(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'splitcast-pages-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--logLevel', 'error', '--emptyOutDir', '--outDir', outDir];
  await run(process.execPath, [vite, ...options], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  return outDir;
}

/** The folder of the built pages. */
export function builtPages(): Promise<string> {
  folder ??= buildPages();
  return folder;
}

afterAll(async () => {
  if (folder !== undefined) await rm(await folder, { recursive: true });
  folder = undefined;
});
