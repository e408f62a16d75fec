// The program and the pages as they are shipped, built once for all test files that ask, and again when a source has
// changed: no test sees an older build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tree.ts';

interface Build {
  /** Files and folders that decide what comes out. */
  readonly sources: readonly string[];
  /** Its script under node_modules, and what it is called with. */
  readonly tool: string;
  readonly options: readonly string[];
}

const builds = {
  pages: {
    sources: ['client', 'shared', 'vite.config.ts', 'vite.flags.ts', 'package-lock.json'],
    tool: 'vite/bin/vite.js',
    options: ['build', '--logLevel', 'error', '--emptyOutDir', '--outDir'],
  },
  program: {
    sources: ['server', 'shared', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    tool: 'typescript/bin/tsc',
    options: ['-p', 'tsconfig.build.json', '--outDir'],
  },
} satisfies Record<string, Build>;

function filesOf(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf)) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

function make(what: keyof typeof builds): string {
  const { sources, tool, options } = builds[what];
  const folder = join(root, 'dist/tests');
  const name = `${what}-${hashOf(sources)}`;
  const made = join(folder, name);
  if (existsSync(made)) return made;
  mkdirSync(folder, { recursive: true });
  const unfinished = mkdtempSync(join(folder, 'unfinished-'));
  // In a process of its own: in a test NODE_ENV is test, and Lit would be its development build.
  execFileSync(process.execPath, [join(root, 'node_modules', tool), ...options, unfinished], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  try {
    renameSync(unfinished, made);
  } catch (error) {
    // Another test file built the same at the same time, and was first.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(made)) throw error;
  }
  const older = readdirSync(folder).filter((one) => one.startsWith(`${what}-`) && one !== name);
  for (const one of older) rmSync(join(folder, one), { recursive: true, force: true });
  return made;
}

const made = new Map<keyof typeof builds, string>();

/** The folder of the built pages or of the compiled program. */
export function built(what: keyof typeof builds): string {
  const folder = made.get(what) ?? make(what);
  made.set(what, folder);
  return folder;
}
