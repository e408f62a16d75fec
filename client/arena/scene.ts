// Which picture the arena page shows for what it knows. Pure.
import type { Board } from '../../shared/board.ts';

export type Scene = 'idle' | 'startList' | 'massStart' | 'result' | 'heat' | 'pairs' | 'standings';

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
 * Nothing known is idle; a pair, of skaters or of teams, and a heat of short track are one picture from call-up to
 * result; a mass start has three.
 */
export function sceneOf(board: Board | undefined): Scene {
  if (board === undefined) return 'idle';
  if (board.race.kind === 'shortTrack') return 'heat';
  return board.race.kind === 'massStart' ? ofMassStart[stageOf(board)] : 'pairs';
}

/** Ranked against the whole event, whose standings belong beside it. */
export function isRankedInEvent({ race: { kind } }: Pick<Board, 'race'>): boolean {
  return kind !== 'massStart' && kind !== 'shortTrack';
}

/** Skated to its end: what there is to see is a result. */
export function isOver({ race: { status } }: Pick<Board, 'race'>): boolean {
  return status === 'finished' || status === 'underReview' || status === 'official';
}
