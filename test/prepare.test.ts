import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { prepare } from './prepare.ts';
import { root } from './tree.ts';

const aptGet = '/usr/bin/apt-get';
const browser = '/opt/browser';

/** A machine with these files, and what was run on it. */
function machine(
  files: string[],
  options: { isRoot?: boolean; node?: string; brings?: string[]; breaks?: boolean } = {},
) {
  const there = new Set(files);
  const ran: string[] = [];
  const says = prepare({
    node: options.node ?? '20.20.0',
    wanted: '>=20.20.0',
    browser,
    exists: (path) => there.has(path),
    isRoot: options.isRoot ?? true,
    run: (command, args) => {
      ran.push([command, ...args].join(' '));
      if (options.breaks) throw new Error('no network');
      for (const path of options.brings ?? []) there.add(path);
    },
  });
  return { says, ran };
}

it('[X14] where there is a browser nothing is installed', () => {
  expect(machine([browser, aptGet])).toEqual({ says: undefined, ran: [] });
});

it('[X14] root on Debian gets the browser and the fonts installed', () => {
  const { says, ran } = machine([aptGet], { brings: [browser] });
  expect(says).toBeUndefined();
  expect(ran).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends chromium fonts-noto-core']);
});

it.each([
  ['who is not root', machine([aptGet], { isRoot: false }), 0],
  ['on a machine without apt-get', machine([]), 0],
  ['where the installation fails', machine([aptGet], { breaks: true }), 1],
  ['where the installation brings no browser', machine([aptGet]), 2],
])('[X14] one sentence says what to install to somebody %s', (_title, { says, ran }, runs) => {
  expect(says).toMatch(/^The tests of the pages need a Chromium at \/opt\/browser: install .*\.$/);
  expect(ran).toHaveLength(runs);
});

it.each(['20.19.9', '18.99.0', '9.0.0'])('[X14] Node %s is too old, and that is said first', (node) => {
  expect(machine([], { node }).says).toBe(`This is Node ${node}: install Node 20.20.0 or later.`);
});

it.each(['20.20.0', '20.20.2', '20.100.0', '22.0.0', '24.1.0'])('[X14] Node %s will do', (node) => {
  expect(machine([browser], { node }).says).toBeUndefined();
});

const script = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'test/prepare.ts')];

it('[X14] before the tests of this machine it has nothing to say', () => {
  expect(execFileSync(process.execPath, script, { encoding: 'utf8' })).toBe('');
});

it('[X14] where the browser is missing and cannot be had it says so and exits with 1', () => {
  // With this PATH nothing can be installed, whoever runs the tests.
  const env = { ...process.env, SPLITCAST_CHROMIUM: '/nowhere/chromium', PATH: '/nowhere' };
  const { status, stderr } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  expect(stderr).toContain('need a Chromium at /nowhere/chromium');
  expect(status).toBe(1);
});
