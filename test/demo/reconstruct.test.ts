import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { massStartSheet } from '../../server/demo/races/mass-start.ts';
import { type Crossings, reconstruct } from '../../server/demo/reconstruct.ts';
import type { MassStartSheet } from '../../server/demo/sheet.ts';
import { truncateUs } from '../../shared/format-time.ts';
import { randomSheet } from './random-sheet.ts';

const runs = { numRuns: 300 };

function orderAt(crossings: Crossings, lap: number): string[] {
  const there = [...crossings].filter(([, instants]) => instants.length >= lap);
  return there.sort(([, a], [, b]) => a[lap - 1]! - b[lap - 1]!).map(([entry]) => entry);
}

function scorersAt(sheet: MassStartSheet, sprint: number): string[] {
  const scored = sheet.lines.filter(({ points }) => points[sprint]! > 0);
  return scored.sort((a, b) => b.points[sprint]! - a.points[sprint]!).map(({ entry }) => entry);
}

function lapTimes(instants: readonly number[]): number[] {
  return instants.map((at, index) => at - (instants[index - 1] ?? 0));
}

function gapsAt(crossings: Crossings, lap: number): Map<string, number> {
  const order = orderAt(crossings, lap);
  const firstUs = crossings.get(order[0]!)![lap - 1]!;
  return new Map(order.map((entry) => [entry, crossings.get(entry)![lap - 1]! - firstUs]));
}

describe('what a sheet tells comes out', () => {
  it('[R20] the first over the line at every sprint are those who scored, in the order of their points', () => {
    fc.assert(
      fc.property(randomSheet, (sheet) => {
        const crossings = reconstruct(sheet);
        for (const [sprint, lap] of sheet.sprintLaps.entries()) {
          const scorers = scorersAt(sheet, sprint);
          expect(orderAt(crossings, lap).slice(0, scorers.length)).toEqual(scorers);
        }
      }),
      runs,
    );
  });

  it('[R20] everybody ends with as many laps and the hundredth the sheet prints', () => {
    fc.assert(
      fc.property(randomSheet, (sheet) => {
        const crossings = reconstruct(sheet);
        for (const { entry, laps, timeUs } of sheet.lines) {
          expect(crossings.get(entry)).toHaveLength(laps);
          expect(truncateUs(crossings.get(entry)!.at(-1)!)).toBe(timeUs);
        }
      }),
      runs,
    );
  });

  it('[R20] lines equal in hundredths without a printed thousandth keep the order of the sheet', () => {
    const lines = massStartSheet.lines.map((line) => ({ ...line, timeUs: massStartSheet.lines[9]!.timeUs! }));
    const ten = { ...massStartSheet, lines: lines.slice(0, 10).map((line) => ({ ...line, points: [0, 0, 0, 0] })) };
    expect(orderAt(reconstruct(ten), 16)).toEqual(ten.lines.map(({ entry }) => entry));
  });

  it('[R20] a printed thousandth is the thousandth', () => {
    const [first, ...others] = massStartSheet.lines;
    const crossings = reconstruct({ ...massStartSheet, lines: [{ ...first!, thousandth: 7 }, ...others] });
    expect(truncateUs(crossings.get(first!.entry)!.at(-1)!, 3)).toBe(first!.timeUs! + 7_000);
  });

  it('[R20] a disqualified skater without a time rides with the others to the end', () => {
    const [first, second, ...others] = massStartSheet.lines;
    const { timeUs: _, ...timeless } = second!;
    const crossings = reconstruct({ ...massStartSheet, lines: [first!, ...others, { ...timeless, status: 'DQ' }] });
    const place = orderAt(crossings, 16).indexOf(second!.entry);
    expect(place).toBeGreaterThan(5);
    expect(place).toBeLessThan(20);
  });

  it('[R20] a sheet on which nobody finished is refused', () => {
    const lines = massStartSheet.lines.map((line) => ({ ...line, laps: 3 }));
    expect(() => reconstruct({ ...massStartSheet, lines })).toThrow('nobody on this sheet finished');
  });
});

describe('what is made up is plausible', () => {
  const crossings = reconstruct(massStartSheet);

  it('[R21] the same sheet gives the same crossings, another id others', () => {
    expect(reconstruct(massStartSheet)).toEqual(crossings);
    expect(reconstruct({ ...massStartSheet, id: 'another' })).not.toEqual(crossings);
  });

  it('[R21] no skater crosses twice within the guards, and no two skaters at one instant', () => {
    fc.assert(
      fc.property(randomSheet, (sheet) => {
        const all = reconstruct(sheet);
        for (const instants of all.values()) {
          for (const lapUs of lapTimes(instants)) expect(lapUs).toBeGreaterThan(18_000_000);
        }
        for (let lap = 1; lap <= sheet.laps; lap++) {
          const instants = orderAt(all, lap).map((entry) => all.get(entry)![lap - 1]!);
          expect(new Set(instants).size).toBe(instants.length);
        }
      }),
      runs,
    );
  });

  it('[R21] laps take 25 to 40 seconds, and the neutral first lap is the slowest of the winner', () => {
    for (const instants of crossings.values()) {
      for (const lapUs of lapTimes(instants)) {
        expect(lapUs).toBeGreaterThan(25_000_000);
        expect(lapUs).toBeLessThan(40_000_000);
      }
    }
    const winner = lapTimes(crossings.get('jorrit-bergsma')!);
    expect(Math.max(...winner)).toBe(winner[0]);
  });

  it('[R21] the bunch rides together until the race breaks: no gap in the first two laps', () => {
    for (const lap of [1, 2]) {
      const gaps = [...gapsAt(crossings, lap).values()];
      const intervals = gaps.map((gap, index) => gap - (gaps[index - 1] ?? 0));
      expect(Math.max(...intervals)).toBeLessThan(1_000_000);
      expect(gaps.at(-1)).toBeLessThan(6_000_000);
    }
  });

  it('[R21] an attack before a sprint is caught after it', () => {
    const leadOfAttack = (lap: number) => [...gapsAt(crossings, lap).values()][3]!;
    expect(leadOfAttack(4)).toBeGreaterThan(leadOfAttack(2));
    expect(orderAt(crossings, 7).slice(0, 3)).not.toEqual(scorersAt(massStartSheet, 0));
  });

  it('[R21] the six who were away at the finish are away from the third sprint on, and gain', () => {
    const away = new Set(massStartSheet.lines.slice(0, 6).map(({ entry }) => entry));
    const leads = [12, 13, 14, 15, 16].map((lap) => {
      const gaps = [...gapsAt(crossings, lap)];
      expect(new Set(gaps.slice(0, 6).map(([entry]) => entry))).toEqual(away);
      return gaps[6]![1] - gaps[5]![1];
    });
    expect(leads[0]).toBeGreaterThan(1_000_000);
    expect(leads.at(-1)).toBeGreaterThan(leads[0]!);
  });

  it('[R21] who wins the second sprint and ends half a minute behind loses it lap by lap', () => {
    const gaps = [8, 10, 12, 14, 16].map((lap) => gapsAt(crossings, lap).get('gabriel-odor')!);
    expect(gaps[0]).toBe(0);
    expect(gaps.toSorted((a, b) => a - b)).toEqual(gaps);
    expect(gaps.at(-1)).toBe(crossings.get('gabriel-odor')!.at(-1)! - crossings.get('jorrit-bergsma')!.at(-1)!);
  });
});
