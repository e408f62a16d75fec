// What the lap chart of a race shows: places after every lap where all skate together, lap times against the clock. Pure.
import type { Board } from '../../shared/board.ts';
import { lapPoints, passedPoints, placesByLap } from '../kit/trends.ts';

export interface ChartLine {
  readonly entry: string;
  readonly name: string;
  /** At each point a place, or a lap time in microseconds; undefined where there is none. */
  readonly values: readonly (number | undefined)[];
}

export interface LapChart {
  readonly of: 'places' | 'laps';
  /** Names of the points. */
  readonly points: readonly string[];
  readonly lines: readonly ChartLine[];
  /** The values at the top and at the bottom. */
  readonly top: number;
  readonly bottom: number;
}

const together: readonly string[] = ['massStart', 'shortTrack'];

/** Undefined before there are two laps to draw a line between. */
export function lapChart(board: Board): LapChart | undefined {
  const isPack = together.includes(board.race.kind);
  // The first lap is from standing, and would press all the others together.
  const points = isPack ? passedPoints(board) : lapPoints(board).slice(1);
  const places = placesByLap(board, points);
  const rows = Object.entries(board.rows).sort(([, a], [, b]) => a.order - b.order);
  const lines = rows.map(([entry, row]): ChartLine => {
    const name = row.bib === undefined ? row.name : `${row.bib} ${row.name}`;
    const laps = points.map(({ id }) => row.splits[id]?.lapUs);
    return { entry, name, values: isPack ? (places.get(entry) ?? []) : laps };
  });
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  if (points.length < 2 || all.length < 2) return undefined;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return {
    of: isPack ? 'places' : 'laps',
    points: points.map(({ name }) => name),
    lines,
    top: isPack ? 1 : least,
    bottom: isPack ? Math.max(most, rows.length) : Math.max(most, least + 1),
  };
}
