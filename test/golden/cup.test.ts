import { describe, expect, it } from 'vitest';
import type { Boards } from '../../server/engine/boards.ts';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import type { MeetEvent } from '../../shared/event.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { factsOf, folded, meetOf } from './golden-race.ts';
import { type OfficialSheet, officialSheets, whyAbsent } from './official-sheets.ts';
import { pairsFacts, pairsMeet } from './pairs-event.ts';
import { type PairsSheet, pairsSheets, whyNoPairs } from './pairs-sheets.ts';

if (officialSheets.length === 0) it.skip(`[L11] ${whyAbsent}`, () => {});
if (pairsSheets.length === 0) it.skip(`[L11] ${whyNoPairs}`, () => {});

type Cup = NonNullable<MeetEvent['cup']>;

function scaleOf({ title, distance, isPursuit }: PairsSheet): Cup {
  if (!title.includes('Division B')) return 'A';
  if (isPursuit) return 'B-team';
  return distance >= 3000 ? 'B-long' : 'B';
}

const downFrom = (first: number) => Array.from({ length: first }, (_, i) => first - i);

/**
 * Three sheets have a scale of their own. Both of division A in Salt Lake City give the fourth 44 points instead of 43, as
 * nobody else does, the fourths of Calgary and of the pairs least of all. Division B of the men in Calgary leaves out the 18
 * of the third place, as if the disqualified man, whose place the sheet does not tell, had kept it; everywhere else those
 * behind a disqualified one move up in points too.
 */
const ownScales: Readonly<Record<string, Cup>> = {
  '#1 27. Mass Start Women': [60, 54, 48, 44, 40, 38, 36, 34, ...downFrom(32)],
  '#1 28. Mass Start Men': [60, 54, 48, 44, 40, 38, 36, 34, ...downFrom(32)],
  '#2 26. Mass Start Men Division B': [20, 19, ...downFrom(17)],
};

function massScaleOf({ title }: OfficialSheet): Cup {
  return ownScales[title] ?? (title.includes('Division B') ? 'B-mass' : 'A');
}

/** By bib; who has none, or nothing but 0 without a rank, is left out. */
function cupsOf(boards: Boards, event: string): Record<string, object> {
  const { standings } = stateOf(boards, `event/${event}`) as EventState;
  return Object.fromEntries(
    Object.values(standings).flatMap(({ bib, cup }) => (cup === undefined ? [] : [[bib, cup]])),
  );
}

function rowCupsOf(boards: Boards, races: readonly string[]): Record<string, object> {
  const rows = races.flatMap((race) => Object.values((stateOf(boards, `race/${race}`) as Board).rows));
  return Object.fromEntries(rows.flatMap(({ bib, cup }) => (cup === undefined ? [] : [[bib, cup]])));
}

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
  const { sheet, cup } = official;

  it('[L11][M10] has its column of World Cup points with what is printed behind them', () => {
    const plain = meetOf(sheet);
    const [race] = plain.races;
    const [event] = plain.events;
    const entries = race!.entries.map((entry) => {
      const mark = cup.get(entry.bib ?? '')?.mark;
      return { ...entry, ...(mark !== undefined && { cupMark: mark }) };
    });
    const meet = { ...plain, events: [{ ...event!, cup: massScaleOf(official) }], races: [{ ...race!, entries }] };
    const boards = folded(meet, factsOf(sheet, false), 5000);
    expect(cupsOf(boards, event!.id)).toEqual(Object.fromEntries(cup));
    expect(rowCupsOf(boards, [race!.id])).toEqual(Object.fromEntries(cup));
  });
});

describe.skipIf(officialSheets.length === 0)('of all mass starts', () => {
  it('[L11] three have a scale of their own, and the others do not need it', () => {
    expect(officialSheets.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.keys(ownScales)));
    expect(officialSheets.length - Object.keys(ownScales).length).toBe(5);
  });
});
