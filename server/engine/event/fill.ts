// Where those who go on are put in the next round: in one race in order, over several like a snake (M8, S3).
import type { MeetEvent } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import { feedersOf, isFilled } from '../../../shared/rounds.ts';
import type { Race } from '../race/race-state.ts';
import { type Advance, advancesIn, placeOf } from './advancement.ts';

/** Time in thousandths for the seeding; who has none comes last. */
function timeOf({ entrant: { result } }: Advance): number {
  return result === undefined ? Number.MAX_SAFE_INTEGER : truncateUs(result.timeUs, 3);
}

function rankOf(advance: Advance): number {
  return placeOf(advance) ?? Number.MAX_SAFE_INTEGER;
}

/**
 * M8: the winners of all races, then the second ones, …, of equal places the one of the earlier race first; over several
 * races the faster one first (S3). Whom the referee moved on comes last (S4).
 */
function inOrder(advances: readonly Advance[], byTime: boolean): readonly Advance[] {
  const sorted = advances.toSorted(
    (a, b) => Number(a.beyond) - Number(b.beyond) || rankOf(a) - rankOf(b) || (byTime ? timeOf(a) - timeOf(b) : 0),
  );
  return sorted;
}

/** Those of `all` that the `index`th of so many races gets, dealt out from the first race to the last and back again. */
function dealt<T>(all: readonly T[], races: number, index: number): readonly T[] {
  return all.filter((_, place) => {
    const round = Math.floor(place / races);
    const at = place % races;
    return (round % 2 === 0 ? at : races - 1 - at) === index;
  });
}

/** Who is in a race that is filled: its start list in order, as it stands. `docs` are all races of the event, `races` those of earlier rounds. */
export function fillOf(
  doc: RaceDoc,
  event: MeetEvent,
  docs: readonly RaceDoc[],
  races: readonly Race[],
): readonly Advance[] {
  const feeders = new Set(feedersOf(event, doc.round).map(({ id }) => id));
  const coming = advancesIn(event, races).filter(
    ({ to, race }) => to === doc.round && feeders.has(race.doc.round ?? ''),
  );
  const open = docs.filter((other) => other.round === doc.round && isFilled(other, event) && other.cancelled !== true);
  const index = open.findIndex(({ id }) => id === doc.id);
  if (index === -1) return [];
  return dealt(inOrder(coming, open.length > 1), open.length, index);
}
