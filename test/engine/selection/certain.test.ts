import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainty, endingsOf, placeEnough } from '../../../server/engine/selection/certain.ts';
import type { Distance } from '../../../server/engine/selection/distance.ts';
import { type MatrixDoc, walk } from '../../../server/engine/selection/walk.ts';
import { athletes, distanceLike, distances, endedIn, endsOf } from './futures.ts';

const ids = ['x', 'y', 'z'];

const slot = fc.oneof(
  { weight: 9, arbitrary: fc.record({ event: fc.constantFrom(...ids), place: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { designated: fc.constant(true as const), athlete: fc.constantFrom(...athletes) },
      { requiredKeys: ['designated'] },
    ),
  },
);

const matrices: fc.Arbitrary<MatrixDoc> = fc
  .record({
    quota: fc.integer({ min: 1, max: 4 }),
    designated: fc.constantFrom(0, 1, 2),
    slots: fc.array(slot, { minLength: 1, maxLength: 8 }),
  })
  .map((fields) => ({ id: 's', name: 'S', kind: 'matrix', ...fields }));

interface Future {
  readonly tickets: ReadonlySet<string>;
  readonly placeOf: (distance: string, person: string) => number;
}

function futuresOf(doc: MatrixDoc, all: readonly Distance[]): Future[] {
  let futures: Distance[][] = [[]];
  for (const distance of all) {
    const ends = endsOf(distance).map((order) => endedIn(distance, order));
    futures = futures.flatMap((before) => ends.map((end) => [...before, end]));
  }
  return futures.map((ended) => {
    const byId = new Map(ended.map((distance) => [distance.id, distance]));
    const { tickets } = walk(doc, { distances: byId, designated: new Map() });
    return {
      tickets: new Set(tickets.keys()),
      placeOf: (distance, person) => 1 + (byId.get(distance)?.ranked.findIndex((one) => one.person === person) ?? -1),
    };
  });
}

/** Not everybody skates everything. */
const all = fc
  .array(fc.subarray(athletes, { minLength: 2 }), { minLength: 3, maxLength: 3 })
  .chain((starters) => fc.tuple(...ids.map((id, d) => distances(id, starters[d]))));

describe('tickets of a matrix for certain', () => {
  it('[Q4] in is a ticket in every ending, out in none: every ending of small meets agrees', () => {
    fc.assert(
      fc.property(matrices, all, (doc, list) => {
        const given = { distances: new Map(list.map((one) => [one.id, one])), designated: new Map() };
        const endings = endingsOf(doc, given);
        const futures = futuresOf(doc, list);
        for (const person of athletes) {
          const won = futures.filter(({ tickets }) => tickets.has(person)).length;
          const truth = won === futures.length ? 'in' : won === 0 ? 'out' : 'open';
          expect(`${person} ${certainty(endings, person, doc.quota)}`).toBe(`${person} ${truth}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[Q4] a place is enough where every ending in which he has it or a better one gives him a ticket', () => {
    fc.assert(
      fc.property(matrices, all, (doc, list) => {
        const given = { distances: new Map(list.map((one) => [one.id, one])), designated: new Map() };
        const endings = endingsOf(doc, given);
        const futures = futuresOf(doc, list);
        for (const { id, movers } of list) {
          for (const person of movers) {
            const found = placeEnough(doc, endings, person, id);
            const isEnough = (place: number) => {
              const with_ = futures.filter(({ placeOf }) => placeOf(id, person) === place);
              return with_.length > 0 && with_.every(({ tickets }) => tickets.has(person));
            };
            const hasSlot = (place: number) =>
              doc.slots.some((one) => 'event' in one && one.event === id && one.place === place);
            let truth = 0;
            while (hasSlot(truth + 1) && isEnough(truth + 1)) truth += 1;
            expect(`${person} ${id} ${found ?? 0}`).toBe(`${person} ${id} ${truth}`);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[Q4] one who wins twice leaves a ticket to who stands below', () => {
    const open = ids.map((id) => distanceLike(id, [], id === 'z' ? ['c'] : ['a', 'b']));
    const slots = ids.map((event) => ({ event, place: 1 }));
    const doc: MatrixDoc = { id: 's', name: 'S', kind: 'matrix', quota: 2, slots };
    const given = { distances: new Map(open.map((one) => [one.id, one])), designated: new Map() };
    const endings = endingsOf(doc, given);
    expect(['a', 'b', 'c'].map((person) => certainty(endings, person, 2))).toEqual(['open', 'open', 'open']);
    expect(['a', 'b', 'c'].map((person) => certainty(endings, person, 1))).toEqual(['open', 'open', 'out']);
    expect(placeEnough(doc, endings, 'c', 'z')).toBeUndefined();
    expect(placeEnough(doc, endings, 'a', 'y')).toBe(1);
  });

  it('[Q4] before anything is skated nobody is in or out', () => {
    const doc: MatrixDoc = { id: 's', name: 'S', kind: 'matrix', quota: 1, slots: [{ event: 'x', place: 1 }] };
    const given = { distances: new Map([['x', distanceLike('x', [], athletes)]]), designated: new Map() };
    expect(athletes.map((person) => certainty(endingsOf(doc, given), person, 1))).toEqual(athletes.map(() => 'open'));
  });
});
