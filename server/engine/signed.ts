// What a signature froze: the race as it was when it was signed, whatever windows, assignments or documents moved since (O1).
import type { Fact } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import { generalOf, type Loose } from './loose.ts';
import { factsOf, type Meets, upTo } from './meets.ts';
import { bind } from './race/bind.ts';
import { type Door, doorOf, merged, type Setting, windowsAlone } from './race/door.ts';
import type { RaceInput } from './race/race.ts';
import type { Window } from './race/window.ts';

function overlap(a: readonly Window[], b: readonly Window[]): boolean {
  return a.some((one) => b.some((other) => one.fromUs < other.toUs && other.fromUs < one.toUs));
}

/** The doors of those races that could have claimed a reading of this one, in the order of the programme. */
function rivals(meet: Meet, race: string, setting: Setting, ownOf: (race: string) => readonly Fact[]): readonly Door[] {
  const windows = meet.races.map(({ id }) => windowsAlone(setting.general, ownOf(id)));
  const mine = windows[meet.races.findIndex(({ id }) => id === race)] ?? [];
  // Where clocks were compared for one race alone, instants of two races are not comparable as they stand.
  const hasClock = (id: string) => ownOf(id).some(({ kind }) => kind === 'sync');
  return meet.races
    .filter(({ id }, i) => id === race || hasClock(id) || hasClock(race) || overlap(mine, windows[i] ?? []))
    .map((doc) => doorOf(doc, setting, ownOf(doc.id)));
}

/** Those of the loose facts up to `seq` that can bear on a race behind this door; the others need no second look. */
function near({ all, decisions }: Loose, seq: number, { windows, offsets }: Door): Fact[] {
  const amended = new Set(decisions.flatMap((fact) => (fact.kind === 'amend' ? [fact.target] : [])));
  return all.filter((fact) => {
    if (fact.seq > seq) return false;
    if (fact.kind !== 'passing' || amended.has(fact.id)) return true;
    const shift = offsets.get(fact.source) ?? 0;
    return windows.some(({ fromUs, toUs }) => fact.at >= fromUs + shift && fact.at < toUs + shift);
  });
}

/** What the race was computed from when the journal had come to `seq`. */
export function inputAt(meets: Meets, loose: Loose, meetId: string, race: string, seq: number): RaceInput | undefined {
  const meet = upTo(meets.versions.get(meetId) ?? [], seq).at(-1)?.meet;
  const doc = meet?.races.find(({ id }) => id === race);
  const event = meet?.events.find(({ id }) => id === doc?.event);
  if (meet === undefined || doc === undefined || event === undefined) return undefined;
  const athletes = new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  const general = generalOf(upTo(loose.decisions, seq));
  const own = (id: string) => upTo(factsOf(meets, id), seq);
  const doors = rivals(meet, race, { meet, athletes, general }, own);
  const door = doors.find((one) => one.race === race);
  if (door === undefined) return undefined;
  const bound = bind(near(loose, seq, door), doors).facts.get(race) ?? [];
  return { doc, event, athletes, roster: door.roster, facts: merged(general, own(race), bound) };
}
