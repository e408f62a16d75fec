// The last four pairs of the men's 1000 m (division A) of World Cup 1, Salt Lake City, 14 November 2025: who skated in
// which lane, and the times. Facts of the official result; the splits are not in it.
import { type PairLine, type PairSheet, printedTime } from '../sheet.ts';
import { athleteId } from './athlete-id.ts';

type Skater = readonly [bib: string, name: string, nation: string, time: string];

function line(lane: PairLine['lane'], [bib, name, nation, time]: Skater): PairLine {
  return { entry: athleteId(name), bib, name, nation, lane, ...printedTime(time) };
}

function pair(number: number, inner: Skater, outer: Skater): PairSheet & { readonly number: number } {
  const id = `salt-lake-city-2025-1000m-men-${number}`;
  return { id, number, distance: 1000, lines: [line('inner', inner), line('outer', outer)] };
}

/** In the order in which they skated. Two times are equal to the thousandth: a shared rank (rule T5). */
export const pairSheets = [
  pair(7, ['34', 'Zhongyan Ning', 'CHN', '1:06.47'], ['176', 'Conor McDermott-Mostowy', 'USA', '1:07.02']),
  pair(8, ['181', 'Jordan Stolz', 'USA', '1:05.66'], ['131', 'Joep Wennemars', 'NED', '1:07.01(2)']),
  pair(9, ['118', 'Jenning de Boo', 'NED', '1:06.34'], ['18', 'Connor Howe', 'CAN', '1:09.66']),
  pair(10, ['177', 'Cooper McLeod', 'USA', '1:07.01(2)'], ['126', 'Tim Prins', 'NED', '1:06.64']),
] as const;

export const pairOfficials = { referee: 'Moyca Stoffel (CAN)', starter: 'Stefan Herrmann (GER)' };
