import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noBoards } from '../../server/engine/boards.ts';
import { fold } from '../../server/engine/fold.ts';
import { emptyTape, type MeetTape, stepTape } from '../../server/engine/tape.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { apply } from '../../shared/patch.ts';
import { journals } from './arbitrary.ts';
import { recordsOf } from './arrival.ts';
import { massStartMeet, Script } from './script.ts';

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
    const { topic } = frame;
    if ('state' in frame) {
      expect(screens.has(topic)).toBe(false);
      screens.set(topic, frame.state);
    } else {
      expect(Object.keys(frame.patch).length).toBeGreaterThan(0);
      screens.set(topic, apply(screens.get(topic)!, JSON.parse(JSON.stringify(frame.patch))));
    }
  }
}

it('[A24] after each commit the tapes of a meet show its topics by all facts until then, those of other meets included', () => {
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
        const own = boards.byMeet.get('m1')?.topics ?? new Map();
        for (const topic of boards.changed.keys()) {
          if (own.has(topic)) expect(screens.get(topic)).toEqual(own.get(topic));
        }
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
  const ofRace = ({ frames }: MeetTape) => frames.filter(({ topic }) => topic === 'race/r1').length;
  const counts = script.records.map((record) => {
    tape = stepTape(tape, [record]);
    return ofRace(tape);
  });
  expect(counts).toEqual([1, 1, 1]);
  const held = { kind: 'ruling', id: 'h', race: 'r1', entry: 'e2', status: 'DQ', held: true } as const;
  const stamp = { seq: 4, at: 1, acceptedUs: 1, by: 'test' };
  expect(stepTape(tape, [{ ...held, ...stamp }]).frames).toEqual([]);
  expect(ofRace(stepTape(tape, [{ kind: 'retract', id: 'x', race: 'r1', target: lap, ...stamp }]))).toBe(1);
});
