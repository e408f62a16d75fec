// Mass starts nobody skated, for properties: sheets that could be real.
import fc from 'fast-check';
import type { MassStartLine, MassStartSheet } from '../../server/demo/sheet.ts';

interface Skater {
  readonly gapCs: number;
  readonly dropsOut: boolean;
  readonly atLap: number;
}

const skater: fc.Arbitrary<Skater> = fc.record({
  gapCs: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 5000 })),
  dropsOut: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  atLap: fc.nat(),
});

function timed(winnerCs: number, laps: number, one: Skater): { laps: number; timeCs: number } {
  if (!one.dropsOut) return { laps, timeCs: winnerCs + one.gapCs };
  const done = 1 + (one.atLap % (laps - 1));
  return { laps: done, timeCs: Math.round((winnerCs * 1.08 * done) / laps) + 500 + Math.min(one.gapCs, 1500) };
}

/** Sheets of 4 to 30 skaters with ties in hundredths, lapped skaters, drop-outs and every finishing order. */
export const randomSheet: fc.Arbitrary<MassStartSheet> = fc
  .record({
    laps: fc.constantFrom(10, 15, 16),
    lapCs: fc.integer({ min: 2800, max: 3600 }),
    skaters: fc.array(skater, { minLength: 4, maxLength: 30 }),
    picks: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
    id: fc.string(),
  })
  .map(({ laps, lapCs, skaters, picks, id }) => {
    const winnerCs = laps * lapCs;
    const sprintLaps = laps === 10 ? [3, 6] : [4, 8, 12];
    const rides = [{ gapCs: 0, dropsOut: false, atLap: 0 }, ...skaters].map((one) => timed(winnerCs, laps, one));
    const points = rides.map(() => sprintLaps.map(() => 0));
    for (const [sprint, lap] of sprintLaps.entries()) {
      const able = rides.flatMap((ride, index) => (ride.laps > lap ? [index] : []));
      for (const won of [3, 2, 1]) {
        const index = able.splice((picks[sprint * 3 + won - 1] ?? 0) % Math.max(1, able.length), 1)[0];
        if (index !== undefined) (points[index] as number[])[sprint] = won;
      }
    }
    const lines = rides.map((ride, index): MassStartLine => {
      const bib = String(index + 1);
      const own = points[index] ?? [];
      const total = own.reduce((sum, won) => sum + won, 0);
      const line = { entry: `s${bib}`, bib, name: `Skater ${bib}`, nation: 'NED', timeUs: ride.timeCs * 10_000 };
      return { ...line, laps: ride.laps, points: [...own, 0], total };
    });
    return { id, laps, sprintLaps, lines };
  });
