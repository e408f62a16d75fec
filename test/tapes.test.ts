import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noBoards } from '../server/engine/boards.ts';
import { fold, stateOf } from '../server/engine/fold.ts';
import type { Journal } from '../server/journal/journal.ts';
import { openMemoryJournal } from '../server/journal/memory-journal.ts';
import { openSqliteJournal } from '../server/journal/sqlite-journal.ts';
import { keptMeets, type Tape, Tapes, tapeMostBytes, turnMs } from '../server/tapes.ts';
import type { FactDraft } from '../shared/facts.ts';
import { meetSchema } from '../shared/meet.ts';
import { apply } from '../shared/patch.ts';
import { tapeFrameSchema } from '../shared/wire.ts';
import { tempFolder } from './commands/splitcast.ts';
import { gunUs, massStartMeet, pairsMeet, seconds } from './engine/script.ts';

const skaters = 8;
/** Long enough for every reading to change something. */
const meet = massStartMeet({ skaters, rules: { laps: 100, sprints: [{ lap: 99 }] } });

function passing(n: number, more: object = {}): FactDraft {
  const at = gunUs + seconds(30 * (Math.floor(n / skaters) + 1) + 0.3 * (n % skaters));
  const [source, loop, how] = ['timing', 'finish', 'transponder'] as const;
  return { id: `p${n}`, kind: 'passing', at, source, loop, how, transponder: `T${(n % skaters) + 1}a`, ...more };
}

/** A race of some laps, one COMMIT a reading. */
async function race(journal: Journal, from: number, to: number): Promise<void> {
  if (from === 0) {
    await journal.putMeet(meet, 0, 'desk');
    await journal.append([{ id: 's', kind: 'start', at: gunUs, source: 'timing', race: 'r1' }], 'desk');
  }
  for (let n = from; n < to; n += 1) await journal.append([passing(n)], 'desk');
}

const meetOf = (topic: string) => (topic.endsWith('/none') ? undefined : 'm1');
const framesOf = ({ lines }: Tape) => lines.map((line) => tapeFrameSchema.parse(JSON.parse(line.toString())));
const textOf = ({ lines }: Tape) => Buffer.concat(lines).toString();

describe('the tape of a race', () => {
  it('[A24] starts whole, goes on by patches numbered from 1, and shows at each instant what was accepted by then', async () => {
    let us = gunUs;
    const journal = openMemoryJournal({ nowUs: () => (us += 250_000) });
    await race(journal, 0, 40);
    await journal.append([{ id: 'x', kind: 'retract', target: 'p11', race: 'r1' }, passing(40)], 'desk');
    const tape = (await new Tapes(journal, meetOf).of('race/r1'))!;
    const records = [...journal.read()].flat();
    let screen: object = {};
    for (const [i, frame] of framesOf(tape).entries()) {
      expect(frame).toMatchObject({ topic: 'race/r1', version: i + 1, epoch: `${journal.epoch.split('.')[0]}.tape` });
      expect(frame.t).toBe(i === 0 ? 'snap' : 'patch');
      screen = frame.t === 'snap' ? frame.state : apply(screen, frame.patch);
      if (frame.t === 'patch') expect(frame.base).toBe(i);
      const then = fold(
        noBoards,
        records.filter(({ acceptedUs }) => acceptedUs <= frame.at),
      );
      expect(screen).toEqual(stateOf(then, 'race/r1'));
    }
    expect(screen).toEqual(stateOf(fold(noBoards, records), 'race/r1'));
    expect(tape.lines.length).toBe(43);
    journal.close();
  });

  it('[A25] is the same, byte by byte and by its tag, continued or made anew, and after a restart', async () => {
    const file = join(tempFolder(), 'meet.db');
    const first = openSqliteJournal(file);
    const continued = new Tapes(first, meetOf);
    await race(first, 0, 20);
    const early = (await continued.of('race/r1'))!;
    await race(first, 20, 60);
    const late = (await continued.of('race/r1'))!;
    expect(textOf(late).startsWith(textOf(early))).toBe(true);
    expect(late.tag).not.toBe(early.tag);
    const anew = (await new Tapes(first, meetOf).of('race/r1'))!;
    expect([anew.tag, textOf(anew)]).toEqual([late.tag, textOf(late)]);
    first.close();
    const second = openSqliteJournal(file);
    onTestFinished(() => second.close());
    const again = (await new Tapes(second, meetOf).of('race/r1'))!;
    expect([again.tag, textOf(again)]).toEqual([late.tag, textOf(late)]);
  });

  it('[A25] keeps its tag while only other races go on', async () => {
    const journal = openMemoryJournal();
    const tapes = new Tapes(journal, (topic) => (topic === 'race/r1' ? 'm1' : 'm2'));
    await race(journal, 0, 8);
    await journal.putMeet(meetSchema.parse({ ...pairsMeet(1000, 1), id: 'm2' }), 0, 'desk');
    const before = (await tapes.of('race/r1'))!;
    await journal.append([{ id: 's2', kind: 'start', at: gunUs + seconds(900), source: 'timing', race: 'p1' }], 'desk');
    expect((await tapes.of('race/p1'))!.lines).toHaveLength(2);
    const after = (await tapes.of('race/r1'))!;
    expect([after.tag, after.lines.length]).toEqual([before.tag, before.lines.length]);
    journal.close();
  });

  it('[A24] is there of standings, programme and what is on too, of their one meet', async () => {
    let us = gunUs;
    const journal = openMemoryJournal({ nowUs: () => (us += 250_000) });
    await race(journal, 0, 24);
    await journal.append([{ id: 'of', kind: 'official', race: 'r1', signer: 'Referee' }], 'desk');
    const tapes = new Tapes(journal, meetOf);
    const records = [...journal.read()].flat();
    for (const topic of ['event/ms', 'meet/m1', 'now']) {
      let screen: object = {};
      const frames = framesOf((await tapes.of(topic))!);
      for (const frame of frames) {
        expect(frame.topic).toBe(topic);
        screen = frame.t === 'snap' ? frame.state : apply(screen, frame.patch);
        const then = records.filter(({ acceptedUs }) => acceptedUs <= frame.at);
        expect(screen).toEqual(stateOf(fold(noBoards, then), topic));
      }
      expect(frames.length, topic).toBeGreaterThan(2);
    }
    expect(await tapes.of('selection/m1')).toBeUndefined();
    journal.close();
  });

  it('[A24] of a race that is in no meet is none', async () => {
    const journal = openMemoryJournal();
    expect(await new Tapes(journal, meetOf).of('race/none')).toBeUndefined();
    journal.close();
  });

  it('[A24] what was handed out does not change while the race goes on', async () => {
    const journal = openMemoryJournal();
    const tapes = new Tapes(journal, meetOf);
    await race(journal, 0, 8);
    const tape = (await tapes.of('race/r1'))!;
    const { length } = tape.lines;
    await race(journal, 8, 16);
    await tapes.of('race/r1');
    expect(tape.lines).toHaveLength(length);
    journal.close();
  });
});

