// When the running clock of each start group stands: where all start together with the leader, elsewhere with the last of the group.
import type { MeetEvent } from '../../../shared/event.ts';
import { ridesInGroups } from '../disciplines/registry.ts';
import type { Guns } from './gun.ts';
import { isIn, type Racer } from './racers.ts';

export interface Stop {
  /** The newest instant at which somebody of the group reached the end; where all start together the leader's. */
  readonly us: number;
  /** Nobody of the group is on the way any more. */
  readonly all: boolean;
}

/** By start group; absent while nobody has reached the end. */
export function stopsOf(
  event: MeetEvent,
  racers: Iterable<Racer>,
  leader: Racer | undefined,
  { groupOf }: Guns,
): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop>();
  const waiting = new Set<string>();
  for (const racer of ridesInGroups(event) ? (leader === undefined ? [] : [leader]) : racers) {
    if (!isIn(racer)) continue;
    const group = groupOf(racer.entry);
    const at = racer.finished ? racer.measured.at(-1)?.instantUs : undefined;
    if (at === undefined) waiting.add(group);
    else stops.set(group, { us: Math.max(stops.get(group)?.us ?? at, at), all: true });
  }
  return new Map([...stops].map(([group, { us }]) => [group, { us, all: !waiting.has(group) }]));
}
