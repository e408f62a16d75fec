// The demo meet of an allround championship: four distances and their samalog, by the first four of the European championship of 2007.
import { finishLoop } from '../antennas.ts';
import { pairScript } from '../pair-script.ts';
import type { DemoMeet, DemoRace } from '../programme.ts';
import { type Distance, pairsOf, quartetOf } from '../races/allround.ts';
import type { PairSheet } from '../sheet.ts';

const track = { lapMetres: 400, loops: [{ id: finishLoop, atMetres: 0 }] };
/** In the order in which they are skated. */
const distances: readonly Distance[] = [500, 5000, 1500, 10000];

function race(distance: Distance, number: number, name: string, sheet: PairSheet): DemoRace {
  return {
    kind: `m${distance}`,
    key: `m${distance}-${number}`,
    name: `${name} (draw and splits made up)`,
    starters: sheet.lines,
    script: (id, transponders) => pairScript({ race: id, transponders, sheet }),
  };
}

function pairs(distance: Distance, draw: Parameters<typeof pairsOf>[1]): readonly DemoRace[] {
  return pairsOf(distance, draw).map((sheet, index) => race(distance, index + 1, `Pair ${index + 1}`, sheet));
}

export const allround: DemoMeet = {
  key: 'allround',
  stem: 'demo-allround',
  document: {
    name: 'European allround, Collalbo 2007, first four (replay)',
    venue: 'Arena Ritten, Collalbo',
    country: 'ITA',
    dates: { from: '2007-01-12', to: '2007-01-14' },
    timeZone: 'Europe/Rome',
  },
  events: distances.map((distance) => ({
    key: `m${distance}`,
    name: `${distance} m Men`,
    kind: 'pairs',
    distance,
    track,
  })),
  races: [
    ...pairs(500, [
      ['verheijen', 'bokko'],
      ['kramer', 'fabris'],
    ]),
    race(
      5000,
      1,
      'Quartet',
      quartetOf(5000, [
        ['bokko', 'verheijen'],
        ['fabris', 'kramer'],
      ]),
    ),
    ...pairs(1500, [
      ['bokko', 'verheijen'],
      ['kramer', 'fabris'],
    ]),
    race(
      10000,
      1,
      'Quartet',
      quartetOf(10000, [
        ['bokko', 'verheijen'],
        ['fabris', 'kramer'],
      ]),
    ),
  ],
  rest: (id) => ({
    combined: [{ id: id('allround'), name: 'Allround Men', of: distances.map((distance) => id(`m${distance}`)) }],
  }),
};
