// Whose readings are whose: by name, by what is worn, by lane, and those of beams by the transponder that agrees (P1a, P5).
import { grownBy, kept } from '../reuse.ts';
import { entryOf } from './bind.ts';
import { onRaceClock, onTheClock, type TimedReading } from './clock.ts';
import { beamsOf } from './crossings.ts';
import type { Reading } from './effective.ts';
import type { Roster } from './roster.ts';
import type { Ruling } from './rulings.ts';
import { entryOfSkater, type Skater, skaterKey } from './teams.ts';
import type { Basis, SharedLine } from './terms.ts';

/** P1a, L7: nothing counts for one who did not start, and no beam for one who withdrew. */
function isBelieved(how: TimedReading['reading']['how'], ruling: Ruling | undefined): boolean {
  return ruling?.status !== 'DNS' && (ruling?.status !== 'WDR' || how !== 'optical');
}

/** L8: a time since the gun is since that of whoever was read; of nobody in particular it says nothing where there are two. */
function onItsGun(reading: Reading, { guns, roster, offsets }: Basis): TimedReading {
  if (guns.shared !== undefined) return onRaceClock(reading, guns.shared, offsets);
  const entry = entryOf(reading, roster);
  const gun = entry === undefined ? undefined : guns.of(entry);
  if (gun !== undefined) return onRaceClock(reading, gun, offsets);
  return { ...onRaceClock({ ...reading, elapsedUs: undefined }, guns.any, offsets), reading };
}

/** The readings of the attempt: by their own clock where it is known, since a time since the gun does not say which attempt's. */
function inAttempt(readings: readonly Reading[], basis: Basis, known: Known): TimedReading[] {
  const { attempt, offsets } = basis;
  const { afterUs, starts } = attempt;
  const sources = new Set([...starts.values()].map(({ source }) => source));
  const timed: TimedReading[] = [];
  for (const reading of readings) {
    const one = known.get(reading) ?? onItsGun(reading, basis);
    const isKnown = reading.elapsedUs !== undefined && (sources.has(reading.source) || offsets.has(reading.source));
    const isBefore = one.instantUs <= afterUs || (isKnown && onTheClock(reading, offsets) <= afterUs);
    if (!isBefore) timed.push(one);
  }
  return timed;
}

/** Readings that were put on the clock on the same basis before. */
type Known = ReadonlyMap<Reading, TimedReading>;

const nothingKnown: Known = new Map();

function knownIn({ bySkater }: Dealt): Known {
  const known = new Map<Reading, TimedReading>();
  for (const list of bySkater.values()) for (const timed of list) known.set(timed.reading, timed);
  return known;
}

/** A loop that is not of the track stays what it is: it is read, and it counts nowhere. */
function onCourse(timed: TimedReading, line: SharedLine | undefined): TimedReading {
  const { loop } = timed.reading;
  return line === undefined || loop === line.id || !line.loops.has(loop)
    ? timed
    : { ...timed, reading: { ...timed.reading, loop: line.id } };
}

/** P7: team-mates take turns, so where nobody knows who of them wears which, each transponder is one of them. */
function memberOf({ entry, transponder }: Reading, { roster, team }: Basis): string | undefined {
  if (entry !== undefined || transponder === undefined) return undefined;
  return roster.members.get(transponder) ?? (team === 'turns' ? transponder : undefined);
}

/** L8: what was read in a lane that two of a quartet share is of one of them; a beam's lane tells nothing. */
function mayBe({ reading }: TimedReading, skater: Skater, { competitors }: Roster): boolean {
  if (reading.lane === undefined || reading.how === 'optical') return true;
  return competitors.get(entryOfSkater(skater))?.lane === reading.lane;
}

/** Readings dealt out to whose they are, with what it was done by. */
export interface Dealt {
  readonly basis: Basis;
  readonly readings: readonly Reading[];
  /** Of every entry on the roster, and of the members of a team known one by one. */
  readonly bySkater: ReadonlyMap<Skater, readonly TimedReading[]>;
  /** The newest instant read in the attempt. */
  readonly latestUs: number;
  /** P5: transponders that nobody known wears. */
  readonly unknown: readonly string[];
  /** There are some that say nothing of whose they are. */
  readonly hasBeams: boolean;
}

