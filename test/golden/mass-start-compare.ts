// An official sheet of a mass start beside its board.
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import type { MeetEvent } from '../../shared/event.ts';
import { type Check, compareLines, type SheetLine } from './checks.ts';
import { cupsOf, massScaleOf, ownScales } from './cup-scales.ts';
import { factsOf, folded, meetOf, printed } from './golden-race.ts';
import type { OfficialSheet, PrintedLine } from './official-sheets.ts';

type CupPoints = ReturnType<typeof cupsOf>[string];

export interface SkatedMassStart {
  readonly board: Board;
  readonly event: ReturnType<typeof cupsOf>;
  readonly boards: ReturnType<typeof folded>;
}

/** A sheet skated again, its points of the World Cup by `scale`. */
export function skatedMassStart({ sheet, cup }: OfficialSheet, scale: NonNullable<MeetEvent['cup']>): SkatedMassStart {
  const plain = meetOf(sheet);
  const races = plain.races.map((race) => ({
    ...race,
    entries: race.entries.map((entry) => {
      const mark = cup.get(entry.bib ?? '')?.mark;
      return { ...entry, ...(mark !== undefined && { cupMark: mark }) };
    }),
  }));
  const meet = { ...plain, events: plain.events.map((event) => ({ ...event, cup: scale })), races };
  const boards = folded(meet, factsOf(sheet, false), 5000);
  const board = stateOf(boards, `race/${meet.races[0]!.id}`) as Board;
  return { board, event: cupsOf(boards, meet.events[0]!.id), boards };
}

function lineOf({ bib, points, ...cells }: PrintedLine, cup: CupPoints | undefined): SheetLine {
  const sprints = Object.fromEntries(points.map((won, index) => [`S${index + 1}`, won]));
  const { total, time, ...before } = cells;
  const won = { 'World Cup points': cup?.points, '(N)': cup?.mark };
  return { key: bib, whose: cells.name, cells: { ...before, ...sprints, total, time, ...won } };
}

/** Every column; where World Cup points are other by the scale of all, a scale of the sheet's own must give them. */
export function compareMassStart(official: OfficialSheet): Check[] {
  const { title, printed: lines, cup } = official;
  const own = ownScales[title];
  const { board, event } = skatedMassStart(official, massScaleOf(title));
  const byOwn = own === undefined ? undefined : skatedMassStart(official, own.scale).event;
  const published = lines.map((line) => lineOf(line, cup.get(line.bib)));
  const ours = printed(board).map((line) => lineOf(line, event[line.bib]));
  return compareLines(title, published, ours, ({ key, cells }, column) => {
    const isCup = column === 'World Cup points';
    return isCup && byOwn?.[key]?.points === cells[column] ? own?.why : undefined;
  });
}
