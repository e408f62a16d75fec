// What the engine costs: a fact, a whole race, the correction of its oldest fact, and how small its patches are.
import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Fact, FactDraft, JournalRecord } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import { diff } from '../../shared/patch.ts';
import { massStartDrafts, massStartMeet24 } from './mass-start-facts.ts';
import { onAirBench } from './on-air.ts';
import { quantile, type Row } from './row.ts';

/** The fastest of so many passes counts, so that what else the machine does counts least. */
const passes = 7;
/** Races of a long day: 100,000 readings. */
const racesOfADay = 130;

const factBarMs = 0.5;
const forecastBarMs = 2;
const correctionBarMs = 5;
const patchBarPercent = 15;

const zeroUs = 1_763_650_000_000_000;
const raceEveryUs = 900_000_000;
const windowUs = 600_000_000;

function factsOf(race: string, gunUs: number): readonly (FactDraft & { at: number })[] {
  const loose = massStartDrafts(race, gunUs).map((draft) => {
    const { race: _, ...rest } = draft as FactDraft & { at: number };
    // A decoder knows no races.
    return draft.kind === 'start' ? (draft as FactDraft & { at: number }) : (rest as FactDraft & { at: number });
  });
  const fromUs = gunUs - 60_000_000;
  const toUs = gunUs + windowUs;
  return [
    { id: `${race}.arm`, kind: 'arm', race, at: fromUs, fromUs },
    ...loose,
    { id: `${race}.close`, kind: 'close', race, at: toUs, toUs },
  ];
}

function stamped(draft: FactDraft & { at: number }, seq: number): Fact {
  return { ...draft, seq, acceptedUs: draft.at, by: 'bench' } as Fact;
}

/** So many mass starts of 24 over 16 laps, one after the other, as the journal would hand them over. */
function benchRecords(races = 1, all = massStartMeet24): readonly JournalRecord[] {
  const meet = { ...all, races: all.races.slice(0, races) };
  const version: JournalRecord = { kind: 'meet', seq: 1, acceptedUs: zeroUs, by: 'bench', version: 1, meet };
  const drafts = meet.races.flatMap(({ id }, i) => factsOf(id, zeroUs + i * raceEveryUs));
  return [version, ...drafts.map((draft, index) => stamped(draft, index + 2))];
}

/** A semi-final: much more can still happen to the eighth than to the third. */
const semiFinal24: Meet = {
  ...massStartMeet24,
  events: massStartMeet24.events.map((event) =>
    event.kind === 'massStart' ? { ...event, rules: { ...event.rules, qualify: 8 } } : event,
  ),
};

function cpuMs(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function best(work: () => void): number {
  return Math.min(...Array.from({ length: passes }, () => cpuMs(work)));
}

/** Milliseconds each fact took in its fastest pass, after those of `before`. */
function eachFactMs(records: readonly JournalRecord[], before = noBoards): readonly number[] {
  const fastest = records.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < passes; pass++) {
    let boards = before;
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
    stamped({ id: kind, kind, target: oldest.id, at: zeroUs + windowUs + seq }, seq);
  const one = [decided('retract', records.length + 1)];
  const two = [decided('restore', records.length + 2)];
  return (
    best(() => {
      fold(fold(whole, one), two);
    }) / 2
  );
}

const topic = `race/${massStartMeet24.races[0]?.id}`;

/** Bytes of each patch as a share of the snapshot it leads to, over a race. */
function patchShares(records: readonly JournalRecord[]): number[] {
  const shares: number[] = [];
  let boards: Boards = noBoards;
  for (const record of records) {
    const before = stateOf(boards, topic);
    boards = fold(boards, [record]);
    const after = stateOf(boards, topic);
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
  const day = benchRecords(racesOfADay);
  const semiFinal = eachFactMs(benchRecords(1, semiFinal24));
  const last = records.length - 1;
  const evening = eachFactMs(day.slice(-last), fold(noBoards, day.slice(0, -last)));
  return [
    measured('engine: a fact, 24 skaters, p50', quantile(facts, 0.5), 'ms', factBarMs),
    measured('engine: a fact, 24 skaters, p99', quantile(facts, 0.99), 'ms', factBarMs),
    measured('forecast a fact, 24 skaters, p50', quantile(semiFinal, 0.5), 'ms'),
    measured('forecast a fact, 24 skaters, slowest', Math.max(...semiFinal), 'ms', forecastBarMs),
    measured('engine: a fact after 100,000 others, p50', quantile(evening, 0.5), 'ms'),
    measured(
      'engine: whole race from nothing',
      best(() => fold(noBoards, records)),
      'ms',
    ),
    measured('engine: correction of the oldest fact', correctionMs(records), 'ms', correctionBarMs),
    measured('patch against snapshot, median of a race', quantile(patchShares(records), 0.5), '%', patchBarPercent),
    ...onAirBench(records),
  ];
}
