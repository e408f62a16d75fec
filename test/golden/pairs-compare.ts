// An official sheet of pairs, quartets or pursuits beside the standings of its event.
import { type Check, compareLines, type SheetLine } from './checks.ts';
import { cupsOf, scaleOf } from './cup-scales.ts';
import { folded } from './golden-race.ts';
import { pairsFacts, pairsMeet, printedPairs } from './pairs-event.ts';
import type { PairsSheet, PrintedPairLine } from './pairs-sheets.ts';

function lineOf({ bib, ...cells }: PrintedPairLine, cup: number | undefined): SheetLine {
  return { key: bib, whose: cells.name, cells: { ...cells, 'World Cup points': cup } };
}

/** Every column; one sheet prints the points of those who did not finish as 0, all others as nothing. */
export function comparePairs(sheet: PairsSheet): Check[] {
  const boards = folded(pairsMeet(sheet, { cup: scaleOf(sheet) }), pairsFacts(sheet), 5000);
  const cups = cupsOf(boards, sheet.id);
  const published = sheet.lines.map(({ printed, cup }) =>
    lineOf(printed, printed.rank === undefined ? undefined : cup?.points),
  );
  const ours = printedPairs(boards, sheet).map((line) => lineOf(line, cups[line.bib]?.points));
  return compareLines(sheet.title, published, ours);
}
