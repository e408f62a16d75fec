import { describe, expect, it } from 'vitest';
import { anklesOf, demoMeet } from '../../server/demo/meet.ts';
import { allround } from '../../server/demo/meets/allround.ts';
import { massStart } from '../../server/demo/meets/mass-start.ts';
import { shortTrack } from '../../server/demo/meets/short-track.ts';
import { sprintTrials } from '../../server/demo/meets/sprint-trials.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import { demoMeets } from '../../server/demo/meets.ts';
import { slotUs } from '../../server/demo/programme.ts';
import { breakaway, fallen, final, semiFinal1, semiFinal2 } from '../../server/demo/races/mass-start-2022.ts';
import * as sochi from '../../server/demo/races/short-track.ts';
import { runs, thousand } from '../../server/demo/races/sprint-trials.ts';
import { reconstruct } from '../../server/demo/reconstruct.ts';
import { dated } from '../../server/demo/script.ts';
import type { MassStartSheet, ShortTrackSheet } from '../../server/demo/sheet.ts';
import type { Row } from '../../shared/board.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { formatTime } from '../../shared/format-time.ts';
import { meetSchema } from '../../shared/meet.ts';
import type { EventState } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { printed } from '../golden/golden-race.ts';
import { WholeRun } from './whole-run.ts';

const usPerSecond = 1_000_000;
const rowsOf = (rows: Record<string, Row>) => Object.values(rows).sort((a, b) => a.order - b.order);

describe.each(demoMeets.map((demo) => [demo.key, demo] as const))('the demo meet %s', (_key, demo) => {
  it('[R23] is a valid document, its races named by what is made up in them', () => {
    const meet = demoMeet(7, demo.races, demo);
    expect(meetSchema.parse(meet)).toEqual(meet);
    expect(meet.id).toBe(`${demo.stem}-7`);
    expect(new Set(meet.races.map(({ id }) => id)).size).toBe(demo.races.length);
    expect(JSON.stringify([meet.name, meet.races.map(({ name }) => name)])).toMatch(/reconstructed|made up/);
  });

  it('[R22] sends only valid facts, the signature of each race last', () => {
    for (const race of demo.races) {
      const script = race.script('x', anklesOf(7, race, demo));
      const sent = script.map((step, index) =>
        factDraftSchema.safeParse(dated(step, `x.${index}`, 1_800_000_000_000_000, 1)),
      );
      expect(sent.flatMap(({ error }) => error?.issues ?? [])).toEqual([]);
      expect(script.at(-1)!.fact.kind).toBe('official');
    }
  });

  it.each([1, 20, 1000])('[R24] plays through to official, every race of it, at speed %i', (speed) => {
    const run = new WholeRun(demo, speed).rest();
    const statuses = demo.races.map(({ key }) => run.board(key).race.status);
    expect(statuses).toEqual(demo.races.map(() => 'official'));
  });

  it('[R26] within a run the next gun comes in less than ten minutes, half a minute at speed 20', () => {
    for (const race of demo.races.slice(0, -1)) {
      expect(slotUs(race.script('x', anklesOf(7, race, demo)))).toBeLessThan(600 * usPerSecond);
    }
  });
});

/** A mass start as its sheet has it. */
function sheetLines({ lines }: MassStartSheet) {
  return lines.map(({ bib, name, nation, laps, points, total, timeUs, thousandth }, index) => ({
    ...{ rank: index + 1, bib, name, nation, laps, total, points },
    time: formatTime(timeUs! + (thousandth ?? 0) * 1000, { thousandth: thousandth !== undefined }),
  }));
}

