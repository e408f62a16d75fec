import { describe, expect, it } from 'vitest';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { countOf, unexplained } from './checks.ts';
import { boardOf } from './golden-race.ts';
import {
  boardOfHeat,
  compareHeat,
  fell,
  fellForWholeLaps,
  printedWhole,
  skatedHeats,
  tied,
} from './short-track-compare.ts';
import { heats, whyNoHeats } from './short-track-heats.ts';
import { factsOfHeat, meetOfHeats } from './short-track-race.ts';

if (heats.length === 0) it.skip(`[S2] ${whyNoHeats}`, () => {});

const last = 5;

describe.runIf(heats.length > 0)('the heats of 2012 to 2015, fed as readings', () => {
  it('[S2][S7][T1] have the printed place after every crossing, time, place and status', { timeout: 120_000 }, () => {
    const boards = skatedHeats.map((heat) => [heat, boardOfHeat(heat)] as const);
    for (const [heat, board] of boards) expect(board.race.status, heat.title).toBe('finished');
    const checks = boards.flatMap(([heat, board]) => compareHeat(heat, board));
    expect(unexplained(checks)).toEqual([]);
    expect(readText('docs/proof.md')).toContain(summaryLine('heats', skatedHeats.length, checks));
    const because = (reason: string) => checks.filter(({ why }) => why === reason);
    expect([...new Set(because(fell).map(({ document }) => document))].sort()).toEqual(fellForWholeLaps);
    expect({ printed: heats.length, whole: printedWhole.length, skated: skatedHeats.length }).toEqual({
      printed: 732,
      whole: 721,
      skated: 717,
    });
    const equal = [1, 2, 3, 4, 5].map((crossing) => countOf(checks, 'equal', `place after crossing ${crossing}`));
    const estimated = boards.filter(([, { rows }]) => Object.values(rows).some(({ flags }) => flags.estimated));
    expect({
      equal: equal.reduce((sum, count) => sum + count, 0),
      tied: because(tied).length,
      estimated: estimated.length,
    }).toEqual({ equal: 14_774, tied: 82, estimated: 3 });
  });

  /** Nobody fell: no lap is much longer than the shortest of the heat. */
  const steady = skatedHeats.filter(({ lines }) => {
    const laps = lines.flatMap(({ crossings }) => crossings.slice(1).flatMap(({ lapUs }) => lapUs ?? []));
    return lines.every(({ timeUs }) => timeUs !== undefined) && Math.max(...laps) < 1.3 * Math.min(...laps);
  });

  it('[P4] of one crossing unseen the rest of the heat stands, or the skater is not in and nothing is invented', {
    timeout: 120_000,
  }, () => {
    let [filled, short] = [0, 0];
    for (const [index, heat] of steady.entries()) {
      if (index % 5 !== 0) continue;
      const { entry, place, timeUs } = heat.lines[Math.floor(heat.lines.length / 2)]!;
      const missed = `heat-1.${entry}.${1 + ((index / 5) % (last - 1))}`;
      const facts = factsOfHeat(heat).filter(({ id }) => id !== missed);
      const row = boardOf(meetOfHeats([heat]), facts, 5000).rows[entry]!;
      if (row.flags.finished) {
        expect(row, heat.title).toMatchObject({ rank: place, timeUs, flags: { estimated: true } });
        filled += 1;
      } else short += 1;
    }
    expect({ filled, short }).toEqual({ filled: 88, short: 5 });
  });
});
