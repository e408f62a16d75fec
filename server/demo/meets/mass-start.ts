// The demo meet of the mass start: both semi-finals and the final of the men in Beijing 2022, the final filled from the semi-finals.
import { finishLoop } from '../antennas.ts';
import { massStartScript } from '../mass-start-script.ts';
import type { DemoMeet, DemoRace } from '../programme.ts';
import { final, semiFinal1, semiFinal2 } from '../races/mass-start-2022.ts';
import type { MassStartSheet } from '../sheet.ts';

const laps = 16;
/** Rule M11: the warm-up lane is used. */
const lapMetres = 387;
/** Rule M8: the best so many of each semi-final. */
const qualify = 8;

function race(
  sheet: MassStartSheet,
  about: Pick<DemoRace, 'key' | 'name' | 'round'> & Pick<Partial<DemoRace>, 'listed'>,
): DemoRace {
  return {
    kind: 'mass-start',
    ...about,
    starters: sheet.lines.toSorted((a, b) => Number(a.bib) - Number(b.bib)),
    script: (id, transponders) =>
      massStartScript({
        race: id,
        transponders,
        sheet,
        plannedLaps: laps,
        ruleNonFinishers: true,
        named: true,
      }),
  };
}

export const massStart: DemoMeet = {
  key: 'mass-start',
  stem: 'demo-mass-start',
  sameAnkles: true,
  document: {
    name: 'Mass start men, Beijing 2022 (replay, much of it made up)',
    venue: 'National Speed Skating Oval, Beijing',
    country: 'CHN',
    dates: { from: '2022-02-19', to: '2022-02-19' },
    timeZone: 'Asia/Shanghai',
  },
  events: [
    {
      key: 'mass-start',
      name: 'Mass Start Men',
      kind: 'massStart',
      track: { lapMetres, loops: [{ id: finishLoop, atMetres: 0 }] },
      rules: { laps },
      rounds: [{ id: 'semi-final', advance: [{ places: qualify, to: 'final', mark: 'Q' }] }, { id: 'final' }],
    },
  ],
  races: [
    race(semiFinal1, {
      key: 'semi-final-1',
      name: 'Semi-final 1 (totals and times real, laps and sprints reconstructed)',
      round: 'semi-final',
    }),
    race(semiFinal2, { key: 'semi-final-2', name: 'Semi-final 2 (made up)', round: 'semi-final' }),
    race(final, {
      key: 'final',
      name: 'Final (first four real, the rest made up, a fall and a break staged)',
      round: 'final',
      listed: 'filled',
    }),
  ],
};
