import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, foresee, stateOf } from '../../server/engine/fold.ts';
import { bind } from '../../server/engine/race/bind.ts';
import { boardSchema } from '../../shared/board.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
import { apply, diff } from '../../shared/patch.ts';
import { selectionsStateSchema } from '../../shared/selection-state.ts';
import { journals } from './arbitrary.ts';
import { rearranged, recordsOf } from './arrival.ts';

const topics = [
  'now',
  'meet/m1',
  'event/ms',
  'event/pairs',
  'event/both',
  'race/r1',
  'race/r2',
  'race/r3',
  'race/p1',
  'race/p2',
  'selection/m1',
];
const schemas = {
  meet: meetStateSchema,
  event: eventStateSchema,
  race: boardSchema,
  selection: selectionsStateSchema,
};

function all(boards: Boards): Record<string, object | undefined> {
  return Object.fromEntries(topics.map((topic) => [topic, stateOf(boards, topic)]));
}

function oneByOne(records: readonly JournalRecord[], each: (before: Boards, after: Boards) => void = () => {}): Boards {
  let boards = noBoards;
  for (const record of records) {
    const after = fold(boards, [record]);
    each(boards, after);
    boards = after;
  }
  return boards;
}

const runs = { numRuns: 300 };
const keys = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 });

describe('any journal', () => {
  it('[P3][F1] ends in the same boards in whatever order its readings arrived', () => {
    fc.assert(
      fc.property(journals, keys, (lines, order) => {
        const straight = fold(noBoards, recordsOf(lines));
        const shuffled = oneByOne(recordsOf(rearranged(lines, order)));
        expect(all(shuffled)).toEqual(all(straight));
      }),
      runs,
    );
  });

  it('[F2] is the same folded fact by fact, in batches and from nothing', () => {
    fc.assert(
      fc.property(journals, fc.nat(60), (lines, cut) => {
        const records = recordsOf(lines);
        const whole = all(fold(noBoards, records));
        expect(all(oneByOne(records))).toEqual(whole);
        expect(all(fold(fold(noBoards, records.slice(0, cut)), records.slice(cut)))).toEqual(whole);
      }),
      runs,
    );
  });

  it('[F3][C7] never makes a state that is not of its schema, and rows stand at 1 to n', () => {
    fc.assert(
      fc.property(journals, (lines) => {
        oneByOne(recordsOf(lines), (_, after) => {
          for (const [topic, state] of after.changed) {
            const schema = schemas[topic.split('/')[0] as keyof typeof schemas];
            if (schema === undefined || state === undefined) continue;
            const parsed = schema.safeParse(state);
            expect(parsed.error?.issues ?? []).toEqual([]);
            if (topic.startsWith('race/')) {
              const orders = Object.values(boardSchema.parse(state).rows).map(({ order }) => order);
              expect(orders.sort((a, b) => a - b)).toEqual(orders.map((_value, index) => index + 1));
            }
          }
        });
      }),
      runs,
    );
  });

  it('[F4][C8] is followed exactly by the patches between its states', () => {
    fc.assert(
      fc.property(journals, (lines) => {
        const screens = new Map<string, object>();
        oneByOne(recordsOf(lines), (_, after) => {
          for (const [topic, state] of after.changed) {
            const patch = diff(screens.get(topic) ?? {}, state ?? {});
            screens.set(topic, apply(screens.get(topic) ?? {}, JSON.parse(JSON.stringify(patch ?? {}))));
            expect(screens.get(topic)).toEqual(state ?? {});
          }
        });
      }),
      runs,
    );
  });

  it('[F5] keeps the identity of every topic that a fact does not change, and names every one that it does', () => {
    fc.assert(
      fc.property(journals, (lines) => {
        oneByOne(recordsOf(lines), (before, after) => {
          for (const topic of topics) {
            const [was, is] = [stateOf(before, topic), stateOf(after, topic)];
            expect(was === is && before !== noBoards).toBe(before !== noBoards && !after.changed.has(topic));
            if (was !== is && was !== undefined && is !== undefined) expect(diff(was, is)).toBeDefined();
          }
        });
      }),
      runs,
    );
  });

  it('[F6] foresees what its next facts will change, and changes nothing by looking', () => {
    fc.assert(
      fc.property(journals, fc.nat(60), (lines, cut) => {
        const records = recordsOf(lines);
        const before = fold(noBoards, records.slice(0, cut + 1));
        const copy = structuredClone(all(before));
        const patches = foresee(before, records.slice(cut + 1));
        expect(all(before)).toEqual(copy);
        const after = all(fold(before, records.slice(cut + 1)));
        for (const topic of topics) {
          expect(apply(stateOf(before, topic) ?? {}, patches.get(topic) ?? {})).toEqual(after[topic] ?? {});
        }
      }),
      runs,
    );
  });

  it('[F22] binds again only what moved, and ends where binding everything ends', () => {
    fc.assert(
      fc.property(journals, fc.integer({ min: 1, max: 5 }), (lines, size) => {
        const records = recordsOf(lines);
        let boards = noBoards;
        for (let from = 0; from < records.length; from += size) {
          boards = fold(boards, records.slice(from, from + size));
          const meet = boards.events.races.byMeet.get('m1');
          expect(meet?.binding).toEqual(bind(meet?.loose.all.from(0) ?? [], meet?.doors ?? []));
        }
      }),
      runs,
    );
  });

  it('[O2] shows nothing of a ruling that is held back', () => {
    fc.assert(
      fc.property(journals, (lines) => {
        oneByOne(recordsOf(lines), (before, after) => {
          const newest = after.events.races.meets.facts;
          if (before === noBoards) return;
          for (const [race, facts] of newest) {
            const added = facts.slice(before.events.races.meets.facts.get(race)?.length ?? 0);
            if (added.some((fact) => fact.kind === 'ruling' && fact.held === true)) expect(after.changed.size).toBe(0);
          }
        });
      }),
      runs,
    );
  });
});
