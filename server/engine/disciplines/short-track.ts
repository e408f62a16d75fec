// Short track: who is over the line first is first, whatever the times (rules S2, S7). Rounds and who goes on are the event's.

import type { ShortTrackRules } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import { gapsOf } from '../race/gaps.ts';
import { groupsOf } from '../race/groups.ts';
import { orderOf, uncertainOf } from '../race/order.ts';
import type { Entrant } from '../race/race-state.ts';
import { isIn, isThrough, type Racer, resultOf } from '../race/racers.ts';
import type { PhotoOrder } from '../race/sprints.ts';
import { type DisciplineInput, finishOrder, type Outcome } from './discipline.ts';

/** Two with one place: the photo finish saw a dead heat, or did not name both and their times are equal to the thousandth. */
function isDeadHeat(a: Racer, b: Racer, tiers: ReadonlyMap<string, number>): boolean {
  const [tierA, tierB] = [tiers.get(a.entry), tiers.get(b.entry)];
  if (tierA !== undefined || tierB !== undefined) return tierA === tierB;
  const [endA, endB] = [resultOf(a), resultOf(b)];
  return endA !== undefined && endB !== undefined && truncateUs(endA.timeUs, 3) === truncateUs(endB.timeUs, 3);
}

/** Places by the order over the line; in a dead heat the same, and the next is skipped (T5). */
function placesOf(order: readonly Racer[], finish: PhotoOrder | undefined): ReadonlyMap<Racer, number> {
  const tiers = new Map(finish?.flatMap((tier, place) => tier.map((entry) => [entry, place] as const)));
  const places = new Map<Racer, number>();
  let place = 0;
  for (const [index, racer] of order.entries()) {
    const ahead = order[index - 1];
    if (ahead === undefined || !isDeadHeat(ahead, racer, tiers)) place = index + 1;
    places.set(racer, place);
  }
  return places;
}

/** S7: on the ice when the referee ended the race; of one who was never seen nobody knows that he was. */
function isCutShort(racer: Racer, closed: boolean): boolean {
  return closed && isIn(racer) && !isThrough(racer) && racer.passages.length > 0;
}

export function shortTrack(rules: ShortTrackRules, { course, racers, photo, closed }: DisciplineInput): Outcome {
  const finish = photo.get(finishOrder);
  const order = orderOf(racers, finish);
  const gaps = gapsOf(order, course.perLap);
  const groups = groupsOf(order, gaps, rules.groupGapUs);
  const groupOf = new Map(Object.entries(groups).flatMap(([n, { entries }]) => entries.map((e) => [e, Number(n)])));
  const started = [...racers.values()].some(({ passages }) => passages.length > 0);
  const placed = order.filter((racer) => started && (!closed || isThrough(racer) || racer.passages.length > 0));
  const places = placesOf(placed, finish);
  const uncertain = uncertainOf(order, finish);
  const rows = [...order, ...[...racers.values()].filter((racer) => !isIn(racer))];
  const entrants = new Map<string, Entrant>();
  for (const racer of rows) {
    const { entry } = racer;
    const gap = gaps.get(entry);
    const group = groupOf.get(entry);
    const position = placed.indexOf(racer) + 1;
    const rank = places.get(racer);
    const result = resultOf(racer);
    entrants.set(entry, {
      racer,
      order: entrants.size + 1,
      uncertain: uncertain.has(entry),
      ...(position > 0 && { position }),
      ...(rank !== undefined && { rank }),
      ...(gap !== undefined && { gap }),
      ...(group !== undefined && { group }),
      ...(result !== undefined && { result }),
      ...(isCutShort(racer, closed) && { cutShort: true as const }),
    });
  }
  // A fallen skater may get up and finish: only he himself or the referee ends his race.
  const ended = closed || (racers.size > 0 && order.every(isThrough));
  return { entrants, groups, sprints: [], leader: order[0], ended };
}
