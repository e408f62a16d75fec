// The second step of the fold: every race computed from its facts, those bound to it by window among them.
import { type OperatorFunction, scan } from 'rxjs';
import type { Fact } from '../../shared/facts.ts';
import type { Athlete, Meet, RaceDoc } from '../../shared/meet.ts';
import { courseOf } from './disciplines/registry.ts';
import { type Loose, looseOf, nothingLoose } from './loose.ts';
import { type Meets, noMeets, noRace } from './meets.ts';
import { type Binding, bind, type Door, joined } from './race/bind.ts';
import { offsetsOf } from './race/clock.ts';
import { effective } from './race/effective.ts';
import type { RaceInput } from './race/race.ts';
import type { RaceState } from './race/race-state.ts';
import { rosterOf } from './race/roster.ts';
import { stateOf } from './race/state.ts';
import { windowsOf } from './race/window.ts';
import { reuse } from './reuse.ts';

/** One race with what it was computed from, so that it is computed again only when that changed. */
export interface RaceFold {
  readonly own: readonly Fact[];
  readonly bound: readonly Fact[];
  readonly input: RaceInput;
  readonly door: Door;
  readonly state: RaceState;
}

export interface MeetRaces {
  readonly meet: Meet;
  readonly version: number;
  readonly athletes: ReadonlyMap<string, Athlete>;
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

function bySeq(a: Fact, b: Fact): number {
  return a.seq - b.seq;
}

function merged(...lists: readonly (readonly Fact[])[]): readonly Fact[] {
  const filled = lists.filter(({ length }) => length > 0);
  return filled.length <= 1 ? (filled[0] ?? none) : filled.flat().sort(bySeq);
}

/** `list` itself where it holds the same facts as before. */
function kept(before: readonly Fact[] | undefined, list: readonly Fact[]): readonly Fact[] {
  return before !== undefined && before.length === list.length && before.every((fact, i) => fact === list[i])
    ? before
    : list;
}

/** True where what was added can change neither window nor roster. */
function onlyPassings(before: readonly Fact[], after: readonly Fact[]): boolean {
  return before === after || after.slice(before.length).every(({ kind }) => kind === 'passing');
}

/** What a race is computed in: its document, its event, the athletes and the decisions for the whole hall. */
interface Setting {
  readonly meet: Meet;
  readonly athletes: ReadonlyMap<string, Athlete>;
  readonly general: readonly Fact[];
}

function doorOf(doc: RaceDoc, { meet, athletes, general }: Setting, own: readonly Fact[]): Door {
  const event = meet.events.find(({ id }) => id === doc.event);
  return {
    race: doc.id,
    windows: windowsOf(own),
    roster: rosterOf(doc, athletes, effective(merged(general, own)).decisions),
    loops: new Set(event === undefined ? [] : courseOf(event, undefined).points.map(({ loop }) => loop)),
  };
}

function doorsOf(before: MeetRaces | undefined, setting: Setting, meets: Meets): readonly Door[] {
  const doors = setting.meet.races.map((doc) => {
    const own = meets.facts.get(doc.id) ?? none;
    const fold = before?.races.get(doc.id);
    const settled =
      fold?.input.doc === doc &&
      before?.meet.events === setting.meet.events &&
      before.athletes === setting.athletes &&
      before.loose.general === setting.general &&
      onlyPassings(fold.own, own);
    return settled ? fold.door : doorOf(doc, setting, own);
  });
  const same = before !== undefined && doors.length === before.doors.length;
  return same && doors.every((door, i) => door === before.doors[i]) ? before.doors : doors;
}

function bindingOf(before: MeetRaces | undefined, doors: readonly Door[], loose: Loose): Binding {
  const offsets = offsetsOf(effective(loose.general).decisions);
  if (before !== undefined && before.doors === doors && before.loose.decisions === loose.decisions) {
    const added = loose.all.slice(before.loose.all.length);
    return added.length === 0 ? before.binding : joined(before.binding, bind(added, doors, offsets));
  }
  return bind(loose.all, doors, offsets);
}

function foldRace(
  before: RaceFold | undefined,
  doc: RaceDoc,
  door: Door,
  setting: Setting,
  own: readonly Fact[],
  boundNow: readonly Fact[],
): RaceFold | undefined {
  const event = setting.meet.events.find(({ id }) => id === doc.event);
  if (event === undefined) return undefined;
  const bound = kept(before?.bound, boundNow);
  const settled =
    before !== undefined &&
    before.own === own &&
    before.bound === bound &&
    before.door === door &&
    before.input.doc === doc &&
    before.input.event === event;
  if (settled) return before;
  const input = { doc, event, athletes: setting.athletes, facts: merged(setting.general, own, bound) };
  return { own, bound, input, door, state: stateOf(input, before?.state) };
}

/** One meet after a step; `before` itself where nothing of it changed. */
function stepMeet(before: MeetRaces | undefined, meets: Meets, id: string, loose: Loose): MeetRaces {
  const version = meets.versions.get(id);
  if (version === undefined) throw new Error(`no version of meet ${id}`);
  const meet = before?.version === version.version ? before.meet : reuse(before?.meet, version.meet);
  const athletes =
    before !== undefined && before.meet.athletes === meet.athletes
      ? before.athletes
      : new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  const setting = { meet, athletes, general: loose.general };
  const doors = doorsOf(before, setting, meets);
  const binding = bindingOf(before, doors, loose);
  const races = new Map<string, RaceFold>();
  let same = before !== undefined && before.races.size === meet.races.length;
  for (const [index, doc] of meet.races.entries()) {
    const known = before?.races.get(doc.id);
    const own = meets.facts.get(doc.id) ?? none;
    const fold = foldRace(known, doc, doors[index] as Door, setting, own, binding.facts.get(doc.id) ?? none);
    if (fold === undefined) continue;
    if (fold !== known) same = false;
    races.set(doc.id, fold);
  }
  if (same && before?.meet === meet && before.loose === loose) return before;
  return {
    meet,
    version: version.version,
    athletes,
    doors,
    binding,
    loose,
    races: same && before !== undefined ? before.races : races,
  };
}

/** All races after a step of the meets; those whose input is identical are handed on as they were. */
export function stepRaces(before: Races, meets: Meets): Races {
  const loose = looseOf(before.loose, meets.facts.get(noRace) ?? none);
  const byMeet = new Map<string, MeetRaces>();
  for (const id of meets.versions.keys()) byMeet.set(id, stepMeet(before.byMeet.get(id), meets, id, loose));
  return { meets, loose, byMeet };
}

/** All meets in, all races out. */
export function toRaces(): OperatorFunction<Meets, Races> {
  return scan(stepRaces, noRaces);
}
