// Gaps and laps down (G1): to the leader and to the one ahead, at the last common crossing, in time and in laps.
import { lastOf, type Racer } from './racers.ts';

export interface Gap {
  readonly gapUs?: number;
  readonly intervalUs?: number;
  readonly lapsDown: number;
}

/** Behind `other` at the newest point both have passed; undefined before that, or where the order has changed since. */
export function behindUs(racer: Racer, other: Racer): number | undefined {
  const point = Math.min(racer.passages.length, other.passages.length) - 1;
  const mine = racer.passages[point];
  const theirs = other.passages[point];
  if (mine === undefined || theirs === undefined) return undefined;
  const us = mine.timeUs - theirs.timeUs;
  return us < 0 ? undefined : us;
}

/** Points by which the leader was further on when the racer was last seen, and by which he is further on now, less the one to come. */
function pointsDown(racer: Racer, leader: Racer): number {
  const last = lastOf(racer);
  if (last === undefined) return 0;
  const then = leader.passages.findLastIndex(({ timeUs }) => timeUs <= last.timeUs);
  return Math.max(then - last.point, leader.passages.length - 1 - 1 - last.point, 0);
}

/** The gaps of everybody in `order`, which is the order on the ice; `perLap` points make a lap. */
export function gapsOf(order: readonly Racer[], perLap: number): ReadonlyMap<string, Gap> {
  const leader = order[0];
  const gaps = new Map<string, Gap>();
  for (const [index, racer] of order.entries()) {
    if (leader === undefined || lastOf(racer) === undefined) continue;
    const ahead = order[index - 1];
    const gapUs = behindUs(racer, leader);
    const intervalUs = ahead === undefined ? undefined : behindUs(racer, ahead);
    gaps.set(racer.entry, {
      lapsDown: Math.floor(pointsDown(racer, leader) / perLap),
      ...(gapUs !== undefined && { gapUs }),
      ...(intervalUs !== undefined && { intervalUs }),
    });
  }
  return gaps;
}
