// The second step of the fold: every race computed from its facts, those bound to it by window among them.
import { type OperatorFunction, scan } from 'rxjs';
import type { Fact } from '../../shared/facts.ts';
import type { Athlete, Meet, RaceDoc } from '../../shared/meet.ts';
import { type Loose, looseOf, nothingLoose } from './loose.ts';
import { factsOf, type Meets, newestOf, noMeets } from './meets.ts';
import type { Binding } from './race/bind.ts';
import { type Door, doorsOf, type Hung, merged, type Setting } from './race/door.ts';
import type { RaceInput } from './race/race.ts';
import type { RaceState } from './race/race-state.ts';
import { rebind } from './race/rebind.ts';
import { stateOf } from './race/state.ts';
import { reuse } from './reuse.ts';
import { inputAt } from './signed.ts';

/** One race with what it was computed from, so that it is computed again only when that changed. */
export interface RaceFold {
  readonly own: readonly Fact[];
  readonly bound: readonly Fact[];
  readonly door: Door;
  readonly general: readonly Fact[];
  readonly input: RaceInput;
  readonly state: RaceState;
}

export interface MeetRaces {
  readonly meet: Meet;
  readonly version: number;
  readonly setting: Setting;
  readonly hung: readonly Hung[];
  readonly doors: readonly Door[];
  readonly binding: Binding;
  readonly loose: Loose;
  readonly races: ReadonlyMap<string, RaceFold>;
}

export interface Races {
  readonly meets: Meets;
  readonly loose: Loose;
  readonly byMeet: ReadonlyMap<string, MeetRaces>;
}

export const noRaces: Races = { meets: noMeets, loose: nothingLoose, byMeet: new Map() };

const none: readonly Fact[] = [];

/** The list of before where `list` holds the same things. */
function kept<T>(before: readonly T[] | undefined, list: readonly T[]): readonly T[] {
  if (before === list) return list;
  return before !== undefined && before.length === list.length && before.every((item, i) => item === list[i])
    ? before
    : list;
}

interface RaceParts {
  readonly doc: RaceDoc;
  readonly door: Door;
  readonly own: readonly Fact[];
  readonly bound: readonly Fact[];
}

function foldRace(
  before: RaceFold | undefined,
  { doc, door, own, bound: boundNow }: RaceParts,
  { meet, athletes, general }: Setting,
  meets: Meets,
  loose: Loose,
): RaceFold | undefined {
  const event = meet.events.find(({ id }) => id === doc.event);
  if (event === undefined) return undefined;
  const bound = kept(before?.bound, boundNow);
  const settled =
    before !== undefined &&
    before.own === own &&
    before.bound === bound &&
    before.door === door &&
    before.general === general &&
    before.input.doc === doc &&
    before.input.event === event &&
    before.input.athletes === athletes;
  if (settled) return before;
  const input = { doc, event, athletes, roster: door.roster, facts: merged(general, own, bound) };
  const signed = (seq: number) => inputAt(meets, loose, meet.id, doc.id, seq) ?? input;
  return { own, bound, door, general, input, state: stateOf(input, signed, before?.state) };
}

function settingOf(before: MeetRaces | undefined, meet: Meet, { general }: Loose): Setting {
  const was = before?.setting;
  if (was?.meet === meet && was.general === general) return was;
  const athletes =
    was?.meet.athletes === meet.athletes
      ? was.athletes
      : new Map<string, Athlete>(meet.athletes.map((athlete) => [athlete.id, athlete]));
  return { meet, athletes, general };
}

/** One meet after a step; `before` itself where nothing of it changed. */
function stepMeet(before: MeetRaces | undefined, meets: Meets, id: string, loose: Loose): MeetRaces {
  const version = newestOf(meets, id);
  if (version === undefined) throw new Error(`no version of meet ${id}`);
  const meet = before?.version === version.version ? before.meet : reuse(before?.meet, version.meet);
  const setting = settingOf(before, meet, loose);
  const hung = doorsOf(before, setting, (race) => factsOf(meets, race));
  const doors = kept(
    before?.doors,
    hung.map(({ door }) => door),
  );
  const binding = rebind(before, loose, doors);
  const races = new Map<string, RaceFold>();
  let same = before?.races.size === meet.races.length;
  for (const { doc, door, own } of hung) {
    const known = before?.races.get(doc.id);
    const bound = binding.facts.get(doc.id) ?? none;
    const fold = foldRace(known, { doc, door, own, bound }, setting, meets, loose);
    if (fold === undefined) continue;
    if (fold !== known) same = false;
    races.set(doc.id, fold);
  }
  const settled = same && before !== undefined && before.meet === meet;
  if (settled && before.loose === loose && before.version === version.version) return before;
  return {
    meet,
    version: version.version,
    setting,
    hung,
    doors,
    binding,
    loose,
    races: settled ? before.races : races,
  };
}

/** All races after a step of the meets; those whose input is identical are handed on as they were. */
export function stepRaces(before: Races, meets: Meets): Races {
  const loose = looseOf(before.loose, meets.loose);
  const byMeet = new Map<string, MeetRaces>();
  for (const id of meets.versions.keys()) byMeet.set(id, stepMeet(before.byMeet.get(id), meets, id, loose));
  return { meets, loose, byMeet };
}

/** All meets in, all races out. */
export function toRaces(): OperatorFunction<Meets, Races> {
  return scan(stepRaces, noRaces);
}
