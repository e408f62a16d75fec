// The demo meet of a qualification: the Dutch trials of December 2021, 500 m in two runs and 1000 m, with the men's matrix of tickets.
import { finishLoop } from '../antennas.ts';
import { pairScript } from '../pair-script.ts';
import type { DemoMeet, DemoRace } from '../programme.ts';
import { runs, type TrialPair, thousand } from '../races/sprint-trials.ts';

const track = { lapMetres: 400, loops: [{ id: finishLoop, atMetres: 0 }] };

function race(
  sheet: TrialPair,
  about: Pick<DemoRace, 'kind' | 'key' | 'name'> & Pick<Partial<DemoRace>, 'run'>,
): DemoRace {
  const { falseStartBy } = sheet;
  return {
    ...about,
    starters: sheet.lines,
    script: (id, transponders) =>
      pairScript({
        race: id,
        transponders,
        sheet,
        ...(falseStartBy !== undefined && { falseStartBy }),
      }),
  };
}

/** Rule Q2: places at distances in the order of the matrix; those two slots whose order is not known are left out. */
const slots = [
  ['m1000', 1],
  ['m5000', 1],
  ['m1500', 1],
  ['m1000', 2],
  ['m10000', 1],
  'Mass start',
  ['m1500', 2],
  ['m500', 1],
  ['m1500', 3],
  ['m5000', 2],
  ['m500', 2],
  ['m5000', 3],
  ['m500', 3],
] as const;
/** Nine tickets, of which the federation may give three. */
const quota = 9;
const designated = 3;

function distance(metres: number, rules: object = {}) {
  return { key: `m${metres}`, name: `${metres} m Men`, kind: 'pairs', distance: metres, track, rules };
}

export const sprintTrials: DemoMeet = {
  key: 'sprint-trials',
  stem: 'demo-sprint-trials',
  document: {
    name: 'Olympic trials, sprint men, Thialf 2021 (replay)',
    venue: 'Thialf, Heerenveen',
    country: 'NED',
    dates: { from: '2021-12-27', to: '2021-12-29' },
    timeZone: 'Europe/Amsterdam',
  },
  events: [
    distance(500, { runs: 2, runsCount: 'best' }),
    distance(1000),
    distance(1500),
    distance(5000),
    distance(10000),
  ],
  races: [
    ...runs.flatMap((pairs, r) =>
      pairs.map((sheet, p) => {
        const [run, number] = [r + 1, p + 1];
        const name = `Run ${run}, pair ${number} (splits reconstructed)`;
        return race(sheet, { kind: 'm500', key: `m500-${run}-${number}`, name, run });
      }),
    ),
    ...thousand.map((sheet, p) => {
      const name = `Pair ${p + 1} (splits reconstructed)`;
      return race(sheet, { kind: 'm1000', key: `m1000-${p + 1}`, name });
    }),
  ],
  rest: (id) => ({
    selections: [
      {
        id: 'men',
        name: 'Tickets men (without slots 9 and 12, not known)',
        kind: 'matrix',
        quota,
        designated,
        slots: slots.map((slot) =>
          typeof slot === 'string' ? { designated: true, name: slot } : { event: id(slot[0]), place: slot[1] },
        ),
      },
    ],
  }),
};
