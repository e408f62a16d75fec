import { describe, expect, it } from 'vitest';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { unexplained } from './checks.ts';
import {
  allroundOf,
  compareSamalog,
  compareTrials,
  roundedCells,
  samalogExamples,
  secondsOf,
  trialRows,
  trialsAfter,
} from './distances.ts';

const why = 'skipped where there are no extracts in ../shared/data beside the checkout';
if (trialRows.length === 0) it.skip(`[L10][L4] ${why}`, () => {});

describe.each(samalogExamples)('the four distances of $skater', (example) => {
  it('[L10] add up to the printed total', () => {
    const line = allroundOf(example);
    expect(line.samalog! / 1000).toBe(example.total);
    const parts = Object.values(line.parts!);
    expect(parts.map(({ samalog = 0 }) => samalog).reduce((sum, one) => sum + one, 0)).toBe(line.samalog);
  });

  it('[L10] are the printed points, or cut off where the source rounded', () => {
    const checks = compareSamalog(example);
    expect(checks).toHaveLength(5);
    expect(unexplained(checks)).toEqual([]);
    const explained = checks.filter((one) => one.verdict === 'explained').map((one) => one.why);
    expect(explained).toEqual(example.points === undefined ? [roundedCells, roundedCells] : []);
  });
});

describe.skipIf(trialRows.length === 0)('the 500 m of the trials of 2021, best of two runs', () => {
  const bests = trialRows
    .map(({ name, best, run1 }) => ({ name, time: secondsOf(best ?? run1) }))
    .sort((a, b) => a.time! - b.time!);

  it('[L4] ranks by the better of the two, and who slipped or withdrew keeps the first', () => {
    const lines = trialsAfter(2);
    expect(lines.map(({ name, timeUs }) => ({ name, time: timeUs! / 1_000_000 }))).toEqual(bests);
    expect(unexplained(compareTrials())).toEqual([]);
  });

  it('[L4] has another leader after the first run', () => {
    const half = trialsAfter(1);
    expect([half[0]?.name, half[3]?.name]).toEqual(["Dai Dai N'tab", 'Thomas Krol']);
  });

  it('[T6] the winner set a personal best in the second run', () => {
    const [first] = trialsAfter(2);
    expect(first).toMatchObject({ name: 'Merijn Scheperkamp', marks: { PB: true } });
  });

  it('[L4][L10] the page with the proof says what was found', () => {
    const page = readText('docs/proof.md');
    expect(page).toContain(summaryLine('trials', 1, compareTrials()));
    expect(page).toContain(summaryLine('samalogs', samalogExamples.length, samalogExamples.flatMap(compareSamalog)));
  });
});
