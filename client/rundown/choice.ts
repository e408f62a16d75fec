// What an operator has chosen: a graphic, whom or which sprint it is about, and the take that follows. Pure.
import type { Board } from '../../shared/board.ts';
import type { Graphic, Take } from '../../shared/on-air.ts';
import { featuredSprint, sprintKeys } from '../kit/sprint-words.ts';

/** In the order of their numbers. */
export const graphics: readonly Graphic[] = [
  'clock',
  'tower',
  'pair',
  'group',
  'sprint',
  'athlete',
  'result',
  'needs',
  'correction',
];

/** These are of whatever is on: nobody takes a clock anew for every pair. */
const following: readonly Graphic[] = ['clock', 'tower', 'pair', 'group'];

export interface Choice {
  readonly graphic: Graphic;
  readonly entry?: string | undefined;
  readonly sprint?: string | undefined;
}

/** The entries of a race as they stand. */
function entriesOf({ rows }: Board): readonly string[] {
  return Object.entries(rows)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([entry]) => entry);
}

/** Whom or what the graphic may be about, and which of them it is. */
export function optionsOf({ graphic, entry, sprint }: Choice, board: Board): { of: readonly string[]; at: number } {
  if (graphic === 'athlete') {
    const of = entriesOf(board);
    return { of, at: Math.max(0, of.indexOf(entry ?? '')) };
  }
  if (graphic !== 'sprint') return { of: [], at: 0 };
  const of = sprintKeys(board.sprints);
  return { of, at: Math.max(0, of.indexOf(sprint ?? featuredSprint(board) ?? '')) };
}

/** The next option, or the one before, round and round. */
export function stepped(choice: Choice, board: Board, by: 1 | -1): Choice {
  const { of, at } = optionsOf(choice, board);
  if (of.length === 0) return choice;
  const option = of[(at + by + of.length) % of.length];
  return choice.graphic === 'athlete' ? { ...choice, entry: option } : { ...choice, sprint: option };
}

/** `asked`: the page stays with one race. */
export function takeOf(choice: Choice, board: Board, asked: string | undefined): Take {
  const { graphic } = choice;
  const { of, at } = optionsOf(choice, board);
  const option = of[at];
  const race = following.includes(graphic) ? asked : board.race.id;
  return {
    graphic,
    ...(race !== undefined && { race }),
    ...(graphic === 'athlete' && option !== undefined && { entry: option }),
    ...(graphic === 'sprint' && option !== undefined && { sprint: option }),
  };
}
