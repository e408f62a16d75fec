// The door of a race: all that decides which readings come in. It moves only with what is decided, never with a passing.
import type { Fact, FactKind } from '../../../shared/facts.ts';
import type { Athlete, Meet, RaceDoc } from '../../../shared/meet.ts';
import { same } from '../../../shared/patch.ts';
import { attemptOf, firstGunUs } from './attempt.ts';
import { offsetsOf } from './clock.ts';
import { effective } from './effective.ts';
import { type Roster, rosterOf } from './roster.ts';
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

/** The door of one race by the facts that name it. */
export function doorOf(doc: RaceDoc, { meet, athletes, general }: Setting, own: readonly Fact[]): Door {
  const counting = effective(merged(general, onlyMovers(own)));
  const offsets = offsetsOf(counting.decisions);
  const track = meet.events.find(({ id }) => id === doc.event)?.track;
  return {
    race: doc.id,
    windows: windowsOf(counting.decisions, firstGunUs(attemptOf(counting, offsets))),
    roster: rosterOf(doc, athletes, counting.decisions),
    loops: new Set(track?.loops.map(({ id }) => id)),
    offsets,
  };
}

function sameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)));
}

function sameDoor(a: Door, b: Door): boolean {
  return (
    same(a.windows, b.windows) &&
    sameMap(a.roster.competitors, b.roster.competitors) &&
    sameMap(a.roster.wearers, b.roster.wearers) &&
    sameMap(a.roster.members, b.roster.members) &&
    same([...a.loops], [...b.loops]) &&
    sameMap(a.offsets, b.offsets)
  );
}

/** A race's door with what it was made from. */
export interface Hung {
  readonly door: Door;
  readonly doc: RaceDoc;
  readonly own: readonly Fact[];
}

/** The doors of a meet; `before` lends those that did not move. */
export function doorsOf(
  before: { readonly hung: readonly Hung[]; readonly setting: Setting } | undefined,
  setting: Setting,
  ownOf: (race: string) => readonly Fact[],
): readonly Hung[] {
  const known = new Map(before?.hung.map((one) => [one.doc.id, one]));
  const unmoved =
    before?.setting.meet.events === setting.meet.events &&
    before.setting.athletes === setting.athletes &&
    before.setting.general === setting.general;
  return setting.meet.races.map((doc) => {
    const own = ownOf(doc.id);
    const was = known.get(doc.id);
    if (was?.doc === doc && was.own === own && unmoved) return was;
    const still = was?.doc === doc && unmoved && !own.slice(was.own.length).some(({ kind }) => movers.has(kind));
    if (was !== undefined && still) return { door: was.door, doc, own };
    const door = doorOf(doc, setting, own);
    return { door: was !== undefined && sameDoor(was.door, door) ? was.door : door, doc, own };
  });
}
