import { describe, expect, it } from 'vitest';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { unexplained } from './checks.ts';
import { compareSplits, cumulativeOf, recordedSplits, skatedSplits, whyNoSplits } from './splits-3000.ts';

if (recordedSplits.length === 0) it.skip(`[L2] ${whyNoSplits}`, () => {});

describe.each(recordedSplits)('the 3000 m of $year', (recorded) => {
  it('[L2][T2] its eight splits come out as printed, with laps that are the differences of what is printed', () => {
    const checks = compareSplits(recorded);
    expect(checks).toHaveLength(9);
    expect(unexplained(checks)).toEqual([]);
    const { splits } = skatedSplits(recorded);
    expect(Object.keys(splits)).toEqual(['200', '600', '1000', '1400', '1800', '2200', '2600', '3000']);
    const cumulative = cumulativeOf(recorded);
    expect(Object.values(splits).map(({ lapUs }) => lapUs)).toEqual(
      cumulative.map((us, index) => us - (cumulative[index - 1] ?? 0)),
    );
  });
});

it.runIf(recordedSplits.length > 0)('[L2] the page with the proof says what was found', () => {
  const checks = recordedSplits.flatMap(compareSplits);
  expect(readText('docs/proof.md')).toContain(summaryLine('splits', recordedSplits.length, checks));
});
