// How the rounds of an event hang together: which lead on to which, and which races are filled from them. Documents only.
import type { MeetEvent, Round } from '../../../shared/event.ts';
import type { Meet, RaceDoc } from '../../../shared/meet.ts';
import { memo } from '../memo.ts';

/** The rounds that one may go on to from the round at `index`, each once, in the order in which they are told. */
export function goalsOf(rounds: readonly Round[], index: number): readonly string[] {
  const round = rounds[index];
  if (round === undefined) return [];
  const { advance, fastest } = round;
  const next = rounds[index + 1]?.id;
  const goals = [...advance, ...(fastest === undefined ? [] : [fastest])].map(({ to }) => to ?? next);
  return [...new Set(goals.filter((goal) => goal !== undefined))];
}

/** The rounds that lead to this one, first to last. */
export function feedersOf({ rounds = [] }: MeetEvent, round: string | undefined): readonly Round[] {
  return rounds.filter((_, index) => round !== undefined && goalsOf(rounds, index).includes(round));
}

/** Its start list follows from earlier rounds: it lists nobody itself. */
export function isFilled(doc: RaceDoc, event: MeetEvent): boolean {
  return doc.entries.length === 0 && feedersOf(event, doc.round).length > 0;
}

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
