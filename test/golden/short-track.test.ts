import { describe, expect, it } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { boardOf } from './golden-race.ts';
import { type Heat, type HeatLine, heats, whyNoHeats } from './short-track-heats.ts';
import { crossedAt, factsOfHeat, meetOfHeats } from './short-track-race.ts';

if (heats.length === 0) it.skip(`[S2] ${whyNoHeats}`, () => {});

/** Heats of which every time is the sum of its laps; a few sheets have no laps, or lost a zero. */
const printedWhole = heats.filter(({ lines }) =>
  lines.every(({ timeUs, consistent }) => timeUs === undefined || consistent),
);
/** Finals of which all but one were penalised in the round before: nobody skated, and the one has the place. */
const skated = printedWhole.filter(({ lines }) => lines.some((line) => crossedAt(line).length > 0));

/** Three who fell and lost whole laps to within half a second, so that they seem to come in with those they were with. */
const fellForWholeLaps = [
  'European Championships, Dresden, 2014-01-17, 500m, Quarterfinals 2',
  'World Cup, Montreal, 2012-10-26, 500m(1), Preliminaries 7',
  'World Cup, Shanghai, 2014-12-12, 500m(2), FinalA 1',
];

const last = 5;
const statusOf = ({ status }: HeatLine) => (status === 'YC' ? 'PEN' : status);

interface Verdict {
  readonly equal: number;
  /** Places of those whose printed hundredths are equal there. */
  readonly tied: number;
  readonly wrong: readonly string[];
}

function judge(heat: Heat, board: Board): Verdict {
  let [equal, tied] = [0, 0];
  const wrong: string[] = [];
  const say = (line: HeatLine, what: string, got: unknown, printed: unknown) => {
    if (got !== printed) wrong.push(`${heat.title}: ${line.name}: ${what} ${got}, printed ${printed}`);
  };
  const all = heat.lines.map(crossedAt);
  for (const [index, line] of heat.lines.entries()) {
    const row = board.rows[line.entry]!;
    say(line, 'place', row.rank, line.place);
    say(line, 'time', row.timeUs, line.timeUs);
    say(line, 'status', row.status, statusOf(line));
    say(line, 'no time', row.flags.noTime, line.place !== undefined && line.timeUs === undefined ? true : undefined);
    for (const [point, atUs] of all[index]!.entries()) {
      const printed = point + 1 === last ? line.place : line.crossings[point]?.place;
      const rank = row.splits[point + 1]?.rank ?? 0;
      const sharing = all.filter((other) => other[point] === atUs).length;
      if (rank === printed) equal += 1;
      else if (printed !== undefined && printed > rank && printed < rank + sharing) tied += 1;
      else say(line, `place after crossing ${point + 1}`, rank, printed);
    }
  }
  return { equal, tied, wrong };
}

describe.runIf(heats.length > 0)('the heats of 2012 to 2015, fed as readings', () => {
  it('[S2][S7][T1] have the printed place after every crossing, time, place and status', { timeout: 120_000 }, () => {
    let [equal, tied, estimated] = [0, 0, 0];
    const unexplained: string[] = [];
    const falls: string[] = [];
    for (const heat of skated) {
      const board = boardOf(meetOfHeats([heat]), factsOfHeat(heat), 5000);
      const verdict = judge(heat, board);
      const isEstimate = Object.values(board.rows).some(({ flags }) => flags.estimated);
      expect(board.race.status, heat.title).toBe('finished');
      equal += verdict.equal;
      tied += verdict.tied;
      if (isEstimate) estimated += 1;
      if (verdict.wrong.length === 0) continue;
      if (isEstimate && fellForWholeLaps.includes(heat.title)) falls.push(heat.title);
      else unexplained.push(...verdict.wrong);
    }
    expect(unexplained).toEqual([]);
    expect(falls.sort()).toEqual(fellForWholeLaps);
    expect({ printed: heats.length, whole: printedWhole.length, skated: skated.length }).toEqual({
      printed: 732,
      whole: 721,
      skated: 717,
    });
    expect({ equal, tied, estimated }).toEqual({ equal: 14_774, tied: 82, estimated: 3 });
  });

  /** Nobody fell: no lap is much longer than the shortest of the heat. */
  const steady = skated.filter(({ lines }) => {
    const laps = lines.flatMap(({ crossings }) => crossings.slice(1).flatMap(({ lapUs }) => lapUs ?? []));
    return lines.every(({ timeUs }) => timeUs !== undefined) && Math.max(...laps) < 1.3 * Math.min(...laps);
  });

  it('[P4] of one crossing unseen the rest of the heat stands, or the skater is not in and nothing is invented', {
    timeout: 120_000,
  }, () => {
    let [filled, short] = [0, 0];
    for (const [index, heat] of steady.entries()) {
      if (index % 5 !== 0) continue;
      const { entry, place, timeUs } = heat.lines[Math.floor(heat.lines.length / 2)]!;
      const missed = `heat-1.${entry}.${1 + ((index / 5) % (last - 1))}`;
      const facts = factsOfHeat(heat).filter(({ id }) => id !== missed);
      const row = boardOf(meetOfHeats([heat]), facts, 5000).rows[entry]!;
      if (row.flags.finished) {
        expect(row, heat.title).toMatchObject({ rank: place, timeUs, flags: { estimated: true } });
        filled += 1;
      } else short += 1;
    }
    expect({ filled, short }).toEqual({ filled: 88, short: 5 });
  });
});
