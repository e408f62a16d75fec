// Keeps the lines of a journal in SQLite: prepared statements over the tables of migrations/. Decides nothing.
import type { Database } from 'better-sqlite3';
import type { Fact, JournalRecord } from '../../shared/facts.ts';
import { type MeetVersion, meetSchema } from '../../shared/meet.ts';
import { watchPlace } from './in-place.ts';
import type { Refusal } from './journal.ts';
import { isMeet, type Kept, type KeptFact, type Store } from './ledger.ts';
import { Programme } from './programme.ts';
import { refusalOf } from './sqlite-refusal.ts';
import { decided } from './words.ts';

/**
 * Facts a batch: parsed in one go, which is faster than one by one. About 1.2 MB of JSON, and at most 80 MB, since the
 * schemas keep every fact below {@link factBytesMax}; V8 takes no string over 512 MB.
 */
export const readBatch = 4096;
export const factBytesMax = 20_000;

/** Bodies joined by commas are one JSON array: SQLite hands over a batch as one string instead of thousands. */
const joined = (rows: string) => `SELECT coalesce(group_concat(body), '') FROM (SELECT body FROM ${rows})`;

function statements(db: Database) {
  const text = (sql: string) => db.prepare<unknown[], string>(sql).pluck();
  const number = (sql: string) => db.prepare<unknown[], number>(sql).pluck();
  return {
    open: text("UPDATE journal SET openings = openings + 1 RETURNING id || '.' || openings"),
    lastSeq: number('SELECT max(coalesce((SELECT max(seq) FROM fact), 0), coalesce((SELECT max(seq) FROM meet), 0))'),
    body: text('SELECT body FROM fact WHERE seq = ?'),
    find: db.prepare<[string], { body: string; digest: Buffer }>('SELECT body, digest FROM fact WHERE id = ?'),
    newest: number('SELECT coalesce(max(seq), 0) FROM word WHERE word = ?'),
    ofWord: text(joined('word JOIN fact USING (seq) WHERE word = ? AND seq > ? ORDER BY seq LIMIT ?')),
    facts: text(joined('fact WHERE seq BETWEEN ? AND ? ORDER BY seq')),
    meets: text('SELECT body FROM meet WHERE seq BETWEEN ? AND ? ORDER BY seq'),
    newestMeets: text('SELECT body FROM meet WHERE seq IN (SELECT max(seq) FROM meet GROUP BY id)'),
    addFact: db.prepare('INSERT INTO fact (seq, id, digest, body) VALUES (?, ?, ?, ?)'),
    addWord: db.prepare('INSERT INTO word (word, seq) VALUES (?, ?)'),
    addMeet: db.prepare('INSERT INTO meet (seq, id, version, body) VALUES (?, ?, ?, ?)'),
  };
}

const parseFacts = (bodies: string | undefined) => JSON.parse(`[${bodies ?? ''}]`) as Fact[];

/** A document that an older program stored has not said what was not asked then: today's defaults hold for it. */
function parseMeet(body: string): MeetVersion {
  const version = JSON.parse(body) as MeetVersion;
  const read = meetSchema.safeParse(version.meet);
  return read.success ? { ...version, meet: read.data } : version;
}

export class SqliteStore implements Store {
  readonly epoch: string;
  readonly #db: Database;
  readonly #file: string;
  readonly #sql: ReturnType<typeof statements>;
  readonly #programme = new Programme();
  readonly #insert: (lines: readonly Kept[]) => void;
  readonly #release: () => void;
  readonly #assertInPlace: () => void;
  #lastSeq: number;
  #newestAt: number;

  /** `db` is open and migrated; `release` is called once it is closed. */
  constructor(db: Database, file: string, release: () => void) {
    this.#db = db;
    this.#file = file;
    this.#release = release;
    this.#assertInPlace = watchPlace(file);
    this.#sql = statements(db);
    this.#insert = db.transaction((lines: readonly Kept[]) => this.#add(lines)).immediate;
    this.epoch = db.transaction(() => this.#sql.open.get() ?? '').immediate();
    this.#lastSeq = this.#sql.lastSeq.get() ?? 0;
    this.#newestAt = this.#factAt(this.newest(decided))?.at ?? 0;
    for (const body of this.#sql.newestMeets.all()) this.#programme.put(parseMeet(body));
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get newestAt(): number {
    return this.#newestAt;
  }

  find(id: string): Pick<KeptFact, 'fact' | 'digest'> | undefined {
    const row = this.#sql.find.get(id);
    return row && { fact: JSON.parse(row.body) as Fact, digest: row.digest };
  }

  newest(word: string): number {
    return this.#sql.newest.get(word) ?? 0;
  }

  facts(word: string): readonly Fact[] {
    const facts: Fact[] = [];
    for (let full = true; full; ) {
      const batch = parseFacts(this.#sql.ofWord.get(word, facts.at(-1)?.seq ?? 0, readBatch));
      for (const fact of batch) facts.push(fact);
      full = batch.length === readBatch;
    }
    return facts;
  }

  meet(id: string): MeetVersion | undefined {
    return this.#programme.meet(id);
  }

  meetOf(race: string): string | undefined {
    return this.#programme.meetOf(race);
  }

  write(lines: readonly Kept[]): void {
    this.#assertInPlace();
    this.#insert(lines);
    // Only now that COMMIT has returned may anybody see them.
    for (const line of lines) {
      if (isMeet(line)) this.#programme.put(line);
      else if (line.words.includes(decided)) this.#newestAt = line.fact.at;
    }
    this.#lastSeq += lines.length;
  }

  explain(error: unknown): Refusal {
    return refusalOf(error, this.#file);
  }

  *read(fromSeq: number): Iterable<readonly JournalRecord[]> {
    // What is written while somebody reads is left for the next time: a batch cut short by it would leave a hole.
    const last = this.#lastSeq;
    for (let from = Math.max(1, fromSeq); from <= last; from += readBatch) {
      const to = Math.min(from + readBatch - 1, last);
      const facts: JournalRecord[] = parseFacts(this.#sql.facts.get(from, to));
      const meets = this.#sql.meets.all(from, to).map(parseMeet);
      yield meets.length === 0 ? facts : [...facts, ...meets].sort((a, b) => a.seq - b.seq);
    }
  }

  close(): void {
    this.#db.close();
    this.#release();
  }

  #factAt(seq: number): Fact | undefined {
    const body = this.#sql.body.get(seq);
    return body === undefined ? undefined : (JSON.parse(body) as Fact);
  }

  #add(lines: readonly Kept[]): void {
    const { addFact, addWord, addMeet } = this.#sql;
    for (const line of lines) {
      if (isMeet(line)) {
        addMeet.run(line.seq, line.meet.id, line.version, JSON.stringify(line));
        continue;
      }
      const { fact, digest, words } = line;
      addFact.run(fact.seq, fact.id, digest, JSON.stringify(fact));
      for (const word of words) addWord.run(word, fact.seq);
    }
  }
}
