import { describe, expect, it } from 'vitest';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { truncateUs } from '../../shared/format-time.ts';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { unexplained } from './checks.ts';
import { folded, shuffled } from './golden-race.ts';
import { comparePairs } from './pairs-compare.ts';
import { pairsFacts, pairsMeet, printedPairs } from './pairs-event.ts';
import { type PairsSheet, type PrintedPairLine, pairsSheets, whyNoPairs } from './pairs-sheets.ts';

if (pairsSheets.length === 0) it.skip(`[L2] ${whyNoPairs}`, () => {});

const byBib = (a: PrintedPairLine, b: PrintedPairLine) => Number(a.bib) - Number(b.bib);

/** Lines that share a rank, and those without one, stand in no order of their own. */
function sheetOrder(lines: readonly PrintedPairLine[]): PrintedPairLine[] {
  return lines.toSorted((a, b) => (a.rank ?? 999) - (b.rank ?? 999) || byBib(a, b));
}

function boardsOf(sheet: PairsSheet): Board[] {
  const meet = pairsMeet(sheet);
  const boards = folded(meet, pairsFacts(sheet), 5000);
  return meet.races.map(({ id }) => stateOf(boards, `race/${id}`) as Board);
}

describe.each(pairsSheets)('$title', (sheet) => {
  const expected = sheetOrder(sheet.lines.map(({ printed }) => printed));
  const meet = pairsMeet(sheet);

  it('[L7][T4][T5] comes out as the sheet, column by column', () => {
    const lines = printedPairs(folded(meet, pairsFacts(sheet), 5000), sheet);
    expect(lines.flatMap(({ rank }) => rank ?? [])).toEqual(expected.flatMap(({ rank }) => rank ?? []));
    expect(sheetOrder(lines)).toEqual(expected);
  });

  it('[P3] and so do its readings mixed up', () => {
    const boards = folded(meet, shuffled(pairsFacts(sheet), sheet.id), 400);
    expect(sheetOrder(printedPairs(boards, sheet))).toEqual(expected);
  });

  it('[L2][T2] every finisher has all splits, measured, and laps that add up to the printed time', () => {
    const timeOf = new Map(sheet.lines.map(({ entry, timeUs }) => [entry, timeUs]));
    for (const { rows, course, race } of boardsOf(sheet)) {
      for (const [entry, { splits, timeUs, basis, flags }] of Object.entries(rows)) {
        if (timeUs === undefined || timeOf.get(entry) === undefined) continue;
        expect(timeUs, `${race.id} ${entry}`).toBe(timeOf.get(entry));
        expect(flags.estimated, `${race.id} ${entry}`).toBeUndefined();
        expect([basis, Object.keys(splits).length]).toEqual(['photo', Object.keys(course).length]);
        const laps = Object.values(splits).reduce((sum, { lapUs = 0 }) => sum + lapUs, 0);
        expect(laps).toBe(truncateUs(timeUs));
      }
    }
  });
});

describe.skipIf(pairsSheets.length === 0)('of all sheets', () => {
  const quartets = pairsSheets.flatMap((sheet) =>
    boardsOf(sheet).filter(({ clock }) => Object.keys(clock).length === 2),
  );

  it('[L8] forty-odd quartets were skated, each with two guns and four times', () => {
    expect(quartets.length).toBeGreaterThan(40);
    for (const { rows, clock } of quartets) {
      expect(Object.values(rows).map(({ startGroup }) => startGroup)).toHaveLength(4);
      expect(clock['2']!.startUs! - clock['1']!.startUs!).toBe(17_300_000);
    }
  });

  it('[F12] the one code with a rank keeps its rank and time', () => {
    const coded = pairsSheets.flatMap(({ lines }) =>
      lines.filter(({ printed: { code, rank } }) => code !== undefined && rank !== undefined),
    );
    expect(coded.map(({ printed: { code, rank, time } }) => [code, rank, time])).toEqual([['T02', 33, '6:27.50']]);
  });

  it('[L7] every value is printed so, as the page with the proof counts it', () => {
    const checks = pairsSheets.flatMap(comparePairs);
    expect(unexplained(checks)).toEqual([]);
    expect(readText('docs/proof.md')).toContain(summaryLine('pairs', pairsSheets.length, checks));
  });
});
