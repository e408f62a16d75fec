// The groups on the ice (G2): a new one starts where the interval reaches the limit; they are named by size and place.
import type { Group } from '../../../shared/board.ts';
import { behindUs, type Gap } from './gaps.ts';
import { lastOf, type Racer } from './racers.ts';

/** A rider alone who gained this much on the group ahead within a point is riding across to it. */
const bridgingUs = 300_000;

function split(order: readonly Racer[], gaps: ReadonlyMap<string, Gap>, groupGapUs: number): Racer[][] {
  const groups: Racer[][] = [];
  for (const racer of order) {
    const open = groups.at(-1);
    const gap = gaps.get(racer.entry);
    const lapsDown = gap?.lapsDown ?? 0;
    const before = open?.at(-1);
    const lapsDownBefore = before === undefined ? 0 : (gaps.get(before.entry)?.lapsDown ?? 0);
    const near = (gap?.intervalUs ?? 0) < groupGapUs && lapsDown === lapsDownBefore;
    if (open !== undefined && near) open.push(racer);
    else groups.push([racer]);
  }
  return groups;
}

/** The largest group is the peloton, of equals the first; ahead of it are leader or break and chases, behind it the dropped. */
function nameOf(index: number, peloton: number, size: number): Group['name'] {
  if (index === peloton) return 'peloton';
  if (index > peloton) return 'dropped';
  if (index > 0) return 'chase';
  return size === 1 ? 'leader' : 'break';
}

/** How much nearer the first of a group came to the last of the group ahead between its last two points. */
function gainedUs(first: Racer, ahead: Racer): number {
  const point = Math.min(first.passages.length, ahead.passages.length) - 1;
  const mine = [first.passages[point - 1], first.passages[point]] as const;
  const theirs = [ahead.passages[point - 1], ahead.passages[point]] as const;
  if (!mine[0] || !mine[1] || !theirs[0] || !theirs[1]) return 0;
  return mine[0].timeUs - theirs[0].timeUs - (mine[1].timeUs - theirs[1].timeUs);
}

/** The groups of those who were seen and still race, by number from the front. */
export function groupsOf(
  order: readonly Racer[],
  gaps: ReadonlyMap<string, Gap>,
  groupGapUs: number,
): Record<string, Group> {
  const parts = split(
    order.filter((racer) => lastOf(racer) !== undefined && !racer.gone),
    gaps,
    groupGapUs,
  );
  const largest = parts.reduce((most, { length }) => Math.max(most, length), 0);
  const peloton = parts.findIndex(({ length }) => length === largest);
  const groups: Record<string, Group> = {};
  for (const [index, members] of parts.entries()) {
    const first = members[0] as Racer;
    const next = parts[index + 1]?.[0];
    const ahead = parts[index - 1]?.at(-1);
    const leadUs = next === undefined ? undefined : behindUs(next, first);
    const behind = index === 0 ? undefined : gaps.get(first.entry)?.gapUs;
    const bridging = ahead !== undefined && members.length === 1 && gainedUs(first, ahead) >= bridgingUs;
    groups[String(index + 1)] = {
      name: nameOf(index, peloton, members.length),
      size: members.length,
      entries: members.map(({ entry }) => entry),
      ...(leadUs !== undefined && { leadUs }),
      ...(behind !== undefined && { behindUs: behind }),
      ...(bridging && { bridging: [first.entry] }),
    };
  }
  return groups;
}
