import { describe, expect, it } from 'vitest';
import { anklesOf, demoMeet, raceId } from '../../server/demo/meet.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import { massStartSheet } from '../../server/demo/races/mass-start.ts';
import { pairSheets } from '../../server/demo/races/pairs.ts';
import { dated, endOf } from '../../server/demo/script.ts';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { folded, printed } from './golden-race.ts';
import { officialPairs, officialSheets, whyAbsent } from './official-sheets.ts';

const meet = demoMeet(1, worldCup.races, worldCup);
let zeroUs = 1_790_000_000_000_000;
const facts = worldCup.races.flatMap((race) => {
  const script = race.script(raceId(1, race, worldCup), anklesOf(1, race, worldCup));
  const sent = script.map((step, index) => dated(step, `${raceId(1, race, worldCup)}.${index + 1}`, zeroUs, 1));
  zeroUs += endOf(script) + 50_000_000;
  return sent;
});
const boards = folded(meet, facts);
const boardOf = (key: string) => stateOf(boards, `race/demo-1.${key}`) as Board;

/** `DI STEFANO` and `Di Stefano` are one name; the sheet breaks `GÉLINAS- BEAULIEU` at its hyphen. */
const letters = (name: string) => name.toUpperCase().replaceAll('- ', '-');

describe('the mass start of the demo', () => {
  it('[R20] ends with the classification of its sheet', () => {
    const lines = massStartSheet.lines.map(({ bib, name, nation, laps, points, total, timeUs }, index) => {
      return { rank: index + 1, bib, name, nation, laps, points, total, time: formatTime(timeUs!) };
    });
    expect(printed(boardOf('mass-start'))).toEqual(lines);
    expect(boardOf('mass-start').race).toMatchObject({ status: 'official', attempt: 1 });
  });

  it('[R20] shows nothing estimated, nobody overdue and no bell alarm when it is over', () => {
    const { rows, laps } = boardOf('mass-start');
    for (const { flags } of Object.values(rows)) expect(flags).toEqual({ finished: true });
    expect(laps).toEqual({ total: 16, leader: 16, toGo: 0 });
  });

  it.skipIf(officialSheets.length === 0)(`[R20] is the official one, fact by fact (${whyAbsent})`, () => {
    const official = officialSheets.find(({ title }) => title === '#1 28. Mass Start Men')!;
    const ours = printed(boardOf('mass-start')).map((line) => ({ ...line, name: letters(line.name) }));
    expect(ours).toEqual(official.printed.map((line) => ({ ...line, name: letters(line.name) })));
  });
});

describe('the pairs of the demo', () => {
  const { standings } = stateOf(boards, 'event/demo-1.pairs') as EventState;
  const sorted = Object.values(standings).sort((a, b) => a.order - b.order);

  it('[R20][T5] end with the ranks of their sheet, the shared one included', () => {
    const shown = sorted.map(({ rank, name, timeUs, behindUs, thousandth }) => [
      rank,
      name,
      formatTime(timeUs!, { thousandth: thousandth === true }),
      formatDiff(behindUs!),
    ]);
    expect(shown).toEqual([
      [1, 'Jordan Stolz', '1:05.66', '0.00'],
      [2, 'Jenning de Boo', '1:06.34', '+0.68'],
      [3, 'Zhongyan Ning', '1:06.47', '+0.81'],
      [4, 'Tim Prins', '1:06.64', '+0.98'],
      [5, 'Joep Wennemars', '1:07.01(2)', '+1.35'],
      [5, 'Cooper McLeod', '1:07.01(2)', '+1.35'],
      [7, 'Conor McDermott-Mostowy', '1:07.02', '+1.36'],
      [8, 'Connor Howe', '1:09.66', '+4.00'],
    ]);
  });

  it('[R20] have splits at 200 m and 600 m, opening laps between 16 and 18 s and full laps between 23 and 28 s', () => {
    for (const { number } of pairSheets) {
      for (const { splits } of Object.values(boardOf(`pair-${number}`).rows)) {
        expect(Object.keys(splits)).toEqual(['200', '600', '1000']);
        const [opening, ...laps] = Object.values(splits).map(({ lapUs }) => lapUs! / 1_000_000);
        expect(opening).toBeGreaterThan(16);
        expect(opening).toBeLessThan(18);
        for (const lap of laps) expect(Math.abs(lap - 25.5)).toBeLessThan(2.5);
      }
    }
  });

  it('[R23] the staged false start is on the board of its pair, and its race is the second attempt', () => {
    const staged = boardOf('pair-9');
    expect(staged.race).toMatchObject({ attempt: 2, status: 'official', cleared: 'falseStart' });
    expect(staged.rows['connor-howe']).toMatchObject({ falseStarts: 1 });
    expect(staged.rows['jenning-de-boo']).not.toHaveProperty('falseStarts');
    expect(boardOf('pair-8').race.attempt).toBe(1);
  });

  it.skipIf(officialPairs.length === 0)(`[R20] are official ones, fact by fact (${whyAbsent})`, () => {
    const official = officialPairs.map(({ name, ...line }) => ({ ...line, name: letters(name) }));
    const ours = pairSheets.flatMap(({ number, lines }) =>
      lines.map(({ bib, name, nation, lane, timeUs, thousandth }) => {
        const time = formatTime(timeUs! + (thousandth ?? 0) * 1000, { thousandth: thousandth !== undefined });
        return { pair: number, bib, name: letters(name), nation, lane, time };
      }),
    );
    expect(official.filter(({ pair }) => pair >= 7)).toEqual(expect.arrayContaining(ours));
    expect(ours).toHaveLength(8);
  });
});
