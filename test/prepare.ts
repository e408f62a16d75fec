// Runs before the tests: is there what they need? A browser is installed where that may be done, else named.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What the tests of the pages drive; the fonts have the letters of all names. */
const packages = ['chromium', 'fonts-noto-core'];

interface Machine {
  /** `process.versions.node` */
  readonly node: string;
  /** As in package.json: `>=20.20.0`. */
  readonly wanted: string;
  /** Where the browser should be. */
  readonly browser: string;
  readonly exists: (path: string) => boolean;
  readonly isRoot: boolean;
  readonly run: (command: string, args: readonly string[]) => void;
}

function isOlder(version: string, wanted: string): boolean {
  const parts = (text: string) => text.replace(/^\D*/, '').split('.').map(Number);
  const [have, need] = [parts(version), parts(wanted)];
  const first = need.findIndex((part, index) => part !== (have[index] ?? 0));
  return first !== -1 && (have[first] ?? 0) < (need[first] ?? 0);
}

/** Undefined where the tests can run, perhaps after an installation; else one sentence that says what to install. */
export function prepare(machine: Machine): string | undefined {
  const { node, wanted, browser, exists, isRoot, run } = machine;
  if (isOlder(node, wanted)) return `This is Node ${node}: install Node ${wanted.replace(/^\D*/, '')} or later.`;
  if (exists(browser)) return undefined;
  const missing = `The tests of the pages need a Chromium at ${browser}: install it (on Debian: apt-get install ${packages.join(' ')}) or name another with SPLITCAST_CHROMIUM.`;
  if (!isRoot || !exists('/usr/bin/apt-get')) return missing;
  try {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  } catch {
    return missing;
  }
  return exists(browser) ? undefined : missing;
}

function main(): void {
  const says = prepare({
    node: process.versions.node,
    wanted: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node,
    browser: process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium',
    exists: existsSync,
    isRoot: process.getuid?.() === 0,
    run: (command, args) => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    },
  });
  if (says === undefined) return;
  process.stderr.write(`${says}\n`);
  process.exitCode = 1;
}

if (process.argv[1] === new URL(import.meta.url).pathname) main();
