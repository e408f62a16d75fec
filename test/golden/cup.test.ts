import { describe, expect, it } from 'vitest';
import { cupsOf, massScaleOf, ownScales, rowCupsOf, scaleOf } from './cup-scales.ts';
import { folded } from './golden-race.ts';
import { skatedMassStart } from './mass-start-compare.ts';
import { officialSheets, whyAbsent } from './official-sheets.ts';
import { pairsFacts, pairsMeet } from './pairs-event.ts';
import { pairsSheets, whyNoPairs } from './pairs-sheets.ts';

if (officialSheets.length === 0) it.skip(`[L11] ${whyAbsent}`, () => {});
if (pairsSheets.length === 0) it.skip(`[L11] ${whyNoPairs}`, () => {});

describe.each(pairsSheets)('$title', (sheet) => {
  it('[L11][M10] has its column of World Cup points, in the standings and on the rows', () => {
    // One sheet prints the points of those who did not finish as 0, all others as nothing.
    const lines = sheet.lines.filter(({ printed: { rank } }) => rank !== undefined);
    const expected = Object.fromEntries(lines.map(({ printed, cup }) => [printed.bib, cup && { points: cup.points }]));
    expect(sheet.lines.some(({ cup }) => cup?.isN)).toBe(false);
    const meet = pairsMeet(sheet, { cup: scaleOf(sheet) });
    const boards = folded(meet, pairsFacts(sheet), 5000);
    expect(cupsOf(boards, sheet.id)).toEqual(expected);
    expect(
      rowCupsOf(
        boards,
        meet.races.map(({ id }) => id),
      ),
    ).toEqual(expected);
  });
});

describe.each(officialSheets)('$title', (official) => {
  const { title, sheet, cup } = official;

  it('[L11][M10] has its column of World Cup points with what is printed behind them', () => {
    const { boards, board, event } = skatedMassStart(official, ownScales[title]?.scale ?? massScaleOf(title));
    expect(Object.keys(board.rows)).toHaveLength(sheet.lines.length);
    expect(event).toEqual(Object.fromEntries(cup));
    expect(rowCupsOf(boards, [board.race.id])).toEqual(Object.fromEntries(cup));
  });
});

describe.skipIf(officialSheets.length === 0)('of all mass starts', () => {
  it('[L11] three have a scale of their own, and the others do not need it', () => {
    expect(officialSheets.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.keys(ownScales)));
    expect(officialSheets.length - Object.keys(ownScales).length).toBe(5);
  });
});
