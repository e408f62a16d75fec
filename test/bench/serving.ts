// How long a restart takes until every board is served, against a bare scan of the same rows in SQLite.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { systemClock } from '../../server/journal/clock.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { startPipeline } from '../../server/pipeline.ts';
import { massStartDrafts, massStartMeet24 } from './mass-start-facts.ts';
import type { Row } from './row.ts';

const runs = 3;
/** Races follow each other by this much. */
const raceEveryUs = 900_000_000;

/** An hour ago: what is older than the longest delay is made in one step. */
const longAgoUs = 3_600_000_000;

async function fill(file: string, facts: number): Promise<number> {
  const nowUs = systemClock();
  const journal = openSqliteJournal(file, { nowUs: () => nowUs() - longAgoUs });
  await journal.putMeet(massStartMeet24, 0, 'bench');
  let stored = 0;
  for (const [index, { id }] of massStartMeet24.races.entries()) {
    if (stored >= facts) break;
    const drafts = massStartDrafts(id, 1_763_650_000_000_000 + index * raceEveryUs).slice(0, facts - stored);
    const answer = await journal.append(drafts, 'bench');
    if (!answer.ok) throw new Error(answer.says);
    stored += answer.accepted;
  }
  journal.close();
  return stored;
}

function scanMs(file: string): number {
  const began = performance.now();
  const db = new Sqlite(file, { readonly: true });
  for (const _row of db.prepare('SELECT * FROM fact').raw().iterate());
  db.close();
  return performance.now() - began;
}

/** From opening the file to the last board made. */
function restartMs(file: string): number {
  const began = performance.now();
  const journal = openSqliteJournal(file);
  let topics = 0;
  const pipeline = startPipeline(journal, { put: ({ changed }) => (topics += changed.size), refresh: () => undefined });
  const ms = performance.now() - began;
  if (topics < massStartMeet24.races.length) throw new Error('not every board was made');
  pipeline.stop();
  journal.close();
  return ms;
}

/** Makes a journal of mass starts and starts from it; scan and restart take turns, and the fastest of each counts. */
export async function servingBench({ facts }: { facts: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'splitcast-bench-'));
  const file = join(folder, 'restart.db');
  try {
    const stored = await fill(file, facts);
    const scans: number[] = [];
    const restarts: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      scans.push(scanMs(file));
      restarts.push(restartMs(file));
    }
    const ratio = Math.min(...restarts) / Math.min(...scans);
    return [
      { name: `bare scan of ${stored} facts`, value: Math.min(...scans), unit: 'ms' },
      { name: `restart with ${stored} facts, every board made`, value: Math.min(...restarts), unit: 'ms' },
      { name: 'restart against the bare scan', value: ratio, unit: 'x', bar: 'at most 2', met: ratio <= 2 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
