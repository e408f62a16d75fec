// Whose readings are whose: by name, by what is worn, by lane, and those of beams by the transponder that agrees (P1a, P5).
import { entryOf } from './bind.ts';
import type { TimedReading } from './clock.ts';
import { beamsOf } from './crossings.ts';
import type { Roster } from './roster.ts';
import type { Ruling } from './rulings.ts';
import { entryOfSkater, type Skater, skaterKey } from './teams.ts';

/** P1a, L7: nothing counts for one who did not start, and no beam for one who withdrew. */
function isBelieved(how: TimedReading['reading']['how'], ruling: Ruling | undefined): boolean {
  return ruling?.status !== 'DNS' && (ruling?.status !== 'WDR' || how !== 'optical');
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

/** The readings of every entry on the roster, and of the members of a team known one by one. */
export function readingsBySkater(
  readings: readonly TimedReading[],
  line: SharedLine | undefined,
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
    const member = reading.entry === undefined ? roster.members.get(reading.transponder ?? '') : undefined;
    const skater = skaterKey(entry, member);
    const list = named.get(skater);
    if (list === undefined) named.set(skater, [timed]);
    else list.push(timed);
  }
  for (const [skater, gained] of beams.length === 0 ? [] : beamsOf(beams, named)) {
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
