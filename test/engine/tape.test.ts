import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import { emptyTape, type MeetTape, stepTape } from '../../server/engine/tape.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { apply } from '../../shared/patch.ts';
import { journals } from './arbitrary.ts';
import { recordsOf } from './arrival.ts';
import { massStartMeet, Script } from './script.ts';

const races = ['r1', 'r2', 'p1', 'p2'];

/** The same journal of another meet, with races of other names; what names no race is of both. */
function ofAnother(records: readonly JournalRecord[]): JournalRecord[] {
  const text = JSON.stringify(records)
    .replaceAll(/"(r1|r2|p1|p2)"/g, '"z-$1"')
    .replaceAll(/"(id|target)":"(f\d+)"/g, '"$1":"z-$2"')
    .replaceAll('"id":"m1"', '"id":"z-m1"');
  return JSON.parse(text);
}

/** Both journals in one, in turn. */
function woven(one: readonly JournalRecord[], other: readonly JournalRecord[]): JournalRecord[] {
  return one.flatMap((record, i) => [other[i]!, record]).map((record, i) => ({ ...record, seq: i + 1 }));
}

/** Applies what a step recorded to what a screen that plays the tape shows. */
function play(screens: Map<string, object>, { frames }: MeetTape): void {
  for (const frame of frames) {
    const { race } = frame;
    if ('state' in frame) {
      expect(screens.has(race)).toBe(false);
      screens.set(race, frame.state);
    } else {
      expect(Object.keys(frame.patch).length).toBeGreaterThan(0);
      screens.set(race, apply(screens.get(race)!, JSON.parse(JSON.stringify(frame.patch))));
    }
  }
}

it('[A24] after each commit the tape of a race shows the board of all facts until then, those of other meets included', () => {
  fc.assert(
    fc.property(journals, fc.integer({ min: 1, max: 4 }), (lines, size) => {
      const own = recordsOf(lines);
      const records = woven(own, ofAnother(own));
      const screens = new Map<string, object>();
      let tape = emptyTape('m1');
      let boards = noBoards;
      for (let i = 0; i < records.length; i += size) {
        const commit = records.slice(i, i + size);
        tape = stepTape(tape, commit);
        boards = fold(boards, commit);
        play(screens, tape);
        for (const race of races) expect(screens.get(race)).toEqual(stateOf(boards, `race/${race}`));
      }
    }),
    { numRuns: 100 },
  );
});

it('[A24] a commit that changes nothing of a race leaves no frame', () => {
  const script = new Script(massStartMeet());
  script.start();
  const lap = script.cross('e1', 30);
  let tape = emptyTape('m1');
  const counts = script.records.map((record) => {
    tape = stepTape(tape, [record]);
    return tape.frames.length;
  });
  expect(counts).toEqual([1, 1, 1]);
  const held = { kind: 'ruling', id: 'h', race: 'r1', entry: 'e2', status: 'DQ', held: true } as const;
  const stamp = { seq: 4, at: 1, acceptedUs: 1, by: 'test' };
  expect(stepTape(tape, [{ ...held, ...stamp }]).frames).toEqual([]);
  expect(stepTape(tape, [{ kind: 'retract', id: 'x', race: 'r1', target: lap, ...stamp }]).frames).toHaveLength(1);
});
