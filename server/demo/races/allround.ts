// The first four of the men's European championship allround of 2007 in Collalbo: their times at the four distances. Facts of the
// official result; who met whom, lanes and splits are made up, and that the long distances are skated by all four at once.
import { type PairLine, type PairSheet, printedTime } from '../sheet.ts';
import { athleteId } from './athlete-id.ts';

const skaters = {
  kramer: ['1', 'Sven Kramer', 'NED'],
  fabris: ['2', 'Enrico Fabris', 'ITA'],
  verheijen: ['3', 'Carl Verheijen', 'NED'],
  bokko: ['4', 'Håvard Bøkko', 'NOR'],
} as const;
type Key = keyof typeof skaters;

const distances = {
  500: { kramer: '36.76', fabris: '36.38', verheijen: '37.53', bokko: '36.99' },
  5000: { kramer: '6:15.65', fabris: '6:20.28', verheijen: '6:19.67', bokko: '6:24.41' },
  1500: { kramer: '1:44.86', fabris: '1:44.72', verheijen: '1:47.34', bokko: '1:47.10' },
  10000: { kramer: '13:10.44', fabris: '13:21.51', verheijen: '13:15.37', bokko: '13:27.38' },
} as const satisfies Record<number, Record<Key, string>>;
export type Distance = keyof typeof distances;

/** The second pair of a quartet starts when the first is half a lap away (rule L8). */
const secondGunUs = 17_000_000;

function line(distance: Distance, lane: PairLine['lane'], key: Key, group?: '1' | '2'): PairLine {
  const [bib, name, nation] = skaters[key];
  const ofGroup = group === undefined ? {} : { group, startGroup: group };
  return { entry: athleteId(name), bib, name, nation, lane, ...ofGroup, ...printedTime(distances[distance][key]) };
}

function idOf(distance: Distance, number: number): string {
  return `collalbo-2007-${distance}m-men-${number}`;
}

/** Two pairs one after the other. */
export function pairsOf(
  distance: Distance,
  [first, second]: readonly [readonly [Key, Key], readonly [Key, Key]],
): readonly PairSheet[] {
  return [first, second].map(([inner, outer], index) => ({
    id: idOf(distance, index + 1),
    distance,
    lines: [line(distance, 'inner', inner), line(distance, 'outer', outer)],
  }));
}

/** Two pairs at once. */
export function quartetOf(
  distance: Distance,
  [first, second]: readonly [readonly [Key, Key], readonly [Key, Key]],
): PairSheet {
  const lines = [first, second].flatMap(([inner, outer], index) => {
    const group = index === 0 ? '1' : '2';
    return [line(distance, 'inner', inner, group), line(distance, 'outer', outer, group)];
  });
  return { id: idOf(distance, 1), distance, lines, secondGunUs };
}
