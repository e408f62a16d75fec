// The pages as they are served, built for the test file that asks, so that no test sees an older build.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { buildPages } from './build-pages.ts';

let folder: Promise<string> | undefined;

async function build(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'splitcast-pages-'));
  await buildPages(outDir);
  return outDir;
}

/** The folder of the built pages. */
export function builtPages(): Promise<string> {
  folder ??= build();
  return folder;
}

afterAll(async () => {
  if (folder !== undefined) await rm(await folder, { recursive: true });
  folder = undefined;
});
