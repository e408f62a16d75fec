// Whose readings are whose: by name, by what is worn, by lane, and those of beams by the transponder that agrees (P1a, P5).
import type { Attempt } from './attempt.ts';
import { entryOf } from './bind.ts';
import { onRaceClock, onTheClock, type TimedReading } from './clock.ts';
import { beamsOf } from './crossings.ts';
import type { Reading } from './effective.ts';
import type { Guns } from './gun.ts';
import type { Roster } from './roster.ts';
import type { Ruling } from './rulings.ts';
import { entryOfSkater, type Skater, skaterKey } from './teams.ts';

/** P1a, L7: nothing counts for one who did not start, and no beam for one who withdrew. */
function isBelieved(how: TimedReading['reading']['how'], ruling: Ruling | undefined): boolean {
  return ruling?.status !== 'DNS' && (ruling?.status !== 'WDR' || how !== 'optical');
}

/** What puts a reading of an attempt on the clock of the race. */
export interface Clocks {
  readonly guns: Guns;
  readonly roster: Roster;
  readonly offsets: ReadonlyMap<string, number>;
}

/** L8: a time since the gun is since that of whoever was read; of nobody in particular it says nothing where there are two. */
function onItsGun(reading: Reading, { guns, roster, offsets }: Clocks): TimedReading {
  if (guns.shared !== undefined) return onRaceClock(reading, guns.shared, offsets);
  const entry = entryOf(reading, roster);
  const gun = entry === undefined ? undefined : guns.of(entry);
  if (gun !== undefined) return onRaceClock(reading, gun, offsets);
  return { ...onRaceClock({ ...reading, elapsedUs: undefined }, guns.any, offsets), reading };
}

/** The readings of the attempt: by their own clock where it is known, since a time since the gun does not say which attempt's. */
export function inAttempt(
  readings: readonly Reading[],
  { afterUs, starts }: Attempt,
  clocks: Clocks,
): readonly TimedReading[] {
  const { offsets } = clocks;
  const sources = new Set([...starts.values()].map(({ source }) => source));
  const timed: TimedReading[] = [];
  for (const reading of readings) {
    const one = onItsGun(reading, clocks);
    const isKnown = reading.elapsedUs !== undefined && (sources.has(reading.source) || offsets.has(reading.source));
    const isBefore = one.instantUs <= afterUs || (isKnown && onTheClock(reading, offsets) <= afterUs);
    if (!isBefore) timed.push(one);
  }
  return timed;
}

/** The one line that every loop of the track counts as, where teams pass lines on both straights. */
export interface SharedLine {
  readonly id: string;
  readonly loops: ReadonlySet<string>;
}

/** A loop that is not of the track stays what it is: it is read, and it counts nowhere. */
function onCourse(timed: TimedReading, line: SharedLine | undefined): TimedReading {
  const { loop } = timed.reading;
  return line === undefined || loop === line.id || !line.loops.has(loop)
    ? timed
    : { ...timed, reading: { ...timed.reading, loop: line.id } };
}

/** What tells readings of one race apart. */
export interface ReadingRules {
  readonly line: SharedLine | undefined;
  /** P7: team-mates take turns, so where nobody knows who of them wears which, each transponder is one of them. */
  readonly inTurns: boolean;
}

function memberOf({ entry, transponder }: Reading, { members }: Roster, inTurns: boolean): string | undefined {
  if (entry !== undefined || transponder === undefined) return undefined;
  return members.get(transponder) ?? (inTurns ? transponder : undefined);
}

/** L8: what was read in a lane that two of a quartet share is of one of them; a beam's lane tells nothing. */
function mayBe({ reading }: TimedReading, skater: Skater, { competitors }: Roster): boolean {
  if (reading.lane === undefined || reading.how === 'optical') return true;
  return competitors.get(entryOfSkater(skater))?.lane === reading.lane;
}

/** The readings of every entry on the roster, and of the members of a team known one by one. */
export function readingsBySkater(
  readings: readonly TimedReading[],
  { line, inTurns }: ReadingRules,
  roster: Roster,
  rulings: ReadonlyMap<string, Ruling>,
): ReadonlyMap<Skater, readonly TimedReading[]> {
  const named = new Map<Skater, TimedReading[]>([...roster.competitors.keys()].map((entry) => [entry, []]));
  const beams: TimedReading[] = [];
  for (const one of readings) {
    const timed = onCourse(one, line);
    const { reading } = timed;
    const entry = entryOf(reading, roster);
    if (entry === undefined) {
      if (reading.transponder === undefined && reading.entry === undefined) beams.push(timed);
      continue;
    }
    if (!isBelieved(reading.how, rulings.get(entry))) continue;
    const skater = skaterKey(entry, memberOf(reading, roster, inTurns));
    const list = named.get(skater);
    if (list === undefined) named.set(skater, [timed]);
    else list.push(timed);
  }
  const gains = beams.length === 0 ? [] : beamsOf(beams, named, (beam, skater) => mayBe(beam, skater, roster));
  for (const [skater, gained] of gains) {
    if (isBelieved('optical', rulings.get(entryOfSkater(skater)))) named.get(skater)?.push(...gained);
  }
  return named;
}

/** P5: transponders read that nobody known wears. */
export function unknownOf(readings: readonly TimedReading[], roster: Roster): readonly string[] {
  const unknown = new Set<string>();
  for (const { reading } of readings) {
    const { transponder, entry } = reading;
    if (transponder !== undefined && entry === undefined && !roster.wearers.has(transponder)) unknown.add(transponder);
  }
  return [...unknown].sort();
}
