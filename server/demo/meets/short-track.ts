// The demo meet of short track: the men's 500 m of Sochi 2014 from the quarter-finals on, with finals A and B.
import { finishLoop } from '../antennas.ts';
import type { DemoMeet, DemoRace } from '../programme.ts';
import { finalA, finalB, quarterFinals, semiFinals } from '../races/short-track.ts';
import type { ShortTrackSheet } from '../sheet.ts';
import { shortTrackScript } from '../short-track-script.ts';

function race(
  sheet: ShortTrackSheet,
  about: Pick<DemoRace, 'key' | 'name' | 'round'> & Pick<Partial<DemoRace>, 'listed'>,
): DemoRace {
  return {
    kind: 'm500',
    ...about,
    starters: sheet.lines.toSorted((a, b) => Number(a.lane) - Number(b.lane)),
    script: (id, transponders) =>
      shortTrackScript({
        race: id,
        transponders,
        sheet,
        drawsLanes: about.listed === 'filled',
      }),
  };
}

const madeUp = 'last lap of who has a penalty made up';

export const shortTrack: DemoMeet = {
  key: 'short-track',
  stem: 'demo-short-track',
  sameAnkles: true,
  document: {
    name: 'Short track, 500 m men, Sochi 2014 (replay)',
    venue: 'Iceberg Skating Palace, Sochi',
    country: 'RUS',
    dates: { from: '2014-02-18', to: '2014-02-21' },
    timeZone: 'Europe/Moscow',
  },
  events: [
    {
      key: 'm500',
      name: '500 m Men',
      kind: 'shortTrack',
      distance: 500,
      track: { lapMetres: 111.12, loops: [{ id: finishLoop, atMetres: 0 }] },
      rounds: [
        { id: 'quarter-final', advance: [{ places: 2, to: 'semi-final', mark: 'Q' }] },
        {
          id: 'semi-final',
          advance: [
            { places: 2, to: 'final-a', mark: 'QA' },
            { places: 2, to: 'final-b', mark: 'QB' },
          ],
        },
        { id: 'final-b' },
        { id: 'final-a' },
      ],
      // Rule S6, as it was then.
      rules: { falseStarts: 'race' },
    },
  ],
  races: [
    ...quarterFinals.map((sheet, index) => {
      const hasPenalty = sheet.lines.some(({ status }) => status !== undefined);
      const number = index + 1;
      const name = `Quarter-final ${number}${hasPenalty ? ` (${madeUp})` : ''}`;
      return race(sheet, { key: `quarter-final-${number}`, name, round: 'quarter-final' });
    }),
    // Drawn by the officials of then: the list is stored when they are called up.
    ...semiFinals.map((sheet, index) => {
      const number = index + 1;
      return race(sheet, {
        key: `semi-final-${number}`,
        name: `Semi-final ${number}`,
        round: 'semi-final',
        listed: 'called',
      });
    }),
    race(finalB, { key: 'final-b', name: 'Final B', round: 'final-b', listed: 'filled' }),
    race(finalA, { key: 'final-a', name: 'Final A', round: 'final-a', listed: 'filled' }),
  ],
};
