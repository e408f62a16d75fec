// Who may be in a race by its meet: its entries, or where it is filled from earlier rounds everybody who may be in those.
import type { EntryDoc, Meet, RaceDoc } from '../../shared/meet.ts';
import { feedersOf, isFilled } from '../../shared/rounds.ts';

interface Candidate {
  /** Where he is on a start list by name: the same in all rounds. */
  readonly origin: string;
  readonly race: string;
  readonly entry: EntryDoc;
}

/** True where the race of this meet lists nobody itself. */
export function isFilledIn({ events }: Meet, race: RaceDoc): boolean {
  const event = events.find(({ id }) => id === race.event);
  return event !== undefined && isFilled(race, event);
}

function candidatesOf(meet: Meet, race: RaceDoc): readonly Candidate[] {
  const event = meet.events.find(({ id }) => id === race.event);
  if (event === undefined || !isFilled(race, event)) {
    return race.entries.map((entry) => ({ origin: `${race.id}/${entry.id}`, race: race.id, entry }));
  }
  const rounds = new Set(feedersOf(event, race.round).map(({ id }) => id));
  const earlier = meet.races.filter((one) => one.event === event.id && rounds.has(one.round ?? ''));
  const found = new Map<string, Candidate>();
  for (const candidate of earlier.flatMap((one) =>
    candidatesOf(meet, one).map((each) => ({ ...each, race: one.id })),
  )) {
    if (!found.has(candidate.origin)) found.set(candidate.origin, candidate);
  }
  const ids = [...found.values()].map(({ entry }) => entry.id);
  // S11: an id that two have becomes `<race>.<entry>`.
  return [...found.values()].map((one) => {
    const isShared = ids.indexOf(one.entry.id) !== ids.lastIndexOf(one.entry.id);
    return isShared ? { ...one, entry: { ...one.entry, id: `${one.race}.${one.entry.id}` } } : one;
  });
}

/** By their ids in this race. */
export function startListOf(meet: Meet, race: RaceDoc): readonly EntryDoc[] {
  return candidatesOf(meet, race).map(({ entry }) => entry);
}
