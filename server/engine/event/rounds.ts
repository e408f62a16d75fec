// The races of a meet in the order in which they lead on to each other.
import type { MeetEvent } from '../../../shared/event.ts';
import type { Meet, RaceDoc } from '../../../shared/meet.ts';
import { feedersOf, isFilled } from '../../../shared/rounds.ts';
import { memo } from '../memo.ts';

/** Races with those of earlier rounds first, else in the order given: each after all that it is filled from. */
export function byRound(races: readonly RaceDoc[], events: readonly MeetEvent[]): readonly RaceDoc[] {
  const places = new Map<string, ReadonlyMap<string, number>>();
  for (const { id, rounds = [] } of events) {
    if (rounds.length > 1) places.set(id, new Map(rounds.map((round, index) => [round.id, index])));
  }
  if (places.size === 0) return races;
  const placeOf = ({ event, round }: RaceDoc) => places.get(event)?.get(round ?? '') ?? 0;
  return races.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Of each race that is filled from earlier rounds, the races of those, in order of rounds and programme. */
export const feedersIn = memo((meet: Meet): ReadonlyMap<string, readonly RaceDoc[]> => {
  const feeders = new Map<string, readonly RaceDoc[]>();
  for (const event of meet.events) {
    if (event.rounds === undefined) continue;
    const races = meet.races.filter((doc) => doc.event === event.id);
    for (const doc of races) {
      if (!isFilled(doc, event)) continue;
      const rounds = feedersOf(event, doc.round);
      feeders.set(
        doc.id,
        rounds.flatMap(({ id }) => races.filter(({ round }) => round === id)),
      );
    }
  }
  return feeders;
});
