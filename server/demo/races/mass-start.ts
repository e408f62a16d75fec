// The men's mass start (division A) of World Cup 1, Salt Lake City, 16 November 2025: who skated, who scored at which
// sprint, and the times. Facts of the official result; the laps between are not in it.
import { type MassStartLine, type MassStartSheet, printedTime } from '../sheet.ts';
import { athleteId } from './athlete-id.ts';

interface Won {
  readonly s1?: number;
  readonly s2?: number;
  readonly s3?: number;
  readonly finish?: number;
}

const laps = 16;

function skater(bib: string, name: string, nation: string, time: string, won: Won = {}): MassStartLine {
  const { s1 = 0, s2 = 0, s3 = 0, finish = 0 } = won;
  const total = s1 + s2 + s3 + finish;
  return { entry: athleteId(name), bib, name, nation, laps, points: [s1, s2, s3, finish], total, ...printedTime(time) };
}

/** In the order of the classification; everybody finished, and nobody lost the points he had won. */
export const massStartSheet: MassStartSheet = {
  id: 'salt-lake-city-2025-mass-start-men',
  laps,
  sprintLaps: [4, 8, 12],
  lines: [
    skater('116', 'Jorrit Bergsma', 'NED', '7:39.20', { s3: 3, finish: 60 }),
    skater('63', 'Felix Maly', 'GER', '7:40.17', { finish: 40 }),
    skater('16', 'Antoine Gélinas-Beaulieu', 'CAN', '7:40.31', { s3: 1, finish: 20 }),
    skater('22', 'Jake Weidemann', 'CAN', '7:40.35', { s3: 2, finish: 10 }),
    skater('166', 'Livio Wenger', 'SUI', '7:40.44', { s2: 1, finish: 6 }),
    skater('64', 'Fridtjof Petzold', 'GER', '7:40.57', { s2: 2, finish: 3 }),
    skater('43', 'Viktor Hald Thorup', 'DEN', '7:58.96', { s1: 3 }),
    skater('3', 'Gabriel Odor', 'AUT', '8:10.55', { s2: 3 }),
    skater('74', 'Daniele Di Stefano', 'ITA', '7:52.18', { s1: 2 }),
    skater('6', 'Bart Swings', 'BEL', '7:46.50', { s1: 1 }),
    skater('109', 'Jae-Won Chung', 'KOR', '7:46.04'),
    skater('107', 'Seungmin Cho', 'KOR', '7:46.18'),
    skater('121', 'Bart Hoolwerf', 'NED', '7:46.25'),
    skater('77', 'Andrea Giovannini', 'ITA', '7:46.36'),
    skater('181', 'Jordan Stolz', 'USA', '7:46.40'),
    skater('38', 'Metoděj Jílek', 'CZE', '7:46.43'),
    skater('91', 'Shomu Sasaki', 'JPN', '7:46.63'),
    skater('54', 'Timothy Loubineaud', 'FRA', '7:46.65'),
    skater('37', 'Zihan Zhou', 'CHN', '7:46.91'),
    skater('5', 'Indra Medard', 'BEL', '7:46.94'),
    skater('52', 'Mathieu Belloir', 'FRA', '7:47.01'),
    skater('147', 'Peter Michael', 'NZL', '7:48.80'),
    skater('42', 'Philip Due Schmidt', 'DEN', '7:50.99'),
    skater('145', 'Didrik Eng Strand', 'NOR', '8:05.72'),
  ],
};

export const massStartOfficials = { referee: 'Moyca Stoffel (CAN)', starter: 'Yong-Seok Oh (KOR)' };
