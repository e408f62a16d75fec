// What the engine costs: a fact, a whole race, the correction of its oldest fact, and how small its patches are.
import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Fact, FactDraft, JournalRecord } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';
import { diff } from '../../shared/patch.ts';
import { quantile, type Row } from './row.ts';

const skaters = 24;
const laps = 16;
const gunUs = 1_763_650_000_000_000;
const lapUs = 30_000_000;
/** The fastest of so many passes counts, so that what else the machine does counts least. */
const passes = 7;

const factBarMs = 0.5;
const correctionBarMs = 5;
const patchBarPercent = 15;

const race = 'ms-final';

const meet = meetSchema.parse({
  id: 'bench',
  name: 'Bench',
  venue: 'Here',
  dates: { from: '2026-11-20', to: '2026-11-20' },
  timeZone: 'Europe/Amsterdam',
  events: [{ id: 'ms', name: 'Mass start', kind: 'massStart', track: { lapMetres: 384 } }],
  races: [
    {
      id: race,
      event: 'ms',
      name: 'Final',
      entries: Array.from({ length: skaters }, (_, i) => ({
        id: `e${i + 1}`,
        name: `Skater ${i + 1}`,
        bib: String(i + 1),
        nation: 'NED',
        transponders: [`L${i + 1}`, `R${i + 1}`],
      })),
    },
  ],
});

function stamped(draft: FactDraft & { at: number }, seq: number): Fact {
  return { ...draft, seq, acceptedUs: draft.at, by: 'bench' } as Fact;
}

/** Both ankles of everybody on every lap, in three groups that change places; no reading names the race. */
function readings(): (FactDraft & { at: number })[] {
  const all: (FactDraft & { at: number })[] = [];
  for (let lap = 1; lap <= laps; lap++) {
    for (let skater = 0; skater < skaters; skater++) {
      const place = (skater * 7 + lap * 5) % skaters;
      const at = gunUs + lap * lapUs + place * 140_000 + Math.floor(place / 8) * lap * 200_000;
      for (const [ankle, laterUs] of [
        ['L', 0],
        ['R', 21_000],
      ] as const) {
        all.push({
          id: `${ankle}${skater}-${lap}`,
          kind: 'passing',
          at: at + laterUs,
          source: 'decoder',
          loop: 'finish',
          how: 'transponder',
          transponder: `${ankle}${skater + 1}`,
        });
      }
    }
  }
  return all.sort((a, b) => a.at - b.at);
}

/** A mass start of 24 over 16 laps as the journal would hand it over. */
export function benchRecords(): readonly JournalRecord[] {
  const version: JournalRecord = { kind: 'meet', seq: 1, acceptedUs: gunUs, by: 'bench', version: 1, meet };
  const drafts: (FactDraft & { at: number })[] = [
    { id: 'arm', kind: 'arm', race, at: gunUs - 60_000_000, fromUs: gunUs - 60_000_000 },
    { id: 'gun', kind: 'start', race, at: gunUs, source: 'decoder' },
    ...readings(),
  ];
  return [version, ...drafts.map((draft, index) => stamped(draft, index + 2))];
}

function cpuMs(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function best(work: () => void): number {
  return Math.min(...Array.from({ length: passes }, () => cpuMs(work)));
}

/** Milliseconds each fact took in its fastest pass. */
function eachFactMs(records: readonly JournalRecord[]): readonly number[] {
  const fastest = records.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < passes; pass++) {
    let boards = noBoards;
    for (const [index, record] of records.entries()) {
      const began = performance.now();
      boards = fold(boards, [record]);
      fastest[index] = Math.min(fastest[index] ?? 0, performance.now() - began);
    }
  }
  return fastest;
}

function correctionMs(records: readonly JournalRecord[]): number {
  const whole = fold(noBoards, records);
  const oldest = records.find((record) => record.kind === 'passing');
  if (oldest?.kind !== 'passing') throw new Error('no reading to correct');
  const decided = (kind: 'retract' | 'restore', seq: number): JournalRecord =>
    stamped({ id: kind, kind, target: oldest.id, at: gunUs + 600_000_000 + seq }, seq);
  const one = [decided('retract', records.length + 1)];
  const two = [decided('restore', records.length + 2)];
  return (
    best(() => {
      fold(fold(whole, one), two);
    }) / 2
  );
}

/** Bytes of each patch as a share of the snapshot it leads to, over a race. */
function patchShares(records: readonly JournalRecord[]): number[] {
  const shares: number[] = [];
  let boards: Boards = noBoards;
  for (const record of records) {
    const before = stateOf(boards, `race/${race}`);
    boards = fold(boards, [record]);
    const after = stateOf(boards, `race/${race}`);
    const patch = before === undefined || after === undefined ? undefined : diff(before, after);
    if (patch !== undefined) shares.push((100 * JSON.stringify(patch).length) / JSON.stringify(after).length);
  }
  return shares;
}

function measured(name: string, value: number, unit: string, limit?: number): Row {
  return { name, value, unit, ...(limit !== undefined && { bar: `under ${limit} ${unit}`, met: value < limit }) };
}

/** Figures of the engine alone: no journal, no socket. */
export function engineBench(): Row[] {
  const records = benchRecords();
  const facts = eachFactMs(records);
  return [
    measured('engine: a fact, 24 skaters, p50', quantile(facts, 0.5), 'ms', factBarMs),
    measured('engine: a fact, 24 skaters, p99', quantile(facts, 0.99), 'ms', factBarMs),
    measured(
      'engine: whole race from nothing',
      best(() => fold(noBoards, records)),
      'ms',
    ),
    measured('engine: correction of the oldest fact', correctionMs(records), 'ms', correctionBarMs),
    measured('patch against snapshot, median of a race', quantile(patchShares(records), 0.5), '%', patchBarPercent),
  ];
}
