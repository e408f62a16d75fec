// The place of everybody after every crossing of a race, and how far behind the first (S2): the view of a race that is
// compared with nothing but itself.
import { memo } from '../memo.ts';
import type { Race } from '../race/race-state.ts';
import { isIn, type Racer } from '../race/racers.ts';
import type { Compared } from './compare.ts';
import { type EventView, splitKey } from './view.ts';

interface There {
  readonly racer: Racer;
  readonly timeUs: number;
}

/** Those who passed a point, the first first. On the way whoever was there had his place, whatever he was ruled out for later. */
function thereAt({ entrants }: Race, point: number): There[] {
  const there: There[] = [];
  for (const { racer } of entrants.values()) {
    const passage = racer.measured[point];
    if (passage !== undefined) there.push({ racer, timeUs: passage.timeUs });
  }
  return there.sort((a, b) => a.timeUs - b.timeUs);
}

/** T3: by untruncated times; equal ones share the place. */
function placesAt(race: Race, point: number): readonly (readonly [Racer, Compared])[] {
  const there = thereAt(race, point);
  const firstUs = there[0]?.timeUs ?? 0;
  let rank = 0;
  return there.map(({ racer, timeUs }, index) => {
    if (timeUs !== there[index - 1]?.timeUs) rank = index + 1;
    return [racer, { rank, ...(index > 0 && { diffUs: timeUs - firstUs }) }];
  });
}

/** At the end the place is that of the race: the photo finish and the referee have spoken. */
function placesAtEnd({ entrants }: Race, point: number): readonly (readonly [Racer, Compared])[] {
  const ranked = [...entrants.values()].flatMap(({ racer, rank }) => {
    const timeUs = isIn(racer) ? racer.measured[point]?.timeUs : undefined;
    return rank === undefined || timeUs === undefined ? [] : [{ racer, rank, timeUs }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  const firstUs = ranked[0]?.timeUs ?? 0;
  return ranked.map(({ racer, rank, timeUs }, index) => [
    racer,
    { rank, ...(index > 0 && { diffUs: timeUs - firstUs }) },
  ]);
}

/** Remembered, because a fact in one heat moves no place in another. */
export const placesOf = memo((race: Race): Pick<EventView, 'splits' | 'best'> => {
  const splits: Record<string, Compared> = {};
  const end = race.course.points.length - 1;
  for (const [point, { key }] of race.course.points.entries()) {
    const places = point === end ? placesAtEnd(race, point) : placesAt(race, point);
    for (const [{ entry }, compared] of places) splits[splitKey(entry, key)] = compared;
  }
  return { splits, best: {} };
});
