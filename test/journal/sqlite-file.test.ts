import { writeFileSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalFileError } from '../../server/journal/file-error.ts';
import { schemaVersion } from '../../server/journal/migrations.ts';
import { assertDurable, openSqliteFile } from '../../server/journal/sqlite-file.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { factBytesMax, readBatch } from '../../server/journal/sqlite-store.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { decide, meetOf, passing, ruling, start } from './samples.ts';
import { openOver } from './sqlite-harness.ts';
import { tempFile } from './temp-file.ts';

let temp: ReturnType<typeof tempFile>;
beforeEach(() => {
  temp = tempFile();
});
afterEach(() => temp.remove());

const pragma = (db: Database, name: string) => db.pragma(name, { simple: true });

describe('durability', () => {
  it('[J21] the journal writes ahead with synchronous FULL after its commits, at every opening', async () => {
    for (const opening of [1, 2, 3]) {
      const { db, journal } = openOver(temp.file);
      await journal.append([passing(`a${opening}`)], 'laptop');
      expect([pragma(db, 'journal_mode'), pragma(db, 'synchronous')]).toEqual(['wal', 2]);
      expect(() => assertDurable(db)).not.toThrow();
      journal.close();
    }
  });

  it('[J21] a connection that would not wait for the disk is told apart after its first commit', () => {
    openSqliteFile(temp.file).close();
    const db = new Sqlite(temp.file);
    db.exec('CREATE TABLE first_commit (a)');
    expect(() => assertDurable(db)).toThrow('not durable');
    db.close();
  });
});

describe('append-only', () => {
  const statements = [
    'UPDATE fact SET body = 1',
    'DELETE FROM fact',
    "INSERT OR REPLACE INTO fact SELECT * FROM fact WHERE id = 'a'",
    "INSERT OR REPLACE INTO fact SELECT 99, id, digest, '{}' FROM fact WHERE id = 'a'",
    "INSERT INTO fact SELECT 1, 'earlier', digest, body FROM fact WHERE id = 'a'",
    'UPDATE meet SET version = 7',
    'DELETE FROM meet',
    "INSERT OR REPLACE INTO meet SELECT 99, id, version, '{}' FROM meet",
    'UPDATE word SET seq = 7',
    'DELETE FROM word',
  ];

  it.each(statements)('[J20] %s is refused by the file itself', async (sql) => {
    const { db, journal } = openOver(temp.file);
    await journal.putMeet(meetOf(), 0, 'root');
    await journal.append([passing('a'), passing('b', { race: 'r1' })], 'laptop');
    const before = [...journal.read()].flat();
    const stranger = new Sqlite(temp.file);
    stranger.pragma('recursive_triggers = OFF');
    for (const connection of [db, stranger]) {
      expect(() => connection.exec(sql)).toThrow('the journal is append-only');
    }
    stranger.close();
    expect([...journal.read()].flat()).toEqual(before);
    journal.close();
  });

  it('[J20] columns hold the types they are declared with', () => {
    const db = openSqliteFile(temp.file);
    const strict = db.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
    );
    expect(strict.pluck().all()).toEqual(['sqlite_schema']);
    db.close();
  });
});

