// What laps are asked of a skater on the ice for a time he needs (N5): even ones in the tenths in which laps are told,
// and a last one that takes what is left.
import type { Says } from '../../../shared/board.ts';

const tenthUs = 100_000;

/** Of shorter races nobody asks for a lap. */
const lapsMin = 5;

/** How far somebody has come, and how far it is. */
export interface Way {
  /** Laps of the whole race. */
  readonly laps: number;
  readonly lapsLeft: number;
  /** Since the gun, at the last split. */
  readonly elapsedUs: number;
}

/** With these laps he is at the end in `targetUs` or less, and with none a tenth slower; undefined in short races, and where it is too late. */
export function askingRate(targetUs: number, { laps, lapsLeft, elapsedUs }: Way): Says | undefined {
  const leftUs = targetUs - elapsedUs;
  if (laps < lapsMin || lapsLeft < 1 || leftUs <= 0) return undefined;
  const floored = (us: number) => Math.trunc(us / tenthUs) * tenthUs;
  const lapUs = floored(leftUs / lapsLeft);
  const lastUs = floored(leftUs - (lapsLeft - 1) * lapUs);
  if (lapUs <= 0) return undefined;
  if (lapsLeft === 1) return { code: 'lastLap', values: { lastUs } };
  return { code: 'askingRate', values: { laps: lapsLeft - 1, lapUs, lastUs } };
}