const none: readonly TimedReading[] = [];

function nothingDealt(basis: Basis): Dealt {
  const bySkater = new Map([...basis.roster.competitors.keys()].map((entry) => [entry, none]));
  return { basis, readings: [], bySkater, latestUs: 0, unknown: [], hasBeams: false };
}

/** Readings of the attempt by whose they are, as far as each says so itself. */
interface Sorted {
  readonly named: ReadonlyMap<Skater, readonly TimedReading[]>;
  readonly beams: readonly TimedReading[];
  readonly unknown: ReadonlySet<string>;
  readonly latestUs: number;
}

function sorted(readings: readonly Reading[], basis: Basis, known: Known): Sorted {
  const named = new Map<Skater, TimedReading[]>();
  const beams: TimedReading[] = [];
  const unknown = new Set<string>();
  let latestUs = 0;
  for (const one of inAttempt(readings, basis, known)) {
    const timed = onCourse(one, basis.line);
    const { reading, instantUs } = timed;
    latestUs = Math.max(latestUs, instantUs);
    const entry = entryOf(reading, basis.roster);
    if (entry === undefined) {
      if (reading.entry !== undefined) continue;
      if (reading.transponder === undefined) beams.push(timed);
      else unknown.add(reading.transponder);
    } else if (isBelieved(reading.how, basis.rulings.get(entry))) {
      const skater = skaterKey(entry, memberOf(reading, basis));
      const list = named.get(skater);
      if (list === undefined) named.set(skater, [timed]);
      else list.push(timed);
    }
  }
  return { named, beams, unknown, latestUs };
}

/** `before` with more readings, none of which may say nothing of whose it is where some were dealt already. */
function dealtMore(before: Dealt, news: readonly Reading[], readings: readonly Reading[], known = nothingKnown): Dealt {
  const { basis } = before;
  const { roster, rulings } = basis;
  const { named, beams, unknown, latestUs } = sorted(news, basis, known);
  const bySkater = new Map(before.bySkater);
  const add = (skater: Skater, list: readonly TimedReading[]) =>
    bySkater.set(skater, (bySkater.get(skater) ?? none).concat(list));
  for (const [skater, list] of named) add(skater, list);
  const gains = beams.length === 0 ? [] : beamsOf(beams, bySkater, (beam, skater) => mayBe(beam, skater, roster));
  for (const [skater, gained] of gains) {
    if (isBelieved('optical', rulings.get(entryOfSkater(skater)))) add(skater, gained);
  }
  return {
    basis,
    readings,
    bySkater,
    latestUs: Math.max(before.latestUs, latestUs),
    unknown: unknown.size === 0 ? before.unknown : [...new Set([...before.unknown, ...unknown])].sort(),
    hasBeams: before.hasBeams || beams.length > 0,
  };
}

/** Of the same basis: who has the readings he had keeps them as they were. */
function dealtAgain(before: Dealt, readings: readonly Reading[]): Dealt {
  const dealt = dealtMore(nothingDealt(before.basis), readings, readings, knownIn(before));
  const bySkater = new Map(
    [...dealt.bySkater].map(([skater, list]) => [skater, kept(before.bySkater.get(skater), list)]),
  );
  return { ...dealt, bySkater, unknown: kept(before.unknown, dealt.unknown) };
}

/**
 * Whose readings are whose. Where readings only came behind those of `before` the others are not looked at again, unless
 * some say nothing of whose they are: what came since may tell.
 */
export function deal(readings: readonly Reading[], basis: Basis, before: Dealt | undefined): Dealt {
  if (before === undefined || before.basis !== basis) return dealtMore(nothingDealt(basis), readings, readings);
  const news = grownBy(before.readings, readings);
  if (news?.length === 0 && readings.length === before.readings.length) return before;
  const more = news === undefined || before.hasBeams ? undefined : dealtMore(before, news, readings);
  return more === undefined || more.hasBeams ? dealtAgain(before, readings) : more;
}
