import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowed, refused } from './lint/snippets.ts';
import { root } from './tree.ts';

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string };
}
let folder: string;
let diagnostics: Diagnostic[];

/** Every snippet gets a file of its own in its room, so that one run of the linter answers for all. */
const placed = new Map<string, string>();
function place(file: string, code: string): string {
  const name = placed.get(`${file} ${code}`) ?? join(dirname(file), `snippet-${placed.size}.ts`);
  placed.set(`${file} ${code}`, name);
  return name;
}

function lint(cwd: string): Promise<string> {
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin/biome'), args, { cwd, maxBuffer: 1e7 }, (_error, stdout) => resolve(stdout));
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splitcast-layers-'));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(root, 'test/lint'), join(folder, 'test/lint'), { recursive: true });
  for (const [file, code] of [...Object.values(refused).flat(), ...Object.values(allowed).flat()]) {
    const path = join(folder, place(file, code));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${code}\n`);
  }
  diagnostics = JSON.parse(await lint(folder)).diagnostics;
});
afterAll(() => rm(folder, { recursive: true }));

function saidOf(file: string, code: string): string {
  const said = diagnostics.filter(({ location }) => location.path === place(file, code));
  return said.map(({ category, message }) => `${category} ${message}`).join('\n');
}

const isRefused = (file: string, code: string, says: string) => expect(saidOf(file, code)).toContain(says);
const isAllowed = (file: string, code: string) =>
  expect(saidOf(file, code)).not.toMatch(/plugin|noRestrictedImports|noRestrictedGlobals/);

it.each(refused.X1)('[X1] %s may not hold: %s', isRefused);
it.each(allowed.X1)('[X1] %s may hold: %s', isAllowed);
it.each(refused.X2)('[X2] %s may not hold: %s', isRefused);
it.each(allowed.X2)('[X2] %s may hold: %s', isAllowed);
it.each(refused.X3)('[X3] %s may not hold: %s', isRefused);
it.each(allowed.X3)('[X3] %s may hold: %s', isAllowed);
it.each(refused.X4)('[X4] %s may not hold: %s', isRefused);
it.each(allowed.X4)('[X4] %s may hold: %s', isAllowed);
it.each(refused.X5)('[X5] %s may not hold: %s', isRefused);
