import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gallery } from './screens/gallery.ts';
import { documents, importsOf, linesOf, readText, root, sources, tests } from './tree.ts';

/** What a reader takes in at one sitting; and what he meets most of the time. */
const mostLines = 300;
const medianLines = 100;
/** README on one screen. */
const readmeLines = 60;

const code = [...sources(), ...tests()];
const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);

describe('files', () => {
  it('[X6] no file is longer than can be read in one go', () => {
    // A language is looked up, not read.
    const read = code.filter(({ path }) => !path.startsWith('client/kit/languages/'));
    const long = read.map(({ path, text }) => [path, linesOf(text)] as const).filter(([, lines]) => lines > mostLines);
    expect(long).toEqual([]);
  });

  it('[X6] the median source is short', () => {
    const lengths = sources()
      .map(({ text }) => linesOf(text))
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(medianLines);
  });

  it('[X7] every source opens with a comment', () => {
    const opened = /^(?:#!.*\n)?(?:\/\/ \S|\/\*\*?\s+\S)/;
    const helpers = tests().filter(({ path }) => !path.endsWith('.test.ts'));
    expect(paths([...sources(), ...helpers].filter(({ text }) => !opened.test(text)))).toEqual([]);
  });

  it('[X8] no note to do something later is left', () => {
    expect(
      paths([...code, ...documents()].filter(({ text }) => /\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/.test(text))),
    ).toEqual([]);
  });

  it('[X8] no test runs alone, and none is left out without saying when', () => {
    // `if (nothing to test with) it.skip('why')` says when; a skip at the start of a statement is for ever.
    const leftOver = /^\s*(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo)\(|\b(?:it|test|describe)(?:\.\w+)*\.only\(/m;
    expect(paths(tests().filter(({ text }) => leftOver.test(stripStrings(text))))).toEqual([]);
  });

  it('[X8] no file is named after nothing', () => {
    expect(paths(code.filter(({ path }) => /\/(?:utils?|helpers?|misc|common|index)\.ts$/.test(path)))).toEqual([]);
  });

  it('[X5] what a file of ours exports is imported by the name of its file, with its ending', () => {
    const wrong = code.flatMap(({ path, text }) =>
      importsOf(stripComments(text))
        .filter((name) => name.startsWith('.') && !/\.(?:ts|css|json)(?:\?\w+)?$/.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** A test about tests holds others as text. */
function stripStrings(text: string): string {
  return text.replace(/(["`])(?:\\.|(?!\1).)*\1/gs, '""');
}

function stripComments(text: string): string {
  return text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
}

describe('libraries', () => {
  const home: Record<string, RegExp> = {
    'better-sqlite3': /^server\/journal\//,
    'csv-parse': /^server\/startlist\//,
    'csv-stringify': /^server\/startlist\//,
    commander: /^server\/(?:main|config)\.ts$|^server\/commands\//,
    express: /^server\/http\//,
    'express-rate-limit': /^server\/http\//,
    helmet: /^server\/http\//,
    lit: /^client\//,
    'prom-client': /^server\/http\//,
    uplot: /^client\/commentator\//,
    rxjs: /^server\/(?:pipeline\.ts|(?:engine|hub|journal)\/)/,
    zod: /^shared\/|^server\//,
  };
  const imported = sources().flatMap(({ path, text }) =>
    importsOf(stripComments(text)).map((name) => ({ path, library: name.split('/')[0] ?? '' })),
  );

  it('[X11] a library is imported in its own room only', () => {
    expect(imported.filter(({ path, library }) => home[library]?.test(path) === false)).toEqual([]);
  });

  it('[X11] the socket library is known to one file that serves and one that connects', () => {
    const known = ['server/hub/ws-adapter.ts', 'server/ingest/connection.ts'];
    expect(paths(imported.filter(({ path, library }) => library === 'ws' && !known.includes(path)))).toEqual([]);
  });
});

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: string[];
  readonly cpu?: string[];
  readonly libc?: string[];
  readonly optionalDependencies?: Record<string, string>;
}

describe('packages', () => {
  const manifest = JSON.parse(readText('package.json'));
  const locked: Record<string, Locked> = JSON.parse(readText('package-lock.json')).packages;

  it('[X9] every dependency is pinned to one version', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version as string))).toEqual([]);
  });

  it('[X9] the lock file holds what package.json asks for, and from nowhere in particular', () => {
    expect(locked['']).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
    expect(Object.entries(locked).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  it('[X9] what is installed is checked; only packages of another platform may lack a hash', () => {
    const here = (entry: Locked) => !entry.optional || entry.os?.includes(process.platform) === true;
    const glibc = (entry: Locked) => entry.libc?.includes('musl') !== true && entry.cpu?.includes('x64') !== false;
    const unchecked = Object.entries(locked).filter(
      ([path, entry]) => path !== '' && here(entry) && glibc(entry) && entry.integrity === undefined,
    );
    expect(unchecked).toEqual([]);
  });

  it('[X9] the lock file names the packages of every platform, else npm ci refuses it', () => {
    const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${path}/node_modules/${name}` in locked) && !(`node_modules/${name}` in locked),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('[X9] no address of a registry is kept', () => {
    const kept = ['package.json', 'package-lock.json', '.npmrc', '.ci/run'].map((path) => ({
      path,
      text: readText(path),
    }));
    const address = /\bregistry\.[a-z0-9-]+\.|^\s*registry\s*=|https?:\/\/[^\s"]*registry/m;
    expect(paths([...kept, ...sources(), ...documents()].filter(({ text }) => address.test(text)))).toEqual([]);
  });

  it('[X9] Node and the packages agree on the oldest Node that will do', () => {
    expect(manifest.engines.node).toBe('>=20.20.0');
    expect(manifest.devDependencies['@types/node']).toMatch(/^20\./);
  });
});

describe('documents', () => {
  it('[X10] README is one screen', () => {
    expect(linesOf(readText('README.md'))).toBeLessThanOrEqual(readmeLines);
  });

  it('[X10] a document has one title, on its first line', () => {
    const titles = (text: string) => text.replace(/^```.*?^```/gms, '').match(/^# .+/gm) ?? [];
    expect(paths(documents().filter(({ text }) => titles(text).length !== 1 || !text.startsWith('# ')))).toEqual([]);
  });

  it('[X10] every link between documents leads somewhere', () => {
    const dead = documents().flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/g)]
        .map((match) => normalize(join(dirname(path), match[1] ?? '')))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('[X10] the pictures in docs/screens are those that are taken', () => {
    const taken = gallery.flatMap(({ shots }) => shots.map(({ file }) => `${file}.png`));
    expect(readdirSync(join(root, 'docs/screens')).sort()).toEqual(['README.md', ...taken].sort());
  });

  it('[X10] every file that a document names is there', () => {
    const gone = documents().flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:server|client|shared|test|docs)\/[\w./-]+\.\w+)`/g)]
        .map((match) => match[1] ?? '')
        .filter((named) => !existsSync(join(root, named)))
        .map((named) => `${path}: ${named}`),
    );
    expect(gone).toEqual([]);
  });
});
