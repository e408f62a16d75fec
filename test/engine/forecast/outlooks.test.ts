import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contest } from '../../../server/engine/forecast/contest.ts';
import { outlooksOf } from '../../../server/engine/forecast/outlooks.ts';
import type { Says } from '../../../shared/board.ts';
import { type Ending, endings, endingsCount } from './finishes.ts';

const endingsMax = 5000;

const points = fc.integer({ min: 0, max: 6 });
const table = (maxLength: number, max: number) =>
  fc.array(fc.integer({ min: 0, max }), { maxLength }).map((values) => values.sort((a, b) => b - a));
const rarely = fc.integer({ min: 0, max: 7 }).map((value) => value === 0);

const contests: fc.Arbitrary<Contest> = fc
  .record({
    racing: fc.array(fc.record({ points, pointless: rarely, doubtful: rarely, hasTaken: rarely }), {
      minLength: 1,
      maxLength: 5,
    }),
    done: fc.array(points, { maxLength: 2 }),
    sprints: fc.array(table(3, 4), { maxLength: 2 }),
    finish: fc.oneof(table(4, 12), table(4, 3)),
    places: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ racing, done, sprints, finish, places }): Contest => {
    const totals = done.toSorted((a, b) => b - a);
    return {
      places,
      done: totals.map((total, index) => ({ entry: `d${index}`, total, rank: index + 1 })),
      racing: racing.map(({ hasTaken, ...rider }, index) => ({
        ...rider,
        entry: `r${index}`,
        taken: hasTaken && sprints.length > 0 ? [0] : [],
      })),
      sprints: sprints.map((left, index) => ({ lap: 4 * (index + 1), points: left })),
      finish,
    };
  })
  .filter((contest) => endingsCount(contest) <= endingsMax);

const placeIn = ({ order }: Ending, entry: string) => order.indexOf(entry) + 1;

/** Points at the sprint a need speaks of. */
function wonAt({ sprints }: Contest, { won }: Ending, entry: string, lap: unknown): number {
  return won.get(entry)?.[sprints.findIndex((sprint) => sprint.lap === lap)] ?? 0;
}

function meets(contest: Contest, ending: Ending, entry: string, { values }: Says): boolean {
  const { place, points: least, lap } = values;
  if (place !== undefined && placeIn(ending, entry) > Number(place)) return false;
  return least === undefined || wonAt(contest, ending, entry, lap) >= Number(least);
}

/** The same need one place worse, or with the next fewer points. */
function missesNarrowly(contest: Contest, ending: Ending, entry: string, { values }: Says): boolean {
  const { place, points: least, lap } = values;
  const won = least === undefined ? 0 : wonAt(contest, ending, entry, lap);
  if (place !== undefined)
    return placeIn(ending, entry) === Number(place) + 1 && (least === undefined || won === least);
  const table = contest.sprints.find((sprint) => sprint.lap === lap)?.points ?? [];
  const fewer = Math.max(0, ...table.filter((value) => value < Number(least)));
  return won === fewer;
}

const runs = { numRuns: 400 };

describe('the outlook of every rider, against every ending there is', () => {
  it('[N1] is in where every ending has him in, out where none has, and else open', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const all = [...endings(contest)];
        for (const [entry, { state }] of outlooksOf(contest).byEntry) {
          const times = all.filter(({ isIn }) => isIn.has(entry)).length;
          expect([entry, state]).toEqual([entry, times === all.length ? 'in' : times === 0 ? 'out' : 'open']);
        }
      }),
      runs,
    );
  });

  it('[N2] says what each by itself is enough in every ending, and nothing less is', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const all = [...endings(contest)];
        for (const [entry, { state, needs = [] }] of outlooksOf(contest).byEntry) {
          if (state !== 'open') expect(needs).toEqual([]);
          expect(needs.length).toBeLessThanOrEqual(3);
          for (const need of needs) {
            const met = all.filter((ending) => meets(contest, ending, entry, need));
            expect(met.length).toBeGreaterThan(0);
            expect(met.filter(({ isIn }) => !isIn.has(entry))).toEqual([]);
            const narrow = all.filter((ending) => missesNarrowly(contest, ending, entry, need));
            expect(narrow.some(({ isIn }) => !isIn.has(entry))).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('[N2] keeps silent about the finish only where not even the first place is enough', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const all = [...endings(contest)];
        for (const { entry } of contest.racing) {
          const { state, needs = [] } = outlooksOf(contest).byEntry.get(entry) ?? { state: 'in' };
          if (state !== 'open' || needs.some(({ code }) => code === 'finishPlace')) continue;
          const first = all.filter((ending) => placeIn(ending, entry) === contest.done.length + 1);
          expect(first.some(({ isIn }) => !isIn.has(entry))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('[N3] names the last place at the finish that is enough for anybody', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const all = [...endings(contest)];
        const { safeFrom } = outlooksOf(contest);
        if (safeFrom === undefined) return;
        const riders = contest.racing
          .filter(({ pointless, doubtful }) => !pointless && !doubtful)
          .map(({ entry }) => entry);
        const lost = all.map(({ order, isIn }) =>
          riders.filter((entry) => !isIn.has(entry)).map((e) => order.indexOf(e) + 1),
        );
        expect(lost.flat().filter((place) => place <= safeFrom)).toEqual([]);
        expect(lost.flat()).toContain(safeFrom + 1);
      }),
      runs,
    );
  });
});