describe('opening again', () => {
  it('[J19] everything is read again as it was emitted', async () => {
    const first = openSqliteJournal(temp.file);
    const emitted: unknown[] = [];
    first.committed$.subscribe((batch) => emitted.push(...batch));
    await first.putMeet(meetOf(), 0, 'root');
    await first.append([passing('a', { race: 'r1', seq: 7, raw: '\u2028 名 "' }), ruling('b')], 'laptop');
    first.close();
    const second = openSqliteJournal(temp.file);
    expect([...second.read()].flat()).toEqual(emitted);
    expect([second.lastSeq, second.meet('m1')?.version]).toEqual([3, 1]);
    expect(await second.append([passing('c', { race: 'r1' }), ruling('b')], 'laptop')).toEqual({
      ok: true,
      accepted: 1,
      duplicates: 1,
      lastSeq: 4,
    });
    second.close();
  });

  it('[J19] more facts than a batch holds are read whole and in order, by number and by race', async () => {
    const journal = openSqliteJournal(temp.file);
    await journal.putMeet(meetOf(), 0, 'root');
    const count = 2 * readBatch + 1;
    const many = Array.from({ length: count }, (_, i) => passing(`p${i}`, i % 2 === 0 ? { race: 'r1' } : {}));
    await journal.append(many.slice(0, 5000), 'laptop');
    await journal.putMeet(meetOf(), 1, 'root');
    await journal.append(many.slice(5000), 'laptop');
    const batches = [...journal.read()];
    expect(batches.map((batch) => batch.length)).toEqual([readBatch, readBatch, 3]);
    expect(batches.flat().map(({ seq }) => seq)).toEqual(Array.from({ length: count + 2 }, (_, i) => i + 1));
    const ofRace = journal.readRace('r1').map(({ id }) => id);
    expect(ofRace).toEqual(many.filter((_, i) => i % 2 === 0).map(({ id }) => id));
    journal.close();
  });

  it('[J19] what is written while somebody reads is left for the next reading, without a hole', async () => {
    const journal = openSqliteJournal(temp.file);
    await journal.putMeet(meetOf(), 0, 'root');
    const reading = journal.read()[Symbol.iterator]();
    const first = reading.next().value;
    await journal.append(
      Array.from({ length: 5000 }, (_, i) => passing(`p${i}`)),
      'laptop',
    );
    expect([first?.length, reading.next().done]).toEqual([1, true]);
    expect([...journal.read(2)].flat()).toHaveLength(5000);
    journal.close();
  });

  it('[J34] the largest facts the schemas let through stay below the limit that keeps a batch readable', async () => {
    const longest = (first: string) => first.padEnd(64, '-');
    const order = [Array.from({ length: 200 }, (_, i) => longest(`e${i}`))];
    const large = [
      { ...passing(longest('p')), raw: '\u0000'.repeat(2000) },
      { ...decide(longest('f'), 'finish'), order },
      { ...ruling(longest('r'), longest('e')), note: '\u0000'.repeat(1000), code: '\u0000'.repeat(200) },
      { ...decide(longest('g'), 'protest'), by: '\u0000'.repeat(200), about: '\u0000'.repeat(1000) },
    ].map((draft) => factDraftSchema.parse(draft));
    const { db, journal } = openOver(temp.file);
    await journal.putMeet(meetOf(), 0, 'root');
    expect(await journal.append(large, longest('t'))).toMatchObject({ ok: true });
    const sizes = db.prepare<[], number>('SELECT octet_length(body) FROM fact').pluck().all();
    expect(Math.max(...sizes)).toBeGreaterThan(factBytesMax / 2);
    expect(Math.max(...sizes)).toBeLessThan(factBytesMax);
    const tooMany = { ...decide('x', 'finish'), order: [...order, ['one-more']] };
    expect(factDraftSchema.safeParse(tooMany).success).toBe(false);
    journal.close();
  });

  it('[J5] decisions are dated after those of earlier openings, though the clock went back', async () => {
    const first = openSqliteJournal(temp.file, { nowUs: () => 9_000 });
    await first.putMeet(meetOf(), 0, 'root');
    await first.append([ruling('a'), passing('p', { at: 99_000 })], 'laptop');
    first.close();
    const second = openSqliteJournal(temp.file, { nowUs: () => 5_000 });
    await second.append([ruling('b')], 'laptop');
    expect([...second.read(4)].flat()).toMatchObject([{ id: 'b', at: 9_001, acceptedUs: 5_000 }]);
    second.close();
  });

  it('[J16] the newest version of a meet holds again, with its races', async () => {
    const first = openSqliteJournal(temp.file);
    await first.putMeet(meetOf(), 0, 'root');
    await first.putMeet(meetOf('m1', ['r1', 'r9']), 1, 'root');
    first.close();
    const second = openSqliteJournal(temp.file);
    expect(second.meet('m1')?.version).toBe(2);
    expect(await second.append([start('a', 'r2')], 'laptop')).toMatchObject({ ok: false, code: 'unknown-race' });
    expect(await second.append([start('a', 'r9')], 'laptop')).toMatchObject({ ok: true });
    expect(await second.putMeet(meetOf(), 1, 'root')).toMatchObject({ ok: false, code: 'version-mismatch' });
    second.close();
  });

  it('[J24] the journal keeps its id, and the opening rises each time', () => {
    const epochs = [1, 2, 3].map(() => {
      const journal = openSqliteJournal(temp.file);
      journal.close();
      return journal.epoch;
    });
    const [id] = epochs[0]!.split('.');
    expect(epochs).toEqual([`${id}.1`, `${id}.2`, `${id}.3`]);
  });

  it('[J24] two journals have two ids', () => {
    const other = tempFile();
    const journals = [openSqliteJournal(temp.file), openSqliteJournal(other.file)];
    expect(new Set(journals.map(({ epoch }) => epoch.split('.')[0])).size).toBe(2);
    for (const journal of journals) journal.close();
    other.remove();
  });
});

