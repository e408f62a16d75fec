// Whoever joins in mid-race must end with the same board: rows as a screen shows them, without what only a file knows.
import type { Board } from '../../shared/board.ts';
import { Follower } from './follower.ts';
import { linesOf } from './recording.ts';

/** What a race came to, without ranks, which need the races before it, and without instants of two clocks. */
export function outcomeOf(board: Board | undefined): unknown {
  if (board === undefined) return undefined;
  const rows = Object.entries(board.rows).map(
    ([entry, { name, bib, status, laps, timeUs, lapUs, basis, flags, marks, splits }]) => [
      entry,
      { name, bib, status, laps, timeUs, lapUs, basis, finished: flags.finished, marks },
      Object.entries(splits).map(([point, split]) => [point, split.timeUs, split.lapUs, split.basis]),
    ],
  );
  return { status: board.race.status, laps: board.laps, rows };
}

/** The races of `file` that came to another board than in `whole`. */
export function unequalRaces(whole: Follower, file: string): string[] {
  const part = new Follower().hearAll(linesOf(file));
  return part.races().filter((race) => {
    const ours = part.board(race);
    const isOver = ours?.race.status === 'finished';
    return isOver && JSON.stringify(outcomeOf(ours)) !== JSON.stringify(outcomeOf(whole.board(race)));
  });
}

export function finishedRaces(file: string): string[] {
  const part = new Follower().hearAll(linesOf(file));
  return part.races().filter((race) => part.board(race)?.race.status === 'finished');
}
