// How long the journal takes to hand over all its facts after a restart, against a bare SQLite scan of the same rows;
// and how long one durable append takes. On files in a temporary folder, made for this and removed afterwards.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { type FactDraft, factDraftSchema } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';

export interface RestartFigures {
  readonly facts: number;
  readonly bytesPerFact: number;
  /** `SELECT * FROM fact`, every row as an array: the bare scan. */
  readonly scanMs: number;
  /** The leanest scan that sees every fact: number and body alone. */
  readonly leanScanMs: number;
  /** All facts as objects, in batches, of a journal that is open. */
  readonly readMs: number;
  /** Opening the journal and reading it, as a restart does. */
  readonly restartMs: number;
  /** `restartMs` against `scanMs`; the bar is 2. */
  readonly ratio: number;
}

export interface AppendFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Writing and syncing one page of a plain file on the same disk, for comparison. */
  readonly syncP50Ms: number;
  readonly syncP99Ms: number;
}

const skaters = 24;
const lapUs = 32_000_000;
/** One COMMIT of the making holds this many facts. */
const chunk = 10_000;

/** The `n`th passing of mass starts of 24, as a decoder would send it: about 300 bytes as stored. */
function massStartPassing(n: number): FactDraft {
  const skater = n % skaters;
  const at = 1_763_650_000_000_000 + Math.floor(n / skaters) * lapUs + skater * 180_000 + ((n * 7919) % 90_000);
  return factDraftSchema.parse({
    id: `decoder-finish-${1_000_000 + n}`,
    kind: 'passing',
    at,
    source: 'decoder-finish',
    loop: 'finish',
    transponder: `FZ-${10_000 + skater}`,
    how: 'transponder',
    seq: n,
    speed: 10 + ((n * 31) % 500) / 100,
    strength: 80 + (n % 60),
    hits: 20 + (n % 30),
    raw: `8E02${n.toString(16).padStart(8, '0')}F3A0B0C0D0E0F0118F`,
  });
}

const meet = meetSchema.parse({
  id: 'bench',
  name: 'Bench',
  venue: 'Here',
  dates: { from: '2026-11-20', to: '2026-11-20' },
  timeZone: 'Europe/Amsterdam',
  events: [{ id: 'ms', name: 'Mass start', kind: 'massStart', track: { lapMetres: 384 } }],
  races: [{ id: 'ms-final', event: 'ms', name: 'Final', entries: [] }],
});

async function make(file: string, facts: number): Promise<void> {
  const journal = openSqliteJournal(file);
  await journal.putMeet(meet, 0, 'bench');
  for (let from = 0; from < facts; from += chunk) {
    const drafts = Array.from({ length: Math.min(chunk, facts - from) }, (_, i) => massStartPassing(from + i));
    const answer = await journal.append(drafts, 'decoder');
    if (!answer.ok) throw new Error(answer.says);
  }
  journal.close();
}

/** The fastest of `runs`, so that what else the machine does counts least. */
function best(runs: number, work: () => number, expected: number): number {
  let bestMs = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    if (work() !== expected) throw new Error('not all facts were seen');
    bestMs = Math.min(bestMs, performance.now() - began);
  }
  return bestMs;
}

function scan(file: string, sql: string): number {
  const db = new Sqlite(file, { readonly: true });
  let rows = 0;
  for (const row of db.prepare(sql).raw().iterate()) rows += (row as unknown[]).length > 0 ? 1 : 0;
  db.close();
  return rows;
}

function restart(file: string, began: { readMs: number }): number {
  const journal = openSqliteJournal(file);
  const opened = performance.now();
  let records = 0;
  for (const batch of journal.read()) records += batch.length;
  began.readMs = Math.min(began.readMs, performance.now() - opened);
  journal.close();
  return records - 1;
}

/** Makes a journal of `facts` mass-start passings and reads it back. `runs` of each, the fastest counts. */
export async function restartBench({ facts, runs = 3 }: { facts: number; runs?: number }): Promise<RestartFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'splitcast-bench-'));
  const file = join(folder, 'restart.db');
  try {
    await make(file, facts);
    const inner = { readMs: Number.POSITIVE_INFINITY };
    const scanMs = best(runs, () => scan(file, 'SELECT * FROM fact'), facts);
    const leanScanMs = best(runs, () => scan(file, 'SELECT seq, body FROM fact'), facts);
    const restartMs = best(runs, () => restart(file, inner), facts);
    const bytesPerFact = Math.round(statSync(file).size / facts);
    return { facts, bytesPerFact, scanMs, leanScanMs, readMs: inner.readMs, restartMs, ratio: restartMs / scanMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quantiles(samples: number[]): { p50: number; p99: number } {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** One fact an append, one append a turn, into a journal that holds `facts` already. */
export async function appendBench({
  facts,
  appends = 1000,
}: {
  facts: number;
  appends?: number;
}): Promise<AppendFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'splitcast-bench-'));
  try {
    const file = join(folder, 'append.db');
    await make(file, facts);
    const journal = openSqliteJournal(file);
    const plain = openSync(join(folder, 'plain'), 'w');
    const page = Buffer.alloc(4096);
    const [appendMs, syncMs]: [number[], number[]] = [[], []];
    for (let n = facts; n < facts + appends; n++) {
      const draft = massStartPassing(n);
      const began = performance.now();
      await journal.append([draft], 'decoder');
      const written = performance.now();
      writeSync(plain, page);
      fsyncSync(plain);
      syncMs.push(performance.now() - written);
      appendMs.push(written - began);
    }
    closeSync(plain);
    journal.close();
    const [append, sync] = [quantiles(appendMs), quantiles(syncMs)];
    return { p50Ms: append.p50, p99Ms: append.p99, syncP50Ms: sync.p50, syncP99Ms: sync.p99 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
