// Gives the facts that name no race to the races they belong to, by window, loop and who wears the transponder.
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { Door } from './door.ts';
import { effective, type Reading } from './effective.ts';
import { openDoors } from './open-doors.ts';
import type { Roster } from './roster.ts';

export interface Binding {
  /** By race, in order of seq: the readings bound to it and the decisions about them. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** Readings that count and fit no race, for the operator's list, in order of seq. */
  readonly unbound: readonly Fact[];
}

/** The entry a reading names by itself, or by what is worn, or by the lane it was made in. */
export function entryOf(reading: Reading, roster: Roster): string | undefined {
  if (reading.entry !== undefined) return roster.competitors.has(reading.entry) ? reading.entry : undefined;
  if (reading.transponder !== undefined) return roster.wearers.get(reading.transponder);
  if (reading.lane === undefined || reading.how === 'optical') return undefined;
  const there = skatersIn(reading.lane, roster);
  return there.length === 1 ? there[0] : undefined;
}

/** Who skates in a lane: one of a pair, two of a quartet (L8), less who is scratched where others are left. */
function skatersIn(lane: string, { competitors }: Roster): readonly string[] {
  const there = [...competitors.values()].filter((competitor) => competitor.lane === lane);
  const starting = there.filter(({ scratched }) => !scratched);
  return (starting.length > 0 ? starting : there).map(({ entry }) => entry);
}

/** A race claims what it knows the skater of, and what was read in a lane that two of its skaters share. */
function claims(reading: Reading, roster: Roster): boolean {
  if (entryOf(reading, roster) !== undefined) return true;
  const { entry, transponder, lane, how } = reading;
  if (entry !== undefined || transponder !== undefined || lane === undefined || how === 'optical') return false;
  return skatersIn(lane, roster).length > 1;
}

/** P1a: a beam or a bare impulse says nothing of whose it is, so every race it fits may look at it. */
function isNobodys({ entry, transponder, lane, how }: Reading): boolean {
  return entry === undefined && transponder === undefined && (lane === undefined || how === 'optical');
}

/** The races of a reading: of several whose window is open, the one called up last. */
function racesOf(reading: Reading, doors: readonly Door[]): readonly string[] {
  const { claimedBy } = reading;
  if (claimedBy !== undefined) return doors.some(({ race }) => race === claimedBy) ? [claimedBy] : [];
  const open = openDoors(doors, reading.source, reading.at).filter(({ loops }) => loops.has(reading.loop));
  if (isNobodys(reading)) return open.map(({ race }) => race);
  const latest = open.find(({ roster }) => claims(reading, roster));
  return latest === undefined ? [] : [latest.race];
}

/** A gun that names no race starts the one called up last. */
function raceOfStart(gun: FactOf<'start'> | undefined, doors: readonly Door[]): readonly string[] {
  const latest = gun && openDoors(doors, gun.source, gun.at)[0];
  return latest === undefined ? none : [latest.race];
}

const none: readonly string[] = [];

/** Why a reading, given with what was decided about it, fits no race: nobody known wears it, or no window was open. */
export function whyUnbound(facts: readonly Fact[], doors: readonly Door[]): 'unknown-transponder' | 'no-window' {
  const [reading] = effective(facts).readings;
  const isKnown = reading === undefined || isNobodys(reading);
  return isKnown || doors.some(({ roster }) => claims(reading, roster)) ? 'no-window' : 'unknown-transponder';
}

/** Binds `loose` facts, in order of seq, to the races behind `doors`. A decision goes where its target is. */
export function bind(loose: readonly Fact[], doors: readonly Door[]): Binding {
  const { starts, readings } = effective(loose);
  const guns = new Map(starts.map((start) => [start.id, start]));
  const counting = readings.values();
  let reading = counting.next().value;
  const homes = new Map<string, readonly string[]>();
  const aimed = new Set(loose.flatMap((fact) => ('target' in fact ? [fact.target] : [])));
  const facts = new Map<string, Fact[]>();
  const unbound: Fact[] = [];
  for (const fact of loose) {
    let races = none;
    if (reading?.id === fact.id) {
      races = racesOf(reading, doors);
      if (races.length === 0) unbound.push(fact);
      reading = counting.next().value;
    } else if ('target' in fact) races = homes.get(fact.target) ?? none;
    else races = raceOfStart(guns.get(fact.id), doors);
    // What is decided about a decision goes where that one went.
    if (aimed.has(fact.id)) homes.set(fact.id, races);
    for (const race of races) {
      const list = facts.get(race);
      if (list === undefined) facts.set(race, [fact]);
      else list.push(fact);
    }
  }
  return { facts, unbound };
}
