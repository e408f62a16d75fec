import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summaryLine } from './summary-reporter.ts';
import { root } from './tree.ts';

let folder: string;

/** Runs vitest over these files alone, as `npm test` does, and gives its last line and its exit code. */
async function run(files: Record<string, string>): Promise<{ last: string | undefined; code: number }> {
  const inside = await mkdtemp(join(folder, 'run-'));
  const config = `import { SummaryReporter } from ${JSON.stringify(join(root, 'test/summary-reporter.ts'))};
    export default { test: { globals: true, include: ['*.test.js'], reporters: ['default', new SummaryReporter()] } };`;
  await writeFile(join(inside, 'vitest.config.ts'), config);
  for (const [name, code] of Object.entries(files)) await writeFile(join(inside, name), code);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [vitest, 'run', '--root', inside], (_error, stdout) => {
      resolve({ last: stdout.trimEnd().split('\n').at(-1), code: child.exitCode ?? -1 });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splitcast-summary-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('[X13] a run in which all is well ends with its count and exit code 0', async () => {
  const files = { 'a.test.js': "test('[X13] a', () => {}); test('[X13] b', () => {});" };
  expect(await run(files)).toEqual({ last: '2 passed, 0 failed', code: 0 });
});

it('[X13] what fails in or outside a test is counted, and the exit code is 1', async () => {
  const files = {
    'plain.test.js':
      "test('[X13] a', () => {}); test('[X13] b', () => { throw new Error('b'); }); test.skip('[X13] c', () => {});",
    'broken.test.js': "import './missing.ts';",
    'hook.test.js': "describe('d', () => { beforeAll(() => { throw new Error('d'); }); test('[X13] e', () => {}); });",
    'stray.test.js': "test('[X13] f', () => { Promise.reject(new Error('f')); });",
  };
  const { last, code } = await run(files);
  expect(code).toBe(1);
  // b, the broken file, the hook and the stray rejection; e never ran and c was left out.
  expect(last).toMatch(/^2 passed, 4 failed, 2 skipped$/);
});

it('[X13] the line names skipped tests only where there are any', () => {
  expect(summaryLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(summaryLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
