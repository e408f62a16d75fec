// The door of a race: all that decides which readings come in. It moves only with what is decided, never with a passing.
import type { Fact, FactKind } from '../../../shared/facts.ts';
import type { Athlete, Meet, RaceDoc } from '../../../shared/meet.ts';
import { same } from '../../../shared/patch.ts';
import { byRound, feedersIn } from '../event/rounds.ts';
import { kept, sameMap } from '../reuse.ts';
import { attemptOf, firstGunUs } from './attempt.ts';
import { changesAmong, listFrom, ownList, type Said, type StartList } from './candidates.ts';
import { offsetsOf } from './clock.ts';
import { effective } from './effective.ts';
import { type Roster, rosterOf, sameRoster } from './roster.ts';
import { type Window, windowsOf } from './window.ts';

/** What binding must know of one race. */
export interface Door {
  readonly race: string;
  readonly windows: readonly Window[];
  readonly roster: Roster;
  readonly loops: ReadonlySet<string>;
  /** How far each source's clock is ahead of this race's. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** What a race is computed in: its document, the athletes and the decisions for the whole hall. */
export interface Setting {
  readonly meet: Meet;
  readonly athletes: ReadonlyMap<string, Athlete>;
  readonly general: readonly Fact[];
}

/** The facts that can move a door; the last three say so of others. */
const movers: ReadonlySet<FactKind> = new Set([
  ...(['arm', 'start', 'close', 'clear', 'entry', 'assign', 'sync'] as const),
  ...(['retract', 'restore', 'amend'] as const),
]);

function onlyMovers(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ kind }) => movers.has(kind));
}

/** Two lists in order of seq as one; mostly the second is the newer one throughout. */
function mergedTwo(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  if (a.length === 0) return b;
  const [first, last] = [b[0], a.at(-1)];
  if (first === undefined || last === undefined) return a;
  return last.seq < first.seq ? a.concat(b) : a.concat(b).sort((one, other) => one.seq - other.seq);
}

/** Lists in order of seq as one. */
export function merged(...lists: readonly (readonly Fact[])[]): readonly Fact[] {
  return lists.reduce(mergedTwo, []);
}

/** When a race's windows were open, without the rest of its door. */
export function windowsAlone(general: readonly Fact[], own: readonly Fact[]): readonly Window[] {
  const counting = effective(merged(general, onlyMovers(own)));
  return windowsOf(counting.decisions, firstGunUs(attemptOf(counting, offsetsOf(counting.decisions))));
}

/** Of a race that is filled, whatever any of its candidates wears: who of them is in it makes no difference to the door. */
function candidatesRoster(list: StartList, athletes: Setting['athletes'], said: readonly Fact[]): Roster {
  const entries = list.candidates.map(({ entry }) => entry);
  const { competitors, wearers, members } = rosterOf(entries, athletes, said);
  const worn = new Map(wearers);
  for (const entry of entries) {
    const ofEntry = said.filter((fact) => 'entry' in fact && fact.entry === entry.id);
    for (const [transponder, wearer] of rosterOf([entry], athletes, ofEntry).wearers) {
      if (!worn.has(transponder)) worn.set(transponder, wearer);
    }
  }
  return { competitors, wearers: worn, members };
}

/** A race's door with what it was made from. */
export interface Hung {
  readonly door: Door;
  readonly doc: RaceDoc;
  readonly own: readonly Fact[];
  readonly said: Said;
  /** The races it is filled from; undefined where it lists its entries itself. */
  readonly feeders: readonly Said[] | undefined;
}

/** The door of one race by the facts that name it; `feeders` are the races it is filled from. */
export function hang(
  doc: RaceDoc,
  { meet, athletes, general }: Setting,
  own: readonly Fact[],
  feeders: readonly Said[] | undefined,
  before?: Hung,
): Hung {
  const counting = effective(merged(general, onlyMovers(own)));
  const offsets = offsetsOf(counting.decisions);
  const event = meet.events.find(({ id }) => id === doc.event);
  const known = before?.doc === doc && kept(before.feeders, feeders) === before.feeders ? before.said.list : undefined;
  const list = known ?? (feeders === undefined ? ownList(doc.id, doc.entries) : listFrom(feeders));
  const changes = kept(before?.said.changes, changesAmong(counting));
  const isSaid = before?.said.list === list && before.said.changes === changes;
  const roster =
    feeders === undefined
      ? rosterOf(doc.entries, athletes, counting.decisions)
      : candidatesRoster(list, athletes, merged(list.inherited, counting.decisions));
  const door = {
    race: doc.id,
    windows: windowsOf(counting.decisions, firstGunUs(attemptOf(counting, offsets))),
    roster,
    loops: new Set(event?.track.loops.map(({ id }) => id)),
    offsets,
  };
  return {
    door: before !== undefined && sameDoor(before.door, door) ? before.door : door,
    doc,
    own,
    said: isSaid ? before.said : { race: doc.id, list, changes },
    feeders,
  };
}

function sameDoor(a: Door, b: Door): boolean {
  return (
    same(a.windows, b.windows) &&
    sameRoster(a.roster, b.roster) &&
    same([...a.loops], [...b.loops]) &&
    sameMap(a.offsets, b.offsets)
  );
}

/** The doors of a meet; `before` lends those that did not move. */
export function doorsOf(
  before: { readonly hung: readonly Hung[]; readonly setting: Setting } | undefined,
  setting: Setting,
  ownOf: (race: string) => readonly Fact[],
): readonly Hung[] {
  const { meet } = setting;
  if (before?.setting === setting && before.hung.every(({ doc, own }) => ownOf(doc.id) === own)) return before.hung;
  const known = new Map(before?.hung.map((one) => [one.doc.id, one]));
  const unmoved =
    before?.setting.meet.events === meet.events &&
    before.setting.athletes === setting.athletes &&
    before.setting.general === setting.general;
  const feeding = feedersIn(meet);
  const hung = new Map<string, Hung>();
  for (const doc of byRound(meet.races, meet.events)) {
    const own = ownOf(doc.id);
    const was = known.get(doc.id);
    const feeders = feeding.get(doc.id)?.map(({ id }) => (hung.get(id) as Hung).said);
    const still = was?.doc === doc && unmoved && kept(was.feeders, feeders) === was.feeders;
    if (was === undefined || !still || own.slice(was.own.length).some(({ kind }) => movers.has(kind))) {
      hung.set(doc.id, hang(doc, setting, own, feeders, was));
    } else hung.set(doc.id, was.own === own ? was : { ...was, own });
  }
  return meet.races.map(({ id }) => hung.get(id) as Hung);
}
