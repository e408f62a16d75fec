// How warm a lap time is among those of its race: the colour of the heat grid. Pure.
import type { Board } from '../../shared/board.ts';
import { type LapPoint, median } from '../kit/trends.ts';

export interface LapScale {
  readonly middleUs: number;
  /** From the middle to the full colour. */
  readonly spreadUs: number;
}

/** A spread below this would paint the noise. */
const spreadLeastUs = 300_000;

/** The middle lap of the race and how far its laps lie apart; the first lap, from standing, is no measure of another. */
export function lapScale({ rows }: Pick<Board, 'rows'>, points: readonly LapPoint[]): LapScale | undefined {
  const laps = Object.values(rows).flatMap(({ splits }) =>
    points.slice(1).flatMap(({ id }) => splits[id]?.lapUs ?? []),
  );
  const middleUs = median(laps);
  if (middleUs === undefined) return undefined;
  const away = laps.map((lapUs) => Math.abs(lapUs - middleUs)).sort((a, b) => a - b);
  return { middleUs, spreadUs: Math.max(spreadLeastUs, away[Math.floor(away.length * 0.75)] ?? 0) };
}

/** From -1, the fastest, to 1, the slowest. */
export function heatOf(lapUs: number, { middleUs, spreadUs }: LapScale): number {
  return Math.max(-1, Math.min(1, (lapUs - middleUs) / spreadUs));
}
