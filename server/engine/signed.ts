// What a signature froze: the race as it was when it was signed, whatever windows, assignments or documents moved since (O1).
import type { Fact } from '../../shared/facts.ts';
import { looseOf, nothingLoose } from './loose.ts';
import { asOf, factsOf, type Meets, newestOf, noRace } from './meets.ts';
import { bind } from './race/bind.ts';
import { doorsOf, merged } from './race/door.ts';
import type { RaceInput } from './race/race.ts';
import type { Window } from './race/window.ts';

/** Those of the loose facts that can bear on a race with these windows; the others need no second look. */
function near(loose: readonly Fact[], windows: readonly Window[], offsets: ReadonlyMap<string, number>): Fact[] {
  const amended = new Set(loose.flatMap((fact) => (fact.kind === 'amend' ? [fact.target] : [])));
  return loose.filter((fact) => {
    if (fact.kind !== 'passing' || amended.has(fact.id)) return true;
    const at = fact.at - (offsets.get(fact.source) ?? 0);
    return windows.some(({ fromUs, toUs }) => at >= fromUs && at < toUs);
  });
}

/** What the race was computed from when the journal had come to `seq`. */
export function inputAt(all: Meets, meetId: string, race: string, seq: number): RaceInput | undefined {
  const meets = asOf(all, meetId, seq);
  const meet = newestOf(meets, meetId)?.meet;
  const doc = meet?.races.find(({ id }) => id === race);
  const event = meet?.events.find(({ id }) => id === doc?.event);
  if (meet === undefined || doc === undefined || event === undefined) return undefined;
  const loose = looseOf(nothingLoose, factsOf(meets, noRace));
  const athletes = new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  const own = (id: string) => factsOf(meets, id);
  const doors = doorsOf(undefined, { meet, athletes, general: loose.general }, own).map(({ door }) => door);
  const door = doors.find((one) => one.race === race);
  if (door === undefined) return undefined;
  const bound = bind(near(loose.all, door.windows, door.offsets), doors).facts.get(race) ?? [];
  return { doc, event, athletes, roster: door.roster, facts: merged(loose.general, own(race), bound) };
}