describe('the mass starts of Beijing', () => {
  const run = new WholeRun(massStart);
  const startList = (key: string) => Object.keys(run.board(key).rows);

  it('[R20][M8] the final is empty, then filled from the semi-finals with helmets in the order of their ranks', () => {
    expect(startList('final')).toEqual([]);
    run.next();
    run.next();
    const helmets = rowsOf(run.board('final').rows).map(({ helmet, name }) => [helmet, name]);
    expect(helmets.slice(0, 4)).toEqual([
      ['1', 'Kristian Ulekleiv'],
      ['2', 'Lee Seung-hoon'],
      ['3', 'Bart Swings'],
      ['4', 'Joey Mantia'],
    ]);
    expect(new Set(startList('final'))).toEqual(new Set(final.lines.map(({ entry }) => entry)));
    run.rest();
  });

  it.each([
    ['semi-final-1', semiFinal1],
    ['semi-final-2', semiFinal2],
    ['final', final],
  ] as const)(
    '[R20] %s ends with the classification of its sheet, points at every sprint and times to the digit',
    (key, sheet) => {
      expect(printed(run.board(key))).toEqual(sheetLines(sheet));
    },
  );

  it('[R20] semi-final 1 is as it was: eight go on, Kramer as the 7th, Silovs as the 9th does not', () => {
    const rows = rowsOf(run.board('semi-final-1').rows);
    expect(rows.filter(({ marks }) => marks.Q).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[6]).toMatchObject({ name: 'Sven Kramer', timeUs: expect.any(Number), points: { total: 3 } });
    expect(rows[8]).toMatchObject({ name: 'Haralds Silovs', points: { total: 3 }, marks: {} });
  });

  it('[R21] in the final one falls, is ten seconds behind, and rejoins; two are away for laps and are caught', () => {
    const crossings = reconstruct(final);
    const behind = (entry: string, lap: number) => {
      const head = Math.min(...[...crossings.values()].map((instants) => instants[lap - 1]!));
      return (crossings.get(entry)![lap - 1]! - head) / usPerSecond;
    };
    expect([behind(fallen, 2) < 2, behind(fallen, 4) > 10, behind(fallen, 12) < 5]).toEqual([true, true, true]);
    const others = final.lines.map(({ entry }) => entry).filter((entry) => !breakaway.includes(entry));
    const leads = [7, 8, 9].map((lap) => Math.min(...others.map((entry) => behind(entry, lap))));
    expect(Math.min(...leads)).toBeGreaterThan(2);
    expect(Math.min(...others.map((entry) => behind(entry, 12)))).toBe(0);
    expect(rowsOf(run.board('final').rows).every(({ flags }) => flags.finished === true && !flags.estimated)).toBe(
      true,
    );
  });
});

const heats: readonly (readonly [string, ShortTrackSheet])[] = [
  ...sochi.quarterFinals.map((sheet, index) => [`quarter-final-${index + 1}`, sheet] as const),
  ...sochi.semiFinals.map((sheet, index) => [`semi-final-${index + 1}`, sheet] as const),
  ['final-b', sochi.finalB],
  ['final-a', sochi.finalA],
];

describe('the 500 m of Sochi', () => {
  const run = new WholeRun(shortTrack).rest();

  it.each(heats)(
    '[R20] %s has the places after each crossing, the order at the end and the times to the thousandth',
    (key, sheet) => {
      const { rows } = run.board(key);
      for (const { entry, places, timeUs, status, lane } of sheet.lines) {
        const row = rows[entry]!;
        expect(row.lane).toBe(lane);
        const seen = Object.values(row.splits).map(({ rank }) => rank);
        if (status === undefined) expect([entry, seen]).toEqual([entry, places]);
        expect(row.status).toBe(status);
        expect(row.timeUs === undefined ? undefined : formatTime(row.timeUs, { digits: 3 })).toBe(
          timeUs === undefined ? undefined : formatTime(timeUs, { digits: 3 }),
        );
      }
      const ranked = rowsOf(rows).filter(({ rank }) => rank !== undefined);
      expect(ranked.map(({ name }) => name)).toEqual(
        sheet.lines.filter(({ status }) => status === undefined).map(({ name }) => name),
      );
    },
  );

  it('[R20] marks who goes on: Q, the one the referee moved up, QA and QB', () => {
    const marksOf = (key: string) => rowsOf(run.board(key).rows).map(({ marks }) => Object.keys(marks).join(' '));
    expect(marksOf('quarter-final-2')).toEqual(['Q', 'Q', 'ADV', '']);
    expect(marksOf('semi-final-1')).toEqual(['QA', 'QA', 'QB', 'QB', '']);
  });

  it('[R20][S9] ends with the medals and the ranking of finals A and B', () => {
    const { standings } = run.topic<EventState>('event/demo-short-track-1.m500');
    const sorted = Object.values(standings).sort((a, b) => a.order - b.order);
    expect(sorted.slice(0, 8).map(({ name }) => name)).toEqual([
      ...sochi.finalA.lines.map(({ name }) => name),
      ...sochi.finalB.lines.map(({ name }) => name),
    ]);
  });

  it('[R26] a semi-final has no list before it is called up', () => {
    const early = new WholeRun(shortTrack);
    const documents = demoMeet(1, shortTrack.races, shortTrack).races.map(({ entries }) => entries.length);
    expect(documents).toEqual([4, 4, 4, 4, 0, 0, 0, 0]);
    for (let race = 0; race < 5; race++) early.next();
    expect(Object.keys(early.board('semi-final-1').rows)).toHaveLength(5);
  });
});

