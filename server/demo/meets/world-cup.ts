// The demo that `npm start` plays: a mass start and four pairs of World Cup 1 in Salt Lake City, 14 to 16 November 2025.
import { finishLoop } from '../antennas.ts';
import { massStartScript } from '../mass-start-script.ts';
import { pairScript } from '../pair-script.ts';
import type { DemoMeet, DemoRace } from '../programme.ts';
import { massStartOfficials, massStartSheet } from '../races/mass-start.ts';
import { pairOfficials, pairSheets } from '../races/pairs.ts';

/** Rule M11: the warm-up lane is used; one of the two lengths that sources give. */
const massStartLapMetres = 387;
const lapMetres = 400;
const massStartLaps = 16;
const loops = [{ id: finishLoop, atMetres: 0 }];

const massStart: DemoRace = {
  kind: 'mass-start',
  key: 'mass-start',
  name: 'Division A (laps between the sprints reconstructed)',
  starters: massStartSheet.lines.toSorted((a, b) => Number(a.bib) - Number(b.bib)),
  script: (race, transponders) =>
    massStartScript({
      race,
      transponders,
      sheet: massStartSheet,
      officials: massStartOfficials,
      plannedLaps: massStartLaps,
      ruleNonFinishers: false,
    }),
};

/** The pair in which a false start is staged, and by whom: it is no fact, and the name of the race says so. */
const staged = { number: 9, by: 'connor-howe' };

const pairs = pairSheets.map((sheet): DemoRace => {
  const isStaged = sheet.number === staged.number;
  return {
    kind: 'pairs',
    key: `pair-${sheet.number}`,
    name: `Pair ${sheet.number} (splits reconstructed${isStaged ? ', false start staged' : ''})`,
    starters: sheet.lines,
    script: (race, transponders) =>
      pairScript({
        race,
        transponders,
        sheet,
        officials: pairOfficials,
        ...(isStaged && { falseStartBy: staged.by }),
      }),
  };
});

export const worldCup: DemoMeet = {
  key: 'world-cup',
  stem: 'demo',
  document: {
    name: 'World Cup 1, Salt Lake City 2025 (replay)',
    venue: 'Utah Olympic Oval, Salt Lake City',
    country: 'USA',
    dates: { from: '2025-11-14', to: '2025-11-16' },
    timeZone: 'America/Denver',
  },
  events: [
    {
      key: 'mass-start',
      name: 'Mass Start Men',
      kind: 'massStart',
      track: { lapMetres: massStartLapMetres, loops },
      rules: { laps: massStartLaps },
    },
    { key: 'pairs', name: '1000 m Men', kind: 'pairs', distance: 1000, track: { lapMetres, loops } },
  ],
  races: [massStart, ...pairs],
};
