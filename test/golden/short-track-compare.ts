// A printed heat of short track beside its board: place and lap after every crossing, time, place and status.
import type { Board } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { type Check, compareLines, type SheetLine } from './checks.ts';
import { boardOf } from './golden-race.ts';
import { type Heat, type HeatLine, heats } from './short-track-heats.ts';
import { crossedAt, factsOfHeat, meetOfHeats } from './short-track-race.ts';

/** Heats of which every time is the sum of its laps; a few sheets have no laps, or lost a zero. */
export const printedWhole = heats.filter(({ lines }) =>
  lines.every(({ timeUs, consistent }) => timeUs === undefined || consistent),
);
/** Finals of which all but one were penalised in the round before: nobody skated, and the one has the place. */
export const skatedHeats = printedWhole.filter(({ lines }) => lines.some((line) => crossedAt(line).length > 0));

/** Three who fell and lost whole laps to within half a second, so that they seem to come in with those they were with. */
export const fellForWholeLaps = [
  'European Championships, Dresden, 2014-01-17, 500m, Quarterfinals 2',
  'World Cup, Montreal, 2012-10-26, 500m(1), Preliminaries 7',
  'World Cup, Shanghai, 2014-12-12, 500m(2), FinalA 1',
];

export const tied = 'T3: the printed hundredths of another at this crossing are the same';
export const fell =
  'P4: one fell and lost whole laps to within half a second, so that he seems to come in with the others';

const last = 5;
const text = (us: number | undefined) => (us === undefined ? undefined : formatTime(us, { digits: 3 }));
const placeColumn = (crossing: number) => `place after crossing ${crossing}`;

export function boardOfHeat(heat: Heat): Board {
  return boardOf(meetOfHeats([heat]), factsOfHeat(heat), 5000);
}

function publishedOf(line: HeatLine): SheetLine {
  const { entry, name, place, timeUs, status, crossings } = line;
  const fed = crossedAt(line).length;
  const places = crossings.slice(0, fed).map((crossing, index) => {
    return [placeColumn(index + 1), index + 1 === last ? place : crossing.place];
  });
  // The last lap is what the time, in thousandths, leaves of the laps, in hundredths.
  const laps = crossings.slice(0, Math.min(fed, last - 1)).map(({ lapUs }, index) => [`lap ${index + 1}`, text(lapUs)]);
  return {
    key: entry,
    whose: name,
    cells: {
      ...{ place, time: text(timeUs), status: status === 'YC' ? 'PEN' : status },
      'finished without time': place !== undefined && timeUs === undefined ? 'yes' : undefined,
      ...Object.fromEntries([...places, ...laps]),
    },
  };
}

function oursOf(line: HeatLine, { rows }: Board): SheetLine {
  const { rank: place, timeUs, status, flags, splits } = rows[line.entry]!;
  const points = Object.entries(splits);
  return {
    key: line.entry,
    whose: line.name,
    cells: {
      ...{ place, time: text(timeUs), status },
      'finished without time': flags.noTime === true ? 'yes' : undefined,
      ...Object.fromEntries(points.map(([point, { rank }]) => [placeColumn(Number(point)), rank])),
      ...Object.fromEntries(points.slice(0, last - 1).map(([point, { lapUs }]) => [`lap ${point}`, text(lapUs)])),
    },
  };
}

/** A place that is another is explained where all who share the instant have the places from ours on. */
function isTied(heat: Heat, board: Board, { key, cells }: SheetLine, column: string): boolean {
  const crossing = Number(/^place after crossing (\d)$/.exec(column)?.[1]);
  const rank = board.rows[key]?.splits[crossing]?.rank;
  const printed = Number(cells[column]);
  const at = (line: HeatLine) => crossedAt(line)[crossing - 1];
  const mine = heat.lines.find(({ entry }) => entry === key)!;
  const sharing = heat.lines.filter((line) => at(line) !== undefined && at(line) === at(mine)).length;
  return rank !== undefined && printed > rank && printed < rank + sharing;
}

export function compareHeat(heat: Heat, board = boardOfHeat(heat)): Check[] {
  const isEstimate = Object.values(board.rows).some(({ flags }) => flags.estimated);
  const isFall = isEstimate && fellForWholeLaps.includes(heat.title);
  return compareLines(
    heat.title,
    heat.lines.map(publishedOf),
    heat.lines.map((line) => oursOf(line, board)),
    (line, column) => {
      if (isTied(heat, board, line, column)) return tied;
      return isFall ? fell : undefined;
    },
  );
}
