import { describe, expect, it } from 'vitest';
import { Hub } from '../server/hub/hub.ts';
import { openMemoryJournal } from '../server/journal/memory-journal.ts';
import { mostFactsTimesSteps, mostSteps, pastOf } from '../server/past.ts';
import { startPipeline } from '../server/pipeline.ts';
import type { Board } from '../shared/board.ts';
import type { JournalRecord } from '../shared/facts.ts';
import { maxDelayMs } from '../shared/protocol.ts';
import { massStartMeet } from './engine/script.ts';
import { Client } from './hub/pair.ts';

const nowUs = 2_000_000_000_000_000;

/** Journals whose lines were accepted so many milliseconds ago. */
function past(...agoMs: number[]) {
  const all = agoMs.map((ms, i) => ({ seq: i + 1, acceptedUs: nowUs - ms * 1000 }) as unknown as JournalRecord);
  const steps = pastOf({ read: () => [all.slice(0, 2), all.slice(2)] }, nowUs);
  return steps.map(({ atUs, records }) => [(nowUs - atUs) / 1000, records.map(({ seq }) => seq)] as const);
}

describe('the steps of a start', () => {
  it('[W30] what is older than the longest delay is one step, then one a commit', () => {
    expect(past(900_000, 500_000, 120_000, 119_999, 60_000, 60_000, 10)).toEqual([
      [120_000, [1, 2, 3]],
      [119_999, [4]],
      [60_000, [5, 6]],
      [10, [7]],
    ]);
  });

  it('[W30] an empty journal is one empty step two minutes ago', () => {
    expect(past()).toEqual([[maxDelayMs, []]]);
    expect(past(500)).toEqual([
      [maxDelayMs, []],
      [500, [1]],
    ]);
  });

  it('[W30] 480 commits are 480 steps; of more, those of a quarter of a second are one, at its last', () => {
    const few = Array.from({ length: mostSteps }, (_, i) => mostSteps - i);
    expect(past(...few)).toHaveLength(1 + mostSteps);
    const many = Array.from({ length: 4000 }, (_, i) => 119_999 - 30 * i).filter((ms) => ms >= 0);
    const steps = past(...many).slice(1);
    expect(steps.length).toBe(mostSteps);
    expect(steps.flatMap(([, seqs]) => seqs)).toEqual(many.map((_, i) => i + 1));
    for (const [agoMs, seqs] of steps) expect(many[seqs.at(-1)! - 1]).toBe(agoMs);
  });
});

describe('a start after an import', () => {
  it('[W30] takes fewer steps the more facts the last two minutes brought', () => {
    const facts = 40_000;
    const imported = Array.from({ length: facts }, (_, i) => 119_999 - 3 * i).filter((ms) => ms >= 0);
    const steps = past(...imported).slice(1);
    // The first and the last are parts of a step: steps end at whole multiples of their length.
    expect(steps.length).toBe(mostFactsTimesSteps / facts + 1);
    expect(steps.flatMap(([, seqs]) => seqs)).toEqual(imported.map((_, i) => i + 1));
  });
});

it('[W30] a server that starts shows at each delay the board of then, made from the journal', async () => {
  let us = nowUs;
  const journal = openMemoryJournal({ nowUs: () => us });
  const wait = (ms: number) => {
    us += ms * 1000;
  };
  const lap = (n: number) => ({
    id: `p${n}`,
    kind: 'passing' as const,
    at: us,
    source: 'timing',
    loop: 'finish',
    how: 'transponder' as const,
    race: 'r1',
    entry: 'e1',
  });
  await journal.putMeet(massStartMeet(), 0, 'desk');
  wait(300_000);
  await journal.append([{ id: 's', kind: 'start', at: us, source: 'timing', race: 'r1' }], 'desk');
  for (let n = 1; n <= 5; n += 1) {
    wait(30_000);
    await journal.append([lap(n)], 'desk');
  }
  wait(10_000);
  const hub = new Hub({ epoch: journal.epoch, nowUs: () => us });
  const { stop } = startPipeline(journal, hub, () => us);
  const lapsAt = [0, 9000, 11_000, 39_000, 41_000, 71_000, 101_000, 120_000].map((delayMs) => {
    const client = new Client(hub);
    client.sub('race/r1', { delayMs });
    client.read();
    const seen = client.states.get('race/r1')?.state as Board;
    expect(hub.get('race/r1', delayMs)?.state).toEqual(seen);
    client.session.ended();
    return seen.rows.e1?.laps;
  });
  expect(lapsAt).toEqual([5, 5, 4, 4, 3, 2, 1, 1]);
  const client = new Client(hub);
  client.sub('now', { delayMs: 120_000 });
  expect(client.only('snap').state).toMatchObject({ onIce: ['r1'] });
  client.session.ended();
  stop();
  journal.close();
});
