// Gives the facts that name no race to the races they belong to, by window, loop and who wears the transponder.
import type { Fact } from '../../../shared/facts.ts';
import type { Door } from './door.ts';
import { effective, type Reading } from './effective.ts';
import { openDoors } from './open-doors.ts';
import type { Roster } from './roster.ts';

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

/** The entry a reading names by itself, or by what is worn, or by the lane it was made in. */
export function entryOf(reading: Reading, roster: Roster): string | undefined {
  if (reading.entry !== undefined) return roster.competitors.has(reading.entry) ? reading.entry : undefined;
  if (reading.transponder !== undefined) return roster.wearers.get(reading.transponder);
  if (reading.lane === undefined || reading.how === 'optical') return undefined;
  for (const { entry, lane } of roster.competitors.values()) if (lane === reading.lane) return entry;
  return undefined;
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
  const latest = open.find(({ roster }) => entryOf(reading, roster) !== undefined);
  return latest === undefined ? [] : [latest.race];
}

function isWorn(reading: Reading, doors: readonly Door[]): boolean {
  return isNobodys(reading) || doors.some(({ roster }) => entryOf(reading, roster) !== undefined);
}

/** Binds `loose` facts, in order of seq, to the races behind `doors`. A decision goes where its target is. */
export function bind(loose: readonly Fact[], doors: readonly Door[]): Binding {
  const { starts, readings } = effective(loose);
  const homes = new Map<string, readonly string[]>();
  const unbound: Unbound[] = [];
  // A gun that names no race starts the one called up last.
  for (const { id, source, at } of starts) {
    homes.set(
      id,
      openDoors(doors, source, at)
        .slice(0, 1)
        .map(({ race }) => race),
    );
  }
  for (const reading of readings) {
    const races = racesOf(reading, doors);
    homes.set(reading.id, races);
    if (races.length === 0) {
      unbound.push({ fact: reading.id, why: isWorn(reading, doors) ? 'no-window' : 'unknown-transponder' });
    }
  }
  const facts = new Map<string, Fact[]>();
  for (const fact of loose) {
    const races = homes.get('target' in fact ? fact.target : fact.id) ?? [];
    // What is decided about a decision goes where that one went.
    if ('target' in fact) homes.set(fact.id, races);
    for (const race of races) {
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
