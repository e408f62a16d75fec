import { describe, expect, it } from 'vitest';
import type { MassStartSheet } from '../../server/demo/sheet.ts';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { unexplained } from './checks.ts';
import { boardOf, factsOf, meetOf, printed, shuffled } from './golden-race.ts';
import { compareMassStart } from './mass-start-compare.ts';
import { type OfficialSheet, officialSheets, whyAbsent } from './official-sheets.ts';

if (officialSheets.length === 0) it.skip(`[M10] ${whyAbsent}`, () => {});

const compared = new Map(officialSheets.map((official) => [official.title, compareMassStart(official)]));

function withLine(holds: (line: MassStartSheet['lines'][number], laps: number) => boolean): OfficialSheet[] {
  return officialSheets.filter(({ sheet }) => sheet.lines.some((line) => holds(line, sheet.laps)));
}

describe.each(officialSheets)('$title', ({ sheet, printed: expected }) => {
  const meet = meetOf(sheet);

  it.each([
    ['as they were sent', false],
    ['with a DNF for each who did not finish', true],
  ])('[M10][M4][M5][T4] facts %s come out as the sheet, column by column', (_, ruled) => {
    expect(printed(boardOf(meet, factsOf(sheet, ruled)))).toEqual(expected);
  });

  it('[M10] so do readings in any order, one by one and many at once', () => {
    const batches = { first: 1, second: 7, third: 5000 };
    for (const [seed, batch] of Object.entries(batches)) {
      const facts = shuffled(factsOf(sheet, false), seed);
      expect(printed(boardOf(meet, facts, batch)), seed).toEqual(expected);
    }
  });

  it('[M3] the loops alone give the order that the photo finish confirms', () => {
    const ordered = boardOf(meet, factsOf(sheet, false), 5000);
    const alone = factsOf(sheet, false).filter(({ kind }) => kind !== 'sprint' && kind !== 'finish');
    const board = boardOf(meet, alone, 5000);
    expect(printed(board)).toEqual(expected);
    expect(Object.values(board.sprints).map(({ state }) => state)).toEqual(Array(4).fill('provisional'));
    expect(Object.values(ordered.sprints).map(({ state }) => state)).toEqual(Array(4).fill('confirmed'));
  });
});

describe.each(withLine((_, laps) => laps !== 16))('$title, cut short in mid-race', ({ sheet }) => {
  it('[M1] sixteen laps are shown until the referee says fifteen, and the last points move to the new finish', () => {
    const facts = factsOf(sheet, false);
    const told = facts.findIndex(({ kind }) => kind === 'length');
    const lapsAfter = (count: number) => boardOf(meetOf(sheet), facts.slice(0, count), 5000);
    expect(lapsAfter(told).laps).toMatchObject({ total: 16, leader: 12, toGo: 4 });
    expect(lapsAfter(told + 1).laps).toMatchObject({ total: 15, leader: 12, toGo: 3 });
    expect(Object.values(lapsAfter(told + 1).sprints).map(({ lap }) => lap)).toEqual([4, 8, 12, 15]);
  });
});

describe.each(withLine(({ status }) => status === 'DQ'))(
  '$title, with a disqualification',
  ({ sheet, printed: expected }) => {
    const finishers = sheet.lines
      .filter(({ timeUs, laps }) => timeUs !== undefined && laps === sheet.laps)
      .sort((a, b) => a.timeUs! - b.timeUs!);
    const thirdUs = Math.trunc((finishers[1]!.timeUs! + finishers[2]!.timeUs!) / 20_000) * 10_000;

    it('[M7] whoever crossed the line third is taken out, and everybody behind moves up, points included', () => {
      const lines = sheet.lines.map((line) => (line.status === 'DQ' ? { ...line, timeUs: thirdUs } : line));
      const crossedThird = { ...sheet, lines };
      const facts = factsOf(crossedThird, false);
      const ruled = facts.findIndex((fact) => fact.kind === 'ruling' && fact.status === 'DQ');
      const offender = lines.find(({ status }) => status === 'DQ')!;
      const pictures = facts.filter(({ kind }) => kind !== 'official' && kind !== 'ruling');
      const before = boardOf(meetOf(sheet), pictures, 5000).rows[offender.entry]!;
      expect(before).toMatchObject({ position: 3, rank: 3, points: { s4: 20, total: 20 } });
      expect(ruled).toBeGreaterThan(0);
      expect(printed(boardOf(meetOf(sheet), facts, 5000))).toEqual(expected);
    });
  },
);

const lapped = withLine(({ laps, points, total }, all) => laps === all && total === 0 && points.some((won) => won > 0));
describe.each(lapped)('$title, with a lapped skater', ({ sheet, printed: expected }) => {
  it('[M6] points won before are printed and count only until the referee says lapped', () => {
    const facts = factsOf(sheet, false);
    const unruled = boardOf(
      meetOf(sheet),
      facts.filter(({ kind }) => kind !== 'ruling' && kind !== 'official'),
      5000,
    );
    const ruled = printed(boardOf(meetOf(sheet), facts, 5000));
    for (const { bib, total, points } of expected) {
      const row = unruled.rows[`bib-${bib}`]!;
      if (total === 0 && points.some((won) => won > 0)) expect(row.points!.total).toBeGreaterThan(0);
    }
    expect(ruled).toEqual(expected);
  });
});

describe.skipIf(officialSheets.length === 0)('of all mass starts', () => {
  it.each([...compared])('[M10] %s: every value is printed so, or it is said why not', (_, checks) => {
    expect(checks.length).toBeGreaterThan(100);
    expect(unexplained(checks)).toEqual([]);
  });

  it('[M10] the page with the proof says what was found', () => {
    const checks = [...compared.values()].flat();
    expect(readText('docs/proof.md')).toContain(summaryLine('massStart', officialSheets.length, checks));
  });
});
