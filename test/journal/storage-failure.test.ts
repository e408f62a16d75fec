import { renameSync, rmSync, truncateSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Journal } from '../../server/journal/journal.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { meetOf, passing, ruling, start } from './samples.ts';
import { openOver } from './sqlite-harness.ts';
import { tempFile } from './temp-file.ts';

let temp: ReturnType<typeof tempFile>;
let db: Database;
let journal: Journal;
let batches: (readonly JournalRecord[])[];

beforeEach(async () => {
  temp = tempFile();
  ({ db, journal } = openOver(temp.file));
  await journal.putMeet(meetOf(), 0, 'root');
  batches = [];
  journal.committed$.subscribe((batch) => batches.push(batch));
});
afterEach(() => {
  journal.close();
  temp.remove();
});

const append = (...facts: Parameters<Journal['append']>[0]) => journal.append(facts, 'laptop');

/** The disk holds no page more than the file has now. */
const fill = () => db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
const free = () => db.pragma('max_page_count = 4294967294');
const fat = (id: string) => passing(id, { raw: 'x'.repeat(2000) });
const fatBatch = (from: string) => Array.from({ length: 20 }, (_, i) => fat(`${from}${i}`));

it('[J22] on a full disk everything of the turn is refused and nothing of it is emitted', async () => {
  fill();
  const small = append(passing('small'));
  const [first, meet, second] = await Promise.all([
    small,
    journal.putMeet({ ...meetOf(), name: 'Renamed' }, 1, 'root'),
    append(...fatBatch('a')),
  ]);
  for (const answer of [first, meet, second]) {
    expect(answer).toMatchObject({ ok: false, code: 'storage-full', says: expect.stringContaining('free some space') });
  }
  expect(batches).toEqual([]);
  expect(journal.lastSeq).toBe(1);
  expect([...journal.read()].flat()).toHaveLength(1);
  expect(journal.meet('m1')?.version).toBe(1);
});

it('[J22] health tells of the full disk until the next good commit, which leaves no hole in the numbers', async () => {
  fill();
  await append(...fatBatch('a'));
  expect(journal.health).toEqual({ ok: false, says: expect.stringContaining(`The disk of ${temp.file} is full`) });
  free();
  expect(journal.health.ok).toBe(false);
  expect(await append(fat('a0'))).toEqual({ ok: true, accepted: 1, duplicates: 0, lastSeq: 2 });
  expect(journal.health).toEqual({ ok: true });
  expect(batches.flat().map(({ seq }) => seq)).toEqual([2]);
});

it('[J22] a fact refused with its turn counts as never sent', async () => {
  db.pragma('query_only = ON');
  await Promise.all([
    append(start('a')),
    append(ruling('b', 'e1', { after: 1 })),
    journal.putMeet(meetOf('m2', ['x']), 0, 'root'),
  ]);
  db.pragma('query_only = OFF');
  expect(await append(start('a', 'x'))).toMatchObject({ ok: false, code: 'unknown-race' });
  expect(await append(start('a', 'r2'), ruling('c', 'e1', { after: 1 }))).toMatchObject({ ok: true, accepted: 2 });
});

it('[J22] a read-only file is refused with a sentence, and used again when it can be written', async () => {
  db.pragma('query_only = ON');
  const refused = { ok: false, code: 'storage-failed', says: expect.stringContaining('read-only: make it writable') };
  expect(await append(passing('a'))).toMatchObject(refused);
  expect(journal.health.ok).toBe(false);
  db.pragma('query_only = OFF');
  expect(await append(passing('a'))).toMatchObject({ ok: true, accepted: 1 });
  expect(journal.health.ok).toBe(true);
});

it('[J22] a duplicate of what is durable is acknowledged while the disk is full', async () => {
  await append(passing('a'));
  db.pragma('query_only = ON');
  expect(await append(passing('a'))).toEqual({ ok: true, accepted: 0, duplicates: 1, lastSeq: 2 });
});

it('[J22] a duplicate of what the same turn could not store is refused with it', async () => {
  db.pragma('query_only = ON');
  const both = await Promise.all([append(passing('a')), append(passing('a'))]);
  expect(both.map(({ ok }) => ok)).toEqual([false, false]);
});

it('[J22] another program that holds the file for too long is named', async () => {
  db.pragma('busy_timeout = 1');
  const other = new Sqlite(temp.file);
  other.exec('BEGIN IMMEDIATE');
  const says = expect.stringContaining('Another program is writing');
  expect(await append(passing('a'))).toMatchObject({ ok: false, code: 'storage-failed', says });
  other.exec('ROLLBACK');
  other.close();
  expect(await append(passing('a'))).toMatchObject({ ok: true });
});

it('[J22] where the file cannot even be read a fact is refused too', async () => {
  await append(passing('a'));
  db.pragma('wal_checkpoint(TRUNCATE)');
  truncateSync(temp.file, 4096);
  db.pragma('shrink_memory');
  const refused = { ok: false, code: 'storage-failed', says: expect.stringContaining('could not be used (SQLITE_') };
  expect(await append(passing('b'))).toMatchObject(refused);
  expect(journal.preview([passing('b')], 'laptop')).toMatchObject(refused);
  expect(journal.health.ok).toBe(false);
});

it('[J22] an error that is not the storage’s is a bug, and not hidden as a refusal', () => {
  db.close();
  expect(() => append(passing('a'))).toThrow('not open');
});

it('[J7] when a batch is emitted another connection reads it', async () => {
  const other = new Sqlite(temp.file, { readonly: true });
  const seen: unknown[] = [];
  journal.committed$.subscribe((batch) => {
    seen.push(other.prepare('SELECT count(*) FROM fact').pluck().get(), batch.length, db.inTransaction);
  });
  await append(passing('a'), passing('b'));
  other.close();
  expect(seen).toEqual([2, 2, false]);
});

it('[J33] a journal file that was moved is written no more until it is back', async () => {
  renameSync(temp.file, `${temp.file}.bak`);
  const says = expect.stringContaining('moved or deleted');
  expect(await append(passing('a'))).toMatchObject({ ok: false, code: 'storage-failed', says });
  expect(batches).toEqual([]);
  renameSync(`${temp.file}.bak`, temp.file);
  expect(await append(passing('a'))).toMatchObject({ ok: true });
});

it('[J33] a journal file that was deleted, or replaced by another, is written no more', async () => {
  rmSync(temp.file);
  expect(await append(passing('a'))).toMatchObject({ ok: false, code: 'storage-failed' });
  new Sqlite(temp.file).exec('CREATE TABLE t (a)').close();
  expect(await append(passing('a'))).toMatchObject({ ok: false, code: 'storage-failed' });
  expect(journal.health.ok).toBe(false);
});
