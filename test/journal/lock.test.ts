import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { schemaVersion } from '../../server/journal/migrations.ts';
import { openSqliteFile } from '../../server/journal/sqlite-file.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { passing } from './samples.ts';
import { tempFile } from './temp-file.ts';

/** A process that opens the journal and appends p0, p1, … without end, saying each acknowledged id on a line. */
const writer = join(import.meta.dirname, 'writer.ts');
const root = join(import.meta.dirname, '../..');

let temp: ReturnType<typeof tempFile>;
const started: ChildProcess[] = [];

beforeEach(() => {
  temp = tempFile();
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  temp.remove();
});

interface Writer {
  readonly lines: string[];
  line(count: number): Promise<void>;
  kill(): Promise<void>;
}

function startWriter(from: number): Writer {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, temp.file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: root,
  });
  started.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(line));
  return {
    lines,
    line: (count) =>
      expect
        .poll(() => lines.length, { timeout: 20_000, interval: 2 })
        .toBeGreaterThanOrEqual(count) as unknown as Promise<void>,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

it('[J23] a second server in another process is refused, and the file and the way out are named', async () => {
  const other = startWriter(0);
  await other.line(1);
  expect(() => openSqliteJournal(temp.file)).toThrow(
    `another Splitcast server has the journal ${temp.file} open: stop that one, or start this one with another file`,
  );
  await other.kill();
  openSqliteJournal(temp.file).close();
});

it('[J23] a second server in the same process is refused, under another name of the file too', () => {
  const journal = openSqliteJournal(temp.file);
  expect(() => openSqliteJournal(temp.file)).toThrow('another Splitcast server');
  const folder = join(dirname(temp.file), 'elsewhere');
  mkdirSync(folder);
  symlinkSync(temp.file, join(folder, 'link.db'));
  expect(() => openSqliteJournal(join(folder, 'link.db'))).toThrow('another Splitcast server');
  journal.close();
  openSqliteJournal(join(folder, 'link.db')).close();
});

it('[J23] a journal that could not be opened leaves no lock behind', () => {
  const db = openSqliteFile(temp.file);
  db.pragma(`user_version = ${schemaVersion + 1}`);
  expect(() => openSqliteJournal(temp.file)).toThrow('newer Splitcast');
  db.pragma(`user_version = ${schemaVersion}`);
  db.close();
  openSqliteJournal(temp.file).close();
});

it('[J32] nothing acknowledged is lost over kills at random moments, and the numbers have no hole', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 5; round++) {
    const process = startWriter(acknowledged.length * 10 + 1000 * round);
    await process.line(20 + Math.floor(Math.random() * 60));
    await process.kill();
    acknowledged.push(...process.lines);
  }
  const journal = openSqliteJournal(temp.file);
  const records = [...journal.read()].flat();
  const ids = new Set(records.map((record) => 'id' in record && record.id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(records.map(({ seq }) => seq)).toEqual(records.map((_, i) => i + 1));
  expect(journal.epoch.split('.')[1]).toBe('6');
  expect(await journal.append([passing('after')], 'laptop')).toMatchObject({ ok: true, lastSeq: records.length + 1 });
  journal.close();
});
