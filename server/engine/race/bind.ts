// Gives the facts that name no race to the races they belong to, by window, loop and who wears the transponder.
import type { Fact } from '../../../shared/facts.ts';
import { effective, type Reading } from './effective.ts';
import type { Roster } from './roster.ts';
import { type Window, windowAt } from './window.ts';

/** What binding must know of one race. */
export interface Door {
  readonly race: string;
  readonly windows: readonly Window[];
  readonly roster: Roster;
  readonly loops: ReadonlySet<string>;
}

/** A reading that fits no race, for the operator's list: nobody known wears it, or no window was open. */
export interface Unbound {
  readonly fact: string;
  readonly why: 'unknown-transponder' | 'no-window';
}

export interface Binding {
  /** By race, in order of seq: the readings bound to it and the decisions about them. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly unbound: readonly Unbound[];
}

function opening(door: Door, at: number): number | undefined {
  return windowAt(door.windows, at)?.fromUs;
}

/** The entry a reading names by itself, or by what is worn, or by the lane it was made in. */
export function entryOf(reading: Reading, roster: Roster): string | undefined {
  if (reading.entry !== undefined) return roster.competitors.has(reading.entry) ? reading.entry : undefined;
  if (reading.transponder !== undefined) return roster.wearers.get(reading.transponder);
  if (reading.lane === undefined || reading.how === 'optical') return undefined;
  for (const { entry, lane } of roster.competitors.values()) if (lane === reading.lane) return entry;
  return undefined;
}

/** P1a: a beam or a bare impulse says nothing of whose it is, so every race it fits may look at it. */
function isNobodys(reading: Reading): boolean {
  return reading.entry === undefined && reading.transponder === undefined;
}

/** The races of a reading: of several whose window is open, the one called up last. */
function racesOf(reading: Reading, at: number, doors: readonly Door[]): readonly string[] {
  const open = doors.filter((door) => door.loops.has(reading.loop) && opening(door, at) !== undefined);
  if (isNobodys(reading)) return open.map(({ race }) => race);
  const fits = open.filter((door) => entryOf(reading, door.roster) !== undefined);
  const latest = fits.toSorted((a, b) => (opening(b, at) ?? 0) - (opening(a, at) ?? 0))[0];
  return latest === undefined ? [] : [latest.race];
}

/** A gun that names no race starts the one whose window opened last. */
function raceOfStart(at: number, doors: readonly Door[]): readonly string[] {
  const open = doors.filter((door) => opening(door, at) !== undefined);
  const latest = open.toSorted((a, b) => (opening(b, at) ?? 0) - (opening(a, at) ?? 0))[0];
  return latest === undefined ? [] : [latest.race];
}

function isWorn(reading: Reading, doors: readonly Door[]): boolean {
  return isNobodys(reading) || doors.some(({ roster }) => entryOf(reading, roster) !== undefined);
}

/** Binds `loose` facts, in order of seq, to the races behind `doors`; `offsets` are those of the sources' clocks. */
export function bind(loose: readonly Fact[], doors: readonly Door[], offsets: ReadonlyMap<string, number>): Binding {
  const { starts, readings } = effective(loose);
  const homes = new Map<string, readonly string[]>();
  const unbound: Unbound[] = [];
  for (const start of starts) homes.set(start.id, raceOfStart(start.at - (offsets.get(start.source) ?? 0), doors));
  for (const reading of readings) {
    const races = racesOf(reading, reading.at - (offsets.get(reading.source) ?? 0), doors);
    homes.set(reading.id, races);
    if (races.length === 0) {
      unbound.push({ fact: reading.id, why: isWorn(reading, doors) ? 'no-window' : 'unknown-transponder' });
    }
  }
  const facts = new Map<string, Fact[]>();
  for (const fact of loose) {
    for (const race of homes.get('target' in fact ? fact.target : fact.id) ?? []) {
      const list = facts.get(race);
      if (list === undefined) facts.set(race, [fact]);
      else list.push(fact);
    }
  }
  return { facts, unbound };
}

/** Two bindings of successive facts as one. */
export function joined(before: Binding, after: Binding): Binding {
  const facts = new Map(before.facts);
  for (const [race, list] of after.facts) facts.set(race, (facts.get(race) ?? []).concat(list));
  return { facts, unbound: after.unbound.length === 0 ? before.unbound : before.unbound.concat(after.unbound) };
}
