// What the meet document and the standings know of a skater besides the race that is on. Pure.
import type { Row } from '../../shared/board.ts';
import type { Meet } from '../../shared/meet.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';

export interface AthleteFacts {
  readonly pbUs?: number | undefined;
  readonly sbUs?: number | undefined;
  readonly note?: string | undefined;
}

/** Of the entry on the start list of the race, else of a race of the same event: who came through a round has no other. */
export function factsOf(
  meet: Meet | undefined,
  race: { id: string; event: string },
  entry: string,
  row: Row,
): AthleteFacts {
  if (meet === undefined) return {};
  const races = meet.races.filter(({ id, event }) => id === race.id || event === race.event);
  const mine = races
    .sort((a, b) => Number(b.id === race.id) - Number(a.id === race.id))
    .flatMap(({ entries }) => entries)
    .filter((one) => (row.athlete === undefined ? one.id === entry : one.athlete === row.athlete));
  return {
    pbUs: mine.find(({ pbUs }) => pbUs !== undefined)?.pbUs,
    sbUs: mine.find(({ sbUs }) => sbUs !== undefined)?.sbUs,
    note: meet.athletes.find(({ id }) => id === row.athlete)?.note,
  };
}

/** Races of the same meet that he skated before this one, in the order of the programme. */
export function earlierRaces(meet: Meet | undefined, race: string, athlete: string | undefined): Meet['races'] {
  if (meet === undefined || athlete === undefined) return [];
  const before = meet.races.slice(
    0,
    Math.max(
      0,
      meet.races.findIndex(({ id }) => id === race),
    ),
  );
  return before.filter(({ entries }) => entries.some((one) => one.athlete === athlete));
}

/** His line in the standings of the event. */
export function standingOf(event: EventState | undefined, entry: string, { athlete }: Row): Standing | undefined {
  const all = Object.values(event?.standings ?? {});
  return all.find((one) => (athlete === undefined ? one.entry === entry : one.athlete === athlete));
}
