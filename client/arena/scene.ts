// Which picture of a race the arena page shows for what it knows. Pure.
import type { Board } from '../../shared/board.ts';

export type Scene = 'startList' | 'massStart' | 'result' | 'heat' | 'pairs';

/** Before the gun, on the ice, or skated. */
export type Stage = 'before' | 'on' | 'over';

export function stageOf({ race: { status } }: Pick<Board, 'race'>): Stage {
  switch (status) {
    case 'scheduled':
    case 'armed':
    case 'cancelled':
      return 'before';
    case 'running':
    case 'stopped':
      return 'on';
    default:
      return 'over';
  }
}

const ofMassStart: Readonly<Record<Stage, Scene>> = { before: 'startList', on: 'massStart', over: 'result' };

/**
 * A pair, of skaters or of teams, and a heat of short track are one picture from call-up to result; a mass start has three,
 * and an operator may want another than that of its stage.
 */
export function sceneOf(board: Board, stage: Stage = stageOf(board)): Scene {
  if (board.race.kind === 'shortTrack') return 'heat';
  return board.race.kind === 'massStart' ? ofMassStart[stage] : 'pairs';
}

/** Ranked against the whole event, whose standings belong beside it. */
export function isRankedInEvent({ race: { kind } }: Pick<Board, 'race'>): boolean {
  return kind !== 'massStart' && kind !== 'shortTrack';
}

/** Skated to its end: what there is to see is a result. */
export function isOver({ race: { status } }: Pick<Board, 'race'>): boolean {
  return status === 'finished' || status === 'underReview' || status === 'official';
}