describe('making tapes', () => {
  it('[A26] the loop is given back every few milliseconds, and what is committed meanwhile is not lost', async () => {
    const journal = openMemoryJournal();
    await race(journal, 0, 600);
    const tapes = new Tapes(journal, meetOf);
    const waits: number[] = [];
    const state = { done: false };
    const making = tapes.of('race/r1').finally(() => {
      state.done = true;
    });
    let sinceMs = performance.now();
    let n = 600;
    while (!state.done) {
      if (n < 620) void journal.append([passing(n++)], 'desk');
      await new Promise((resolve) => setImmediate(resolve));
      waits.push(performance.now() - sinceMs);
      sinceMs = performance.now();
    }
    await making;
    expect(turnMs).toBe(4);
    expect(waits.length).toBeGreaterThan(10);
    waits.sort((a, b) => a - b);
    expect(waits[waits.length >> 1]).toBeLessThan(5 * turnMs);
    const all = (await tapes.of('race/r1'))!;
    expect(all.lines).toHaveLength(2 + n);
    expect(textOf(all)).toBe(textOf((await new Tapes(journal, meetOf).of('race/r1'))!));
    journal.close();
  });

  it('[A26] who asks at the same time shares the work, and the tapes of two meets are kept', async () => {
    const journal = openMemoryJournal();
    for (let i = 1; i <= keptMeets + 1; i += 1) {
      const races = meet.races.map((doc) => ({ ...doc, id: `q${i}` }));
      await journal.putMeet({ ...meet, id: `m${i}`, races }, 0, 'desk');
    }
    const reads: number[] = [];
    const read = (fromSeq = 1) => {
      reads.push(fromSeq);
      return journal.read(fromSeq);
    };
    const tapes = new Tapes({ epoch: journal.epoch, read }, (topic) => `m${topic.slice(-1)}`);
    await Promise.all([tapes.of('race/q1'), tapes.of('race/q1'), tapes.of('race/q2')]);
    expect(reads).toEqual([1, 4, 1]);
    await tapes.of('race/q3');
    await tapes.of('race/q2');
    expect(reads.slice(3)).toEqual([1, 4]);
    await tapes.of('race/q1');
    expect(reads.slice(5)).toEqual([1]);
    journal.close();
  });

  it('[A26] a tape that is too long is let go of, and no other', async () => {
    const journal = openMemoryJournal();
    await race(journal, 0, 8);
    const { lines } = (await new Tapes(journal, meetOf).of('race/r1'))!;
    const bytes = Buffer.concat([...lines]).length;
    expect((await new Tapes(journal, meetOf, bytes).of('race/r1'))!.lines).toEqual(lines);
    const short = new Tapes(journal, meetOf, bytes - 1);
    expect((await short.of('race/r1'))!.lines).toEqual([]);
    expect((await short.of('meet/m1'))!.lines.length).toBeGreaterThan(0);
    await race(journal, 8, 9);
    expect((await short.of('race/r1'))!.lines).toEqual([]);
    expect(tapeMostBytes).toBe(64 * 1024 * 1024);
    journal.close();
  });

  it('[A26] a journal that fails in the middle spoils one answer, not the next', async () => {
    const journal = openMemoryJournal();
    await race(journal, 0, 8);
    const broken = { now: true };
    function* read(fromSeq?: number) {
      for (const batch of journal.read(fromSeq)) {
        yield batch.slice(0, 4);
        if (broken.now) throw new Error('the disk is gone');
        yield batch.slice(4);
      }
    }
    const tapes = new Tapes({ epoch: journal.epoch, read }, meetOf);
    await expect(tapes.of('race/r1')).rejects.toThrow('the disk is gone');
    broken.now = false;
    expect((await tapes.of('race/r1'))!.lines).toHaveLength(10);
    journal.close();
  });
});