describe('files that do not fit', () => {
  const refusal = (): string => {
    try {
      openSqliteJournal(temp.file).close();
    } catch (error) {
      expect(error).toBeInstanceOf(JournalFileError);
      return (error as Error).message;
    }
    return 'opened';
  };

  it('[J25] a file of a newer program is refused, told what to do, and left as it is', () => {
    const db = openSqliteFile(temp.file);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    db.close();
    expect(refusal()).toMatch(new RegExp(`newer Splitcast .*version ${schemaVersion + 1}.* update Splitcast`));
    const after = new Sqlite(temp.file);
    expect(pragma(after, 'user_version')).toBe(schemaVersion + 1);
    after.close();
  });

  it('[J25] a file of the first program is brought up to date with what it holds', () => {
    const db = openSqliteFile(temp.file);
    db.exec('DROP TABLE token; DROP TABLE screen; DROP TABLE on_air; DROP TABLE aired');
    db.pragma('user_version = 1');
    db.close();
    expect(refusal()).toBe('opened');
    const after = new Sqlite(temp.file);
    expect(pragma(after, 'user_version')).toBe(schemaVersion);
    expect(after.prepare('SELECT openings FROM journal').pluck().get()).toBe(1);
    after.close();
  });

  it('[J25] a meet of an older program is read with the defaults of what it could not say', async () => {
    const before = openSqliteJournal(temp.file);
    await before.putMeet(meetOf(), 0, 'root');
    before.close();
    const db = new Sqlite(temp.file);
    const old = JSON.parse(db.prepare<[], string>('SELECT body FROM meet').pluck().get() ?? '{}');
    old.meet.events = old.meet.events.map(({ medals: _, rules, ...event }: { medals: number; rules: object }) => ({
      ...event,
      rules: { laps: (rules as { laps: number }).laps },
    }));
    db.exec('DROP TRIGGER meet_unchanged');
    db.prepare('UPDATE meet SET body = ?').run(JSON.stringify(old));
    db.close();
    const after = openSqliteJournal(temp.file);
    expect(after.meet('m1')?.meet).toEqual(meetOf());
    expect([...after.read()].flat()).toMatchObject([{ kind: 'meet', meet: meetOf() }]);
    after.close();
  });

  it('[J25] a SQLite file of another program is refused', () => {
    new Sqlite(temp.file).exec('CREATE TABLE photos (a)').close();
    expect(refusal()).toContain('SQLite file of another program');
  });

  it('[J25] a file that is no database is refused', () => {
    writeFileSync(temp.file, 'bib,name\n'.repeat(1000));
    expect(refusal()).toContain('cannot be opened as a journal: file is not a database');
  });

  it('[J25] a folder that is not there is named', () => {
    expect(() => openSqliteJournal(`${temp.file}.d/x.db`)).toThrow(`${temp.file}.d/x.db`);
  });
});
