// The classification over several distances (L10): samalogs added, live over the distances ridden so far.
import type { Combined, MeetEvent } from '../../../shared/event.ts';
import type { EventState, Standing } from '../../../shared/meet-state.ts';
import { type Counted, ranked } from './ranks.ts';
import { personOf } from './results.ts';
import { samalogOf } from './samalog.ts';

/** One distance as it stands. */
export interface Ridden {
  readonly event: MeetEvent;
  readonly state: EventState;
  /** Nothing is to come of it. */
  readonly over: boolean;
}

interface Part {
  readonly ridden: Ridden;
  readonly order: number;
  readonly standing: Standing | undefined;
  /** Thousandths of a point; absent without a result. */
  readonly samalog: number | undefined;
}

interface Total extends Counted {
  readonly key: string;
  readonly parts: readonly Part[];
  readonly isRanked: boolean;
}

/** Of runs that are added each is a distance of its own. */
function pointsOf({ event }: Ridden, { timeUs, rank, parts }: Standing): number | undefined {
  if (timeUs === undefined || rank === undefined || !('distance' in event)) return undefined;
  if (event.kind !== 'pairs' || event.rules.runsCount === 'best' || parts === undefined) {
    return samalogOf(timeUs, event.distance);
  }
  return Object.values(parts).reduce((sum, run) => sum + samalogOf(run.timeUs ?? 0, event.distance), 0);
}

/** No result will come of it any more: ruled out, or the distance is over. */
function hasFailed({ ridden, standing, samalog }: Part): boolean {
  return standing !== undefined && samalog === undefined && (standing.status !== undefined || ridden.over);
}

/** Who was not in a distance that others rode may still stand with what he has, but not with a later one instead. */
function hasGap(parts: readonly Part[]): boolean {
  const last = parts.findLastIndex(({ samalog }) => samalog !== undefined);
  return parts.some(({ samalog, ridden }, i) => i < last && samalog === undefined && ridden.over);
}

function totalOf(key: string, parts: readonly Part[]): Total {
  const counting = parts.filter(({ samalog }) => samalog !== undefined);
  return {
    key,
    parts,
    count: counting.length,
    value: counting.reduce((sum, { samalog = 0 }) => sum + samalog, 0),
    isRanked: counting.length > 0 && !parts.some(hasFailed) && !hasGap(parts),
  };
}

/** By athlete, and where there is none by name and nation or club; in the order in which they come up. */
function peopleOf(distances: readonly Ridden[]): Map<string, Map<Ridden, Standing>> {
  const people = new Map<string, Map<Ridden, Standing>>();
  for (const ridden of distances) {
    for (const standing of Object.values(ridden.state.standings).sort((a, b) => a.order - b.order)) {
      const person = personOf(standing);
      const known = people.get(person) ?? new Map<Ridden, Standing>();
      if (!known.has(ridden)) known.set(ridden, standing);
      people.set(person, known);
    }
  }
  return people;
}

function partOf({ order, standing, samalog }: Part): NonNullable<Standing['parts']>[string] {
  const { race, rank, timeUs, status } = standing ?? {};
  return {
    order,
    ...(race !== undefined && { race }),
    ...(rank !== undefined && { rank }),
    ...(timeUs !== undefined && { timeUs }),
    ...(status !== undefined && { status }),
    ...(samalog !== undefined && { samalog, counts: true as const }),
  };
}

function lineOf({ parts, count, value }: Total, rank: number | undefined): Omit<Standing, 'order'> | undefined {
  const listed = parts.filter(({ standing }) => standing !== undefined);
  const newest = listed.findLast(({ samalog }) => samalog !== undefined) ?? listed.at(-1);
  if (newest?.standing === undefined) return undefined;
  const { race, entry, athlete, bib, name, nation, club } = newest.standing;
  const status = parts.find(hasFailed)?.standing?.status;
  return {
    ...{ race, entry, name },
    ...(rank !== undefined && { rank }),
    ...(athlete !== undefined && { athlete }),
    ...(bib !== undefined && { bib }),
    ...(nation !== undefined && { nation }),
    ...(club !== undefined && { club }),
    ...(status !== undefined && { status }),
    ...(count > 0 && { samalog: value }),
    parts: Object.fromEntries(listed.map((part) => [part.ridden.event.id, partOf(part)])),
  };
}

/** The state of a combined event from its distances, in their order. */
export function combinedState({ id, name }: Combined, meet: string, distances: readonly Ridden[]): EventState {
  const official = distances.length > 0 && distances.every(({ state }) => state.event.official);
  const totals = [...peopleOf(distances)].map(([key, by]) =>
    totalOf(
      key,
      distances.map((ridden, i) => {
        const standing = by.get(ridden);
        return { ridden, order: i + 1, standing, samalog: standing && pointsOf(ridden, standing) };
      }),
    ),
  );
  const inRanks = ranked(totals.filter(({ isRanked }) => isRanked));
  const others = totals.filter(({ isRanked }) => !isRanked).sort((a, b) => b.count - a.count || a.value - b.value);
  const lines = [
    ...inRanks.map(({ item, rank }) => [item.key, lineOf(item, rank)] as const),
    ...others.map((item) => [item.key, lineOf(item, undefined)] as const),
  ];
  const standings = lines.flatMap(([key, line], i): [string, Standing][] =>
    line === undefined ? [] : [[key, { ...line, order: i + 1, ...(!official && { provisional: true as const }) }]],
  );
  return {
    event: { id, name, kind: 'combined', meet, ...(official && { official: true as const }) },
    standings: Object.fromEntries(standings),
  };
}
