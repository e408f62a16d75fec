// The men's 500 m of short track at the Olympic Games of Sochi, February 2014, from the quarter-finals on: who started where, the
// place after each crossing, the laps and the times. Facts of the official results; the last laps of those who had a penalty are not.
import type { ShortTrackLine, ShortTrackSheet } from '../sheet.ts';
import { athleteId } from './athlete-id.ts';

type Skater = readonly [bib: string, name: string, nation: string];

const an: Skater = ['250', 'Victor An', 'RUS'];
const celski: Skater = ['258', 'J. R. Celski', 'USA'];
const cournoyer: Skater = ['203', 'Charle Cournoyer', 'CAN'];
const eley: Skater = ['217', 'Jon Eley', 'GBR'];
const elistratov: Skater = ['251', 'Semen Elistratov', 'RUS'];
const grigorev: Skater = ['252', 'Vladimir Grigorev', 'RUS'];
const han: Skater = ['209', 'Han Tianyu', 'CHN'];
const jean: Skater = ['207', 'Olivier Jean', 'CAN'];
const knegt: Skater = ['248', 'Sjinkie Knegt', 'NED'];
const knoch: Skater = ['223', 'Viktor Knoch', 'HUN'];
const lee: Skater = ['240', 'Lee Han-Bin', 'KOR'];
const liang: Skater = ['210', 'Liang Wenhao', 'CHN'];
const park: Skater = ['242', 'Park Se Yeong', 'KOR'];
const sakashita: Skater = ['231', 'Satoshi Sakashita', 'JPN'];
const vanDerWart: Skater = ['249', 'Freek van der Wart', 'NED'];
const wu: Skater = ['212', 'Wu Dajing', 'CHN'];

/** `places` as one digit a crossing; `laps` in hundredths; `time` in thousandths, none where the sheet prints none. */
function line(
  lane: number,
  [bib, name, nation]: Skater,
  places: string,
  laps: readonly number[],
  time?: number,
): ShortTrackLine {
  return {
    entry: athleteId(name),
    bib,
    name,
    nation,
    lane: String(lane),
    places: [...places].map(Number),
    laps,
    ...(time !== undefined && { timeUs: time * 1000 }),
  };
}

/** Out by a penalty: his last lap is made up, and he was at the back of it. */
function penalty(made: ShortTrackLine): ShortTrackLine {
  return { ...made, status: 'PEN' };
}

function heat(id: string, lines: readonly ShortTrackLine[]): ShortTrackSheet {
  return { id: `sochi-2014-500m-men-${id}`, lines };
}

export const quarterFinals: readonly ShortTrackSheet[] = [
  heat('quarter-final-1', [
    line(1, knegt, '11131', [668, 894, 849, 873, 885], 41_683),
    line(3, liang, '32212', [689, 883, 850, 853, 907], 41_817),
    line(4, knoch, '44443', [704, 890, 850, 853, 908], 42_043),
    penalty(line(2, elistratov, '23324', [677, 897, 855, 849, 940])),
  ]),
  heat('quarter-final-2', [
    line(2, han, '21111', [673, 898, 855, 847, 866], 41_390),
    line(4, celski, '44232', [692, 894, 857, 1790, 1085], 53_178),
    { ...line(3, sakashita, '33443', [683, 900, 2269, 1002, 1071], 59_249), advanced: true },
    penalty(line(1, park, '12324', [664, 916, 871, 853, 2700])),
  ]),
  heat('quarter-final-3', [
    line(3, wu, '11111', [663, 870, 838, 850, 885], 41_056),
    line(1, cournoyer, '22222', [683, 874, 835, 843, 871], 41_060),
    line(2, vanDerWart, '43333', [696, 878, 832, 882, 2850], 61_371),
    penalty(line(4, grigorev, '34444', [696, 898, 820, 1661, 2200])),
  ]),
  heat('quarter-final-4', [
    line(1, an, '11111', [684, 879, 834, 850, 879], 41_257),
    line(2, eley, '22222', [695, 877, 835, 851, 876], 41_337),
    line(4, lee, '44443', [718, 892, 823, 843, 872], 41_471),
    line(3, jean, '33334', [704, 892, 819, 851, 910], 41_760),
  ]),
];

export const semiFinals: readonly ShortTrackSheet[] = [
  heat('semi-final-1', [
    line(1, wu, '11111', [665, 871, 830, 849, 870], 40_846),
    line(2, cournoyer, '33322', [692, 871, 825, 835, 872], 40_945),
    line(3, han, '22233', [675, 871, 828, 861, 881], 41_151),
    line(4, celski, '44444', [704, 875, 824, 840, 873], 41_152),
    line(5, sakashita, '55555', [718, 874, 834, 857, 884], 41_661),
  ]),
  heat('semi-final-2', [
    line(1, an, '22211', [679, 878, 839, 840, 871], 41_063),
    line(4, liang, '11122', [676, 870, 843, 865, 869], 41_221),
    line(3, knegt, '44433', [709, 886, 821, 859, 854], 41_290),
    line(2, eley, '33344', [693, 874, 840, 876, 862], 41_441),
  ]),
];

export const finalB = heat('final-b', [
  line(1, han, '11111', [670, 873, 847, 876, 888], 41_534),
  line(2, celski, '33332', [690, 893, 844, 857, 895], 41_786),
  line(4, eley, '22223', [687, 882, 848, 866, 904], 41_870),
  line(3, knegt, '44444', [722, 905, 853, 865, 916], 42_608),
]);

export const finalA = heat('final-a', [
  line(3, an, '44421', [700, 876, 851, 853, 852], 41_312),
  line(1, wu, '11112', [663, 881, 856, 877, 875], 41_516),
  line(2, cournoyer, '22333', [679, 873, 862, 881, 867], 41_617),
  line(4, liang, '33244', [688, 876, 849, 2974, 1972], 73_590),
]);