describe('the sprint trials', () => {
  const run = new WholeRun(sprintTrials).rest();
  const pairs = [
    ...runs.flatMap((of, r) => of.map((sheet, p) => [`m500-${r + 1}-${p + 1}`, sheet] as const)),
    ...thousand.map((sheet, p) => [`m1000-${p + 1}`, sheet] as const),
  ];

  it.each(pairs)(
    '[R20] %s has the times, falls, withdrawals and false starts that are known',
    (key, { lines, falseStartBy }) => {
      const { rows, race } = run.board(key);
      expect(race.attempt).toBe(falseStartBy === undefined ? 1 : 2);
      for (const { entry, timeUs, status } of lines) {
        const row = rows[entry]!;
        expect([row.status, row.timeUs === undefined ? undefined : formatTime(row.timeUs)]).toEqual([
          status,
          timeUs === undefined ? undefined : formatTime(timeUs),
        ]);
        expect(row.falseStarts).toBe(entry === falseStartBy ? 1 : undefined);
      }
    },
  );

  it('[R20][Q5] the best of the two runs counts: Scheperkamp goes past N’tab, Verbij and Krol keep their places', () => {
    const { standings } = run.topic<EventState>('event/demo-sprint-trials-1.m500');
    const sorted = Object.values(standings).sort((a, b) => a.order - b.order);
    expect(sorted.map(({ rank, name, timeUs }) => [rank, name, formatTime(timeUs!)])).toEqual([
      [1, 'Merijn Scheperkamp', '34.45'],
      [2, "Dai Dai N'tab", '34.53'],
      [3, 'Kai Verbij', '34.57'],
      [4, 'Thomas Krol', '34.69'],
      [5, 'Ronald Mulder', '34.74'],
      [6, 'Tijmen Snel', '34.82'],
      [7, 'Hein Otterspeer', '34.89'],
    ]);
  });

  it('[R20] the second run of Scheperkamp is his best ever', () => {
    expect(run.board('m500-2-2').rows['merijn-scheperkamp']!.marks).toEqual({ PB: true });
  });

  it('[R20][Q4] the matrix moves: N’tab, then Scheperkamp holds the ticket of the 500 m, and Krol has the first one', () => {
    const early = new WholeRun(sprintTrials);
    const holders = () => {
      const { selections } = early.topic<SelectionsState>('selection/demo-sprint-trials-1');
      return [1, 8].map((slot) => selections.men!.slots![slot]!.athleteName);
    };
    for (let pair = 0; pair < 4; pair++) early.next();
    expect(holders()).toEqual([undefined, "Dai Dai N'tab"]);
    early.rest();
    expect(holders()).toEqual(['Thomas Krol', 'Merijn Scheperkamp']);
  });
});

describe('the allround of Collalbo', () => {
  const run = new WholeRun(allround).rest();
  const times = (key: string) =>
    Object.fromEntries(rowsOf(run.board(key).rows).map(({ name, timeUs }) => [name, formatTime(timeUs!)]));

  it('[R29][L8] both pairs of a quartet have the times of their own gun', () => {
    const board = run.board('m10000-1');
    const [first, second] = ['1', '2'].map((group) => board.clock[group]!.startUs!);
    expect(second! - first!).toBe(17 * usPerSecond);
    expect(times('m10000-1')).toEqual({
      'Sven Kramer': '13:10.44',
      'Carl Verheijen': '13:15.37',
      'Enrico Fabris': '13:21.51',
      'Håvard Bøkko': '13:27.38',
    });
    expect(Object.keys(board.rows['sven-kramer']!.splits)).toHaveLength(25);
  });

  it('[R29][L10] the samalogs add up to what was printed then', () => {
    const { standings } = run.topic<EventState>('event/demo-allround-1.allround');
    const sorted = Object.values(standings).sort((a, b) => a.order - b.order);
    expect(sorted.map(({ rank, name, samalog }) => [rank, name, samalog])).toEqual([
      [1, 'Sven Kramer', 148_800],
      [2, 'Enrico Fabris', 149_389],
      [3, 'Carl Verheijen', 151_045],
      [4, 'Håvard Bøkko', 151_500],
    ]);
  });

  it('[R29] the laps of a long distance are such as are skated', () => {
    for (const { splits } of Object.values(run.board('m5000-1').rows)) {
      const [opening, ...laps] = Object.values(splits).map(({ lapUs }) => lapUs! / usPerSecond);
      expect(opening).toBeGreaterThan(17);
      expect(opening).toBeLessThan(21);
      for (const lap of laps) expect(Math.abs(lap - 30)).toBeLessThan(2.5);
    }
  });

  it('[R29] every distance has the times of its sheet', () => {
    expect({ ...times('m500-1'), ...times('m500-2') }).toEqual({
      'Enrico Fabris': '36.38',
      'Sven Kramer': '36.76',
      'Håvard Bøkko': '36.99',
      'Carl Verheijen': '37.53',
    });
    expect(times('m5000-1')).toMatchObject({ 'Sven Kramer': '6:15.65', 'Carl Verheijen': '6:19.67' });
    expect(times('m1500-2')).toEqual({ 'Enrico Fabris': '1:44.72', 'Sven Kramer': '1:44.86' });
  });
});

it('[R26] the meet without --meet is the one it always was', () => {
  expect(demoMeets[0]).toBe(worldCup);
  expect(worldCup.stem).toBe('demo');
});
