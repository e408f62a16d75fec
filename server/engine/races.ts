// The second step of the fold: every race computed from its facts, those bound to it by window among them.
import { type OperatorFunction, scan } from 'rxjs';
import type { MeetEvent } from '../../shared/event.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Athlete, Meet } from '../../shared/meet.ts';
import { byRound } from './event/rounds.ts';
import { type Filled, filledOf } from './filled.ts';
import { type Loose, looseOf, nothingLoose } from './loose.ts';
import { factsOf, type Meets, newestOf, noMeets } from './meets.ts';
import { memo } from './memo.ts';
import type { Binding } from './race/bind.ts';
import { type Door, doorsOf, type Hung, merged, type Setting } from './race/door.ts';
import { type Computed, computed, type RaceInput } from './race/race.ts';
import type { RaceState } from './race/race-state.ts';
import { rebind } from './race/rebind.ts';
import { stateOf } from './race/state.ts';
import { kept, reuse } from './reuse.ts';
import { inputAt } from './signed.ts';

/** One race with what it was computed from, so that it is computed again only when that changed. */
export interface RaceFold {
  readonly own: readonly Fact[];
  readonly bound: readonly Fact[];
  /** Where it is filled from earlier rounds: from what. */
  readonly filled: Filled | undefined;
  readonly general: readonly Fact[];
  readonly input: RaceInput;
  readonly computed: Computed;
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

interface RaceParts {
  readonly hung: Hung;
  readonly bound: readonly Fact[];
  /** The meet's newest races of earlier rounds, and all others that were folded before this one. */
  readonly folds: ReadonlyMap<string, RaceFold>;
}

/** What a race that is filled was filled from; undefined where it lists its entries itself. */
function filledNow(
  before: Filled | undefined,
  { hung: { doc, said, feeders }, folds }: RaceParts,
  event: MeetEvent,
  { meet, athletes }: Setting,
): Filled | undefined {
  if (feeders === undefined) return undefined;
  const docs = meet.races.filter((other) => other.event === event.id);
  const races = feeders.flatMap(({ race }) => folds.get(race)?.state.shown ?? []);
  return filledOf(before, { doc, event, docs, said, races, athletes });
}

function foldRace(
  before: RaceFold | undefined,
  parts: RaceParts,
  setting: Setting,
  meets: Meets,
  loose: Loose,
): RaceFold | undefined {
  const { doc, door, own } = parts.hung;
  const { meet, athletes, general } = setting;
  const event = meet.events.find(({ id }) => id === doc.event);
  if (event === undefined) return undefined;
  const bound = kept(before?.bound, parts.bound);
  const filled = filledNow(before?.filled, parts, event, setting);
  const roster = filled?.roster ?? door.roster;
  const settled =
    before !== undefined &&
    before.own === own &&
    before.bound === bound &&
    before.input.roster === roster &&
    before.general === general &&
    before.input.doc === doc &&
    before.input.event === event &&
    before.input.athletes === athletes;
  if (settled) return before.filled === filled ? before : { ...before, filled };
  const input = { doc, event, athletes, roster, facts: merged(general, own, bound) };
  const frozen = (race: string) => parts.folds.get(race)?.state.signed;
  const signed = (seq: number) => inputAt({ meets, loose, meet: meet.id, frozen }, doc.id, seq) ?? input;
  const next = computed(input, before?.computed);
  const state = stateOf(input, next.race, signed, before?.state);
  return { own, bound, filled, general, input, computed: next, state };
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

function inProgramme({ races }: Meet, folds: ReadonlyMap<string, RaceFold>): ReadonlyMap<string, RaceFold> {
  const ordered = new Map<string, RaceFold>();
  for (const { id } of races) {
    const fold = folds.get(id);
    if (fold !== undefined) ordered.set(id, fold);
  }
  return ordered;
}

/** Remembered: no passing moves a door. */
const doorsIn = memo((hung: readonly Hung[], before: readonly Door[] | undefined) => {
  return {
    doors: kept(
      before,
      hung.map(({ door }) => door),
    ),
    byRace: new Map(hung.map((one) => [one.doc.id, one])),
  };
});

/** One meet after a step; `before` itself where nothing of it changed. */
function stepMeet(before: MeetRaces | undefined, meets: Meets, id: string, loose: Loose): MeetRaces {
  const version = newestOf(meets, id);
  if (version === undefined) throw new Error(`no version of meet ${id}`);
  const meet = before?.version === version.version ? before.meet : reuse(before?.meet, version.meet);
  const setting = settingOf(before, meet, loose);
  const hung = doorsOf(before, setting, (race) => factsOf(meets, race));
  const { doors, byRace } = doorsIn(hung, before?.doors);
  const binding = rebind(before, loose, doors);
  const folds = new Map<string, RaceFold>();
  let same = before?.races.size === meet.races.length;
  for (const { id: race } of byRound(meet.races, meet.events)) {
    const known = before?.races.get(race);
    const parts = { hung: byRace.get(race) as Hung, bound: binding.facts.get(race) ?? none, folds };
    const fold = foldRace(known, parts, setting, meets, loose);
    if (fold === undefined) continue;
    if (fold !== known) same = false;
    folds.set(race, fold);
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
    races: settled ? before.races : inProgramme(meet, folds),
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
