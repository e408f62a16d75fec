// The files of the repository as the tests about it read them: every source, test and document, never what is built.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of package.json. */
export const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

const rooms = ['server', 'client', 'shared'];

export interface TreeFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function walk(folder: string, wanted: RegExp): TreeFile[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return walk(path, wanted);
    return wanted.test(name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

/** One file that must be there. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What runs: TypeScript of the three rooms. */
export const sources = (): TreeFile[] => rooms.flatMap((room) => walk(room, /\.ts$/));

/** Tests and what only tests use. */
export const tests = (): TreeFile[] => walk('test', /\.ts$/);

/** Documents people read. */
export function documents(): TreeFile[] {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...top.map((path) => ({ path, text: readText(path) })), ...walk('docs', /\.md$/)];
}

/** How many lines an editor shows. */
export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** What a file imports or exports from, static and dynamic, as written. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g)].map(([, name]) => name ?? '');
}
