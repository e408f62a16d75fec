import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { openTokens, type Tokens, tokensMax } from '../../server/journal/tokens.ts';
import { passing } from './samples.ts';
import { tempFile } from './temp-file.ts';

let temp: ReturnType<typeof tempFile>;
let tokens: Tokens;
let nowUs: number;

beforeEach(() => {
  temp = tempFile();
  nowUs = 1_000;
  tokens = openTokens(temp.file, { nowUs: () => nowUs++ });
});
afterEach(() => {
  tokens.close();
  temp.remove();
});

it('[J26] a token is 32 random bytes, and is found with its name and role', () => {
  const text = tokens.add('laptop', 'operator');
  expect(text).toMatch(/^sc_[A-Za-z0-9_-]{43}$/);
  const other = tokens.add('decoder', 'source');
  expect(other).not.toBe(text);
  expect(tokens.find(text)).toEqual({ name: 'laptop', role: 'operator' });
  expect(tokens.find(other)).toEqual({ name: 'decoder', role: 'source' });
});

it('[J26] what is not quite a token is not found', () => {
  const text = tokens.add('laptop', 'operator');
  const flipped = text.slice(0, -2) + (text.at(-2) === 'A' ? 'B' : 'A') + text.at(-1);
  const tries = ['', ' ', 'sc_', text.slice(0, -1), `${text} `, text.toUpperCase(), flipped, 'x'.repeat(1_000_000)];
  expect(tries.map((token) => tokens.find(token))).toEqual(tries.map(() => undefined));
});

it('[J26] only the SHA-256 of a token is in the file', () => {
  const text = tokens.add('laptop', 'operator');
  tokens.close();
  const bytes = readFileSync(temp.file);
  expect(bytes.includes(text)).toBe(false);
  expect(bytes.includes(createHash('sha256').update(text).digest())).toBe(true);
  tokens = openTokens(temp.file);
  expect(tokens.find(text)).toEqual({ name: 'laptop', role: 'operator' });
});

it('[J26] tokens are listed in the order in which they were added, without their text', () => {
  tokens.add('z', 'operator');
  tokens.add('a', 'source');
  expect(tokens.list()).toEqual([
    { name: 'z', role: 'operator', addedUs: 1_000 },
    { name: 'a', role: 'source', addedUs: 1_001 },
  ]);
});

it('[J26] a name that is taken is refused, and the old token goes on working', () => {
  const text = tokens.add('laptop', 'operator');
  expect(() => tokens.add('laptop', 'source')).toThrow('a token named laptop already: revoke it first');
  expect(tokens.find(text)?.role).toBe('operator');
});

it('[J26] a revoked token is found no more, and its name is free', () => {
  const text = tokens.add('laptop', 'operator');
  expect([tokens.revoke('laptop'), tokens.revoke('laptop'), tokens.revoke('nobody')]).toEqual([true, false, false]);
  expect(tokens.find(text)).toBeUndefined();
  expect(tokens.find(tokens.add('laptop', 'source'))?.role).toBe('source');
});

it('[J26] there are as many tokens as the limit says, and no more', () => {
  for (let i = 0; i < tokensMax; i++) tokens.add(`t${i}`, 'source');
  expect(() => tokens.add('one-more', 'source')).toThrow(`there are ${tokensMax} tokens`);
  tokens.revoke('t0');
  expect(tokens.find(tokens.add('one-more', 'source'))?.name).toBe('one-more');
});

it('[J26] a role that is not known is refused by the file', () => {
  expect(() => tokens.add('x', 'root' as 'operator')).toThrow('CHECK');
});

it('[J27] what another process adds and revokes is known at the next question, while the server writes', async () => {
  const journal = openSqliteJournal(temp.file);
  const script = `
    import { openTokens } from ${JSON.stringify(join(import.meta.dirname, '../../server/journal/tokens.ts'))};
    const tokens = openTokens(process.argv[1]);
    tokens.revoke('old');
    process.stdout.write(tokens.add('new', 'source'));
    tokens.close();`;
  const old = tokens.add('old', 'operator');
  expect(tokens.find(old)?.name).toBe('old');
  const waiting = journal.append([passing('a')], 'laptop');
  const text = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, temp.file], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  expect(tokens.find(old)).toBeUndefined();
  expect(tokens.find(text)).toEqual({ name: 'new', role: 'source' });
  expect(await waiting).toMatchObject({ ok: true });
  expect(await journal.append([passing('b')], 'laptop')).toMatchObject({ ok: true, lastSeq: 2 });
  journal.close();
});

it('[J27] tokens can be made before there is a journal, and do not count as an opening of it', () => {
  tokens.add('laptop', 'operator');
  const journal = openSqliteJournal(temp.file);
  expect(journal.epoch.split('.')[1]).toBe('1');
  journal.close();
  const db = new Sqlite(temp.file, { readonly: true });
  expect(db.prepare('SELECT count(*) FROM token').pluck().get()).toBe(1);
  db.close();
});
