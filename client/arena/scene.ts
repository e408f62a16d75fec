// Which picture the arena page shows for what it knows. Pure.
import type { Board } from '../../shared/board.ts';

export type Scene = 'idle' | 'startList' | 'massStart' | 'result' | 'pairs';

/** Nothing known is idle; a pair is one picture from call-up to result; a mass start has three. */
export function sceneOf(board: Board | undefined): Scene {
  if (board === undefined) return 'idle';
  if (board.race.kind === 'pairs') return 'pairs';
  switch (board.race.status) {
    case 'scheduled':
    case 'armed':
    case 'cancelled':
      return 'startList';
    case 'running':
    case 'stopped':
      return 'massStart';
    case 'finished':
    case 'underReview':
    case 'official':
      return 'result';
  }
}
