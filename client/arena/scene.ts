// Which picture the arena page shows for what it knows. Pure.
import type { Board } from '../../shared/board.ts';

export type Scene = 'idle' | 'startList' | 'massStart' | 'result' | 'pairs' | 'standings';

/**
 * Nothing known is idle; a pair, of skaters or of teams, is one picture from call-up to result; a mass start has three.
 */
export function sceneOf(board: Board | undefined): Scene {
  if (board === undefined) return 'idle';
  if (board.race.kind !== 'massStart') return 'pairs';
  switch (board.race.status) {
    case 'scheduled':
    case 'armed':
    case 'cancelled':
      return 'startList';
    case 'running':
    case 'stopped':
      return 'massStart';
    default:
      return 'result';
  }
}

/** Skated to its end: what there is to see is a result. */
export function isOver({ race: { status } }: Pick<Board, 'race'>): boolean {
  return status === 'finished' || status === 'underReview' || status === 'official';
}
