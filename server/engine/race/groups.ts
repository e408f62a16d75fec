// The groups on the ice (G2): a new one starts where the interval reaches the limit; they are named by size and place.
import type { Group } from '../../../shared/board.ts';
import { behindUs, type Gap } from './gaps.ts';
import { lastOf, type Racer } from './racers.ts';

/** A rider alone who gained this much on the group ahead within a point is riding across to it. */
const bridgingUs = 300_000;

/** The number of each racer's group at a point, counted over all who have passed it. */
function numbersAt(order: readonly Racer[], point: number, groupGapUs: number): ReadonlyMap<Racer, number> {
  const passed = order.filter(({ passages }) => passages[point] !== undefined);
  const timeOf = (racer: Racer) => racer.passages[point]?.timeUs ?? 0;
  passed.sort((a, b) => timeOf(a) - timeOf(b));
  const numbers = new Map<Racer, number>();
  let number = 0;
  for (const [index, racer] of passed.entries()) {
    const before = passed[index - 1];
    if (before !== undefined && timeOf(racer) - timeOf(before) >= groupGapUs) number += 1;
    numbers.set(racer, number);
  }
  return numbers;
}

/**
 * Neighbours at the same point are near by their interval. While a bunch is half over the line, the last across and
 * the first to come may have swapped its ends since: they are near if one group held both at the point before.
 */
function near(
  racer: Racer,
  ahead: Racer,
  numbers: ReadonlyMap<Racer, number> | undefined,
  groupGapUs: number,
): boolean {
  if (racer.passages.length === ahead.passages.length) return (behindUs(racer, ahead) ?? 0) < groupGapUs;
  return numbers?.get(racer) === numbers?.get(ahead);
}

function split(order: readonly Racer[], gaps: ReadonlyMap<string, Gap>, groupGapUs: number): Racer[][] {
  const groups: Racer[][] = [];
  const lapsDown = ({ entry }: Racer) => gaps.get(entry)?.lapsDown ?? 0;
  let numbers: ReadonlyMap<Racer, number> | undefined;
  for (const racer of order) {
    const open = groups.at(-1);
    const ahead = open?.at(-1);
    if (ahead !== undefined && ahead.passages.length > racer.passages.length) {
      numbers = numbersAt(order, racer.passages.length - 1, groupGapUs);
    }
    const joins = ahead !== undefined && lapsDown(racer) === lapsDown(ahead) && near(racer, ahead, numbers, groupGapUs);
    if (open !== undefined && joins) open.push(racer);
    else groups.push([racer]);
  }
  return groups;
}

/** Ahead of the peloton are leader or break and chases, behind it the dropped. */
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

/** The largest group, of equals the first; where several all ride alone, nobody does. */
function pelotonOf(parts: readonly (readonly Racer[])[]): number {
  const largest = parts.reduce((most, { length }) => Math.max(most, length), 0);
  return largest === 1 && parts.length > 1 ? parts.length : parts.findIndex(({ length }) => length === largest);
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
  const peloton = pelotonOf(parts);
  const groups: Record<string, Group> = {};
  for (const [index, members] of parts.entries()) {
    const first = members[0] as Racer;
    const next = parts[index + 1]?.[0];
    const ahead = parts[index - 1]?.at(-1);
    const leadUs = next === undefined ? undefined : behindUs(next, first);
    const behind = index === 0 ? undefined : gaps.get(first.entry)?.gapUs;
    const name = nameOf(index, peloton, members.length);
    // Between break and peloton: a dropped rider who gains a little rides across to nobody.
    const crosses = name === 'chase' && members.length === 1;
    const bridging = crosses && ahead !== undefined && gainedUs(first, ahead) >= bridgingUs;
    groups[String(index + 1)] = {
      name,
      size: members.length,
      entries: members.map(({ entry }) => entry),
      ...(leadUs !== undefined && { leadUs }),
      ...(behind !== undefined && { behindUs: behind }),
      ...(bridging && { bridging: [first.entry] }),
    };
  }
  return groups;
}
