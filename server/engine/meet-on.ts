// Which meet was on at an instant: the one where somebody was called up or started last. Looks at no board, so that it is
// found at once, however long ago it was.
import type { Fact } from '../../shared/facts.ts';
import { factsOf, type Meets, newestOf } from './meets.ts';

/** When the last of these that takes a race to the ice was accepted by then; 0 where none was. */
function takenToIceUs(facts: readonly Fact[], atUs: number): number {
  const last = facts.findLast(({ kind, acceptedUs }) => acceptedUs <= atUs && (kind === 'start' || kind === 'arm'));
  return last?.acceptedUs ?? 0;
}

/** Before anything happened anywhere it is the meet that was stored first. */
export function meetOnAt(meets: Meets, atUs: number): string | undefined {
  let [on] = meets.versions.keys();
  let lastUs = 0;
  for (const meet of meets.versions.keys()) {
    for (const { id } of newestOf(meets, meet)?.meet.races ?? []) {
      const us = takenToIceUs(factsOf(meets, id), atUs);
      if (us > lastUs) [on, lastUs] = [meet, us];
    }
  }
  return on;
}
