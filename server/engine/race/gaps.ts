// Gaps and laps down (G1): to the leader and to the one ahead, at the last common crossing, in time and in laps.
import { lastOf, type Racer, startUsOf } from './racers.ts';

export interface Gap {
  readonly gapUs?: number;
  readonly intervalUs?: number;
  readonly lapsDown: number;
  /** M6: a lap down, or, of one who has finished, lapped when he did. */
  readonly lapped: boolean;
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

/**
 * Points by which the leader was further on when the racer was last seen, and by which he is further on now, less the one
 * to come; the latter says nothing of one who started with another gun (L8).
 */
function pointsDown(racer: Racer, leader: Racer): number {
  const last = lastOf(racer);
  if (last === undefined) return 0;
  const then = leader.passages.findLastIndex(({ timeUs }) => timeUs <= last.timeUs);
  const now = startUsOf(racer) === startUsOf(leader) ? leader.passages.length - 1 - 1 : 0;
  return Math.max(then - last.point, now - last.point, 0);
}

/** M6: the leader was through before this one had begun his last lap. */
function finishedLapped(racer: Racer, leader: Racer, perLap: number): boolean {
  const bell = racer.measured.at(-1 - perLap);
  const end = leader.measured.at(-1);
  return racer.finished && leader.finished && bell !== undefined && end !== undefined && bell.timeUs >= end.timeUs;
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
    const lapsDown = racer.placed ? 0 : Math.floor(pointsDown(racer, leader) / perLap);
    gaps.set(racer.entry, {
      lapsDown,
      lapped: lapsDown > 0 || finishedLapped(racer, leader, perLap),
      ...(gapUs !== undefined && { gapUs }),
      ...(intervalUs !== undefined && { intervalUs }),
    });
  }
  return gaps;
}
