// The men's mass start of the Olympic Games of Beijing, 19 February 2022. Facts: the totals and times of semi-final 1, of the final
// the first four, the points of the medallists and the twelfth. All else is made up, and the races' names say so.
import { type MassStartLine, type MassStartSheet, printedTime } from '../sheet.ts';
import { athleteId } from './athlete-id.ts';

const laps = 16;
const sprintLaps = [4, 8, 12];

type Skater = readonly [name: string, nation: string];

const bibs = new Map<string, string>();

/** Bibs are made up too: in the order of this file. */
function bibOf(name: string): string {
  const known = bibs.get(name) ?? String(bibs.size + 1);
  bibs.set(name, known);
  return known;
}

/** `points` at the three sprints and at the finish. */
function line([name, nation]: Skater, points: readonly [number, number, number, number], time: string): MassStartLine {
  const total = points.reduce((sum, won) => sum + won, 0);
  return {
    entry: athleteId(name),
    bib: bibOf(name),
    name,
    nation,
    laps,
    points: [...points],
    total,
    ...printedTime(time),
  };
}

const ulekleiv: Skater = ['Kristian Ulekleiv', 'NOR'];
const swings: Skater = ['Bart Swings', 'BEL'];
const ning: Skater = ['Ning Zhongyan', 'CHN'];
const chung: Skater = ['Chung Jae-won', 'KOR'];
const aldoshkin: Skater = ['Daniil Aldoshkin', 'ROC'];
const gelinas: Skater = ['Antoine Gélinas-Beaulieu', 'CAN'];
const kramer: Skater = ['Sven Kramer', 'NED'];
const ichinohe: Skater = ['Seitaro Ichinohe', 'JPN'];
const lee: Skater = ['Lee Seung-hoon', 'KOR'];
const mantia: Skater = ['Joey Mantia', 'USA'];
const wenger: Skater = ['Livio Wenger', 'SUI'];
const giovannini: Skater = ['Andrea Giovannini', 'ITA'];
const bergsma: Skater = ['Jorrit Bergsma', 'NED'];
const zakharov: Skater = ['Ruslan Zakharov', 'ROC'];
const michael: Skater = ['Peter Michael', 'NZL'];
const thorup: Skater = ['Viktor Hald Thorup', 'DEN'];

/** Known: laps, total and time of everybody but the last, whose time is made up. How the totals came about is made up to fit. */
export const semiFinal1: MassStartSheet = {
  id: 'beijing-2022-mass-start-men-semi-final-1',
  laps,
  sprintLaps,
  lines: [
    line(ulekleiv, [0, 0, 0, 60], '7:56.67'),
    line(swings, [2, 1, 1, 40], '7:56.74'),
    line(ning, [0, 0, 0, 20], '7:56.75'),
    line(chung, [0, 2, 0, 10], '7:56.76'),
    line(aldoshkin, [0, 0, 0, 6], '7:56.83'),
    line(gelinas, [0, 0, 0, 3], '7:56.93'),
    line(kramer, [0, 0, 3, 0], '7:58.22'),
    line(ichinohe, [0, 3, 0, 0], '7:58.54'),
    line(['Haralds Silovs', 'LAT'], [3, 0, 0, 0], '7:59.50'),
    line(['Dmitriy Morozov', 'KAZ'], [0, 0, 2, 0], '8:08.73'),
    line(['Michele Malfatti', 'ITA'], [1, 0, 0, 0], '8:02.09'),
    line(['Stefan Due Schmidt', 'DEN'], [0, 0, 0, 0], '7:58.01'),
    line(['Ian Quinn', 'USA'], [0, 0, 0, 0], '7:58.03'),
    line(['Felix Rijhnen', 'GER'], [0, 0, 0, 0], '7:58.33'),
    line(['Zbigniew Bródka', 'POL'], [0, 0, 0, 0], '8:10.00'),
  ],
};

/** Made up: who came out of it is known, as the field of the final. */
export const semiFinal2: MassStartSheet = {
  id: 'beijing-2022-mass-start-men-semi-final-2',
  laps,
  sprintLaps,
  lines: [
    line(lee, [0, 0, 0, 60], '7:46.94'),
    line(mantia, [0, 0, 0, 40], '7:46.97'),
    line(giovannini, [0, 0, 0, 20], '7:47.10'),
    line(zakharov, [0, 0, 0, 10], '7:47.21'),
    line(bergsma, [0, 3, 3, 0], '7:51.40'),
    line(thorup, [0, 0, 0, 6], '7:47.33'),
    line(wenger, [3, 2, 0, 0], '7:50.12'),
    line(michael, [0, 0, 0, 3], '7:47.41'),
    line(['Gabriel Odor', 'AUT'], [2, 0, 0, 0], '7:49.87'),
    line(['Jordan Belchos', 'CAN'], [0, 0, 2, 0], '7:50.30'),
    line(['Ryosuke Tsuchiya', 'JPN'], [0, 1, 0, 0], '7:48.02'),
    line(['Vitaliy Chshigolev', 'KAZ'], [1, 0, 1, 0], '8:04.16'),
    line(['Artur Janicki', 'POL'], [0, 0, 0, 0], '7:48.55'),
    line(['Allan Dahl Johansson', 'NOR'], [0, 0, 0, 0], '7:53.08'),
  ].toSorted((a, b) => b.total - a.total || (a.timeUs ?? 0) - (b.timeUs ?? 0)),
};

/** The skater who is made to fall, and the two who are made to break away. */
export const fallen = athleteId(gelinas[0]);
export const breakaway = [athleteId(bergsma[0]), athleteId(wenger[0])];

export const final: MassStartSheet = {
  id: 'beijing-2022-mass-start-men-final',
  laps,
  sprintLaps,
  lines: [
    line(swings, [0, 1, 2, 60], '7:47.11'),
    line(chung, [0, 0, 0, 40], '7:47.18'),
    line(lee, [0, 0, 0, 20], '7:47.20(5)'),
    line(mantia, [0, 0, 0, 10], '7:47.20(6)'),
    line(wenger, [0, 2, 0, 6], '7:47.52'),
    line(giovannini, [2, 0, 0, 3], '7:47.60'),
    line(ulekleiv, [3, 0, 0, 0], '7:47.97'),
    line(bergsma, [0, 3, 0, 0], '7:48.71'),
    line(michael, [0, 0, 3, 0], '7:50.80'),
    line(kramer, [1, 0, 0, 0], '7:48.31'),
    line(thorup, [0, 0, 1, 0], '7:49.15'),
    line(ning, [0, 0, 0, 0], '7:48.07'),
    line(zakharov, [0, 0, 0, 0], '7:48.22'),
    line(ichinohe, [0, 0, 0, 0], '7:48.49'),
    line(aldoshkin, [0, 0, 0, 0], '7:49.92'),
    line(gelinas, [0, 0, 0, 0], '7:52.36'),
  ],
  incidents: [
    { entries: [fallen], from: 3, to: 10, byUs: 11_000_000 },
    { entries: breakaway, from: 6, to: 12, byUs: -5_500_000 },
  ],
};
