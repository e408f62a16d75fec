// The race a console shows that follows the ice, whatever everybody else is shown. Pure.
import type { RaceStatus } from '../../shared/board.ts';
import type { MeetState, Now } from '../../shared/meet-state.ts';

/** On the ice, the one that skates before the one that waits. */
const live: readonly RaceStatus[] = ['running', 'stopped', 'armed'];

/** Before the first race of a day is called up, it is the one to call up. */
export function followed(now: Now | undefined, races: MeetState['races'] = {}): string | undefined {
  if (now?.chosen !== true) return now?.race ?? now?.onIce.at(-1) ?? now?.next;
  const onIce = live.flatMap((status) => now.onIce.findLast((race) => races[race]?.status === status) ?? []);
  return onIce[0] ?? now.onIce.at(-1) ?? now.lastResult ?? now.next;
}
