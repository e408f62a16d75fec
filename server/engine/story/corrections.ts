// What a correction changed (F24): the printed time before and after, and why. A moment that a correction makes untrue is
// gone by itself, because every moment follows from what counts; this is where the correction is told.
import type { Fact, FactOf } from '../../../shared/facts.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Point } from '../disciplines/course.ts';
import { memo } from '../memo.ts';
import { entryOf } from '../race/bind.ts';
import { offsetsOf, onRaceClock } from '../race/clock.ts';
import { effective, type Reading, retracted } from '../race/effective.ts';
import { gunsOf } from '../race/gun.ts';
import type { Passage } from '../race/passages.ts';
import { kinds } from '../race/presented.ts';
import type { Race } from '../race/race-state.ts';
import type { Racer } from '../race/racers.ts';
import type { Roster } from '../race/roster.ts';
import { type Said, said } from './moment.ts';

export interface Told {
  readonly race: Race;
  readonly roster: Roster;
  /** Counting or not, in order of seq. */
  readonly facts: readonly Fact[];
}

const nothing: readonly Said[] = [];

/** P1: where another reading came to be shown, or the one that is was moved. Remembered: few passages are new at a fact. */
const replacedOf = memo(
  (measured: readonly Passage[], { entry, name }: Racer['competitor'], points: readonly Point[]): readonly Said[] => {
    if (measured.every(({ replaced }) => replaced === undefined)) return nothing;
    return measured.flatMap(({ point, timeUs, instantUs, replaced }) => {
      const place = points[point];
      if (replaced === undefined || place === undefined) return [];
      const { cause, timeUs: beforeUs } = replaced;
      const values = { name, point: place.name, beforeUs, afterUs: timeUs, cause };
      return [said(`corrected-${entry}-${place.key}`, instantUs, 'corrected', values, [entry])];
    });
  },
);

function replacedIn({ course, entrants }: Race): Said[] {
  return [...entrants.values()].flatMap(({ racer: { measured, competitor } }) =>
    measured.length === 0 ? nothing : replacedOf(measured, competitor, course.points),
  );
}

/** What one reading would be by itself, retracted or not; `alone` are its amendments too. */
function readingOf(passing: FactOf<'passing'>, amendments: readonly Fact[]): Reading | undefined {
  return effective([passing, ...amendments]).readings[0];
}

/** When a reading of an entry happened, on the clock of the race and since his gun (L8). */
function timeOf(
  { race, roster }: Told,
  entry: string,
  reading: Reading,
): { instantUs: number; timeUs: number } | undefined {
  const gun = gunsOf(race.attempt, roster).of(entry);
  if (gun === undefined) return undefined;
  const { instantUs } = onRaceClock(reading, gun, offsetsOf(race.decisions));
  const timeUs = instantUs - gun.startUs;
  return timeUs > 0 && instantUs > race.attempt.afterUs ? { instantUs, timeUs } : undefined;
}

/** The passage a reading belonged to: the nearest within the guard (P2). */
function passageAt({ measured }: Racer, instantUs: number, guardUs: number): Passage | undefined {
  const away = (passage: Passage) => Math.abs(passage.instantUs - instantUs);
  const near = measured.filter((passage) => away(passage) < guardUs && passage.estimate !== 'missed');
  return near.sort((a, b) => away(a) - away(b))[0];
}

/** P1: it would be shown in place of what is. */
function wouldShow(reading: Reading, instantUs: number, shown: Passage): boolean {
  const trusted: readonly string[] = kinds;
  const [mine, theirs] = [trusted.indexOf(reading.how), trusted.indexOf(shown.basis ?? '')];
  return theirs === -1 || mine < theirs || (mine === theirs && instantUs < shown.instantUs);
}

/** A reading that counts no more: what is shown in its place, or nothing is. */
function ofRetraction(retraction: FactOf<'retract'>, passing: FactOf<'passing'>, told: Told): Said[] {
  const { race, roster } = told;
  const reading = readingOf(passing, []);
  const racer = race.entrants.get((reading && entryOf(reading, roster)) ?? '')?.racer;
  const time = reading && racer && timeOf(told, racer.entry, reading);
  if (racer === undefined || reading === undefined || time === undefined) return [];
  const { entry, competitor } = racer;
  const values = { name: competitor.name, beforeUs: time.timeUs, cause: 'retracted' };
  const shown = passageAt(racer, time.instantUs, race.event.rules.guardUs);
  if (shown === undefined) return [said(retraction.id, retraction.at, 'removed', values, [entry])];
  const isPrinted = truncateUs(shown.timeUs) !== truncateUs(time.timeUs);
  const point = race.course.points[shown.point]?.name;
  if (!isPrinted || point === undefined || !wouldShow(reading, time.instantUs, shown)) return [];
  return [said(retraction.id, retraction.at, 'corrected', { ...values, point, afterUs: shown.timeUs }, [entry])];
}

/** A reading given to another. */
function ofAmendment(amendment: FactOf<'amend'>, passing: FactOf<'passing'>, told: Told): Said[] {
  const { race, roster } = told;
  const [before, after] = [readingOf(passing, []), readingOf(passing, [amendment])];
  const from = before && entryOf(before, roster);
  const to = after && entryOf(after, roster);
  const time = after && timeOf(told, to ?? from ?? '', after);
  if (from === to || time === undefined) return [];
  const nameOf = (entry: string | undefined) => race.entrants.get(entry ?? '')?.racer.competitor.name;
  const [fromName, toName] = [nameOf(from), nameOf(to)];
  const values = {
    timeUs: time.timeUs,
    cause: 'amended',
    ...(fromName !== undefined && { before: fromName }),
    ...(toName !== undefined && { after: toName }),
  };
  return [
    said(
      amendment.id,
      amendment.at,
      'moved',
      values,
      [to, from].filter((entry) => entry !== undefined),
    ),
  ];
}

/** By transponder, when it was read. */
type Read = ReadonlyMap<string, readonly number[]>;

function readIn(facts: readonly Fact[], transponders: ReadonlySet<string>): Read {
  const read = new Map<string, number[]>([...transponders].map((transponder) => [transponder, []]));
  for (const fact of facts) if (fact.kind === 'passing') read.get(fact.transponder ?? '')?.push(fact.at);
  return read;
}

/** P5: a transponder that had been read before it was said who wears it. */
function ofAssignment(fact: FactOf<'assign'>, { race }: Told, read: Read): Said[] {
  const name = race.entrants.get(fact.entry)?.racer.competitor.name;
  const readings = read.get(fact.transponder)?.filter((at) => at < fact.at).length ?? 0;
  if (name === undefined || readings === 0) return [];
  const values = { name, transponder: fact.transponder, readings, cause: 'assigned' };
  return [said(fact.id, fact.at, 'assigned', values, [fact.entry])];
}

/** P5: of those that were assigned and are worn by whoever was said to. */
function assignedIn(told: Told): Said[] {
  const assigned = told.race.decisions.filter((fact) => fact.kind === 'assign');
  if (assigned.length === 0) return [];
  const read = readIn(told.facts, new Set(assigned.map(({ transponder }) => transponder)));
  return assigned.flatMap((fact) => ofAssignment(fact, told, read));
}

/** Readings that count no more, and those given to another. */
function movedIn(told: Told): Said[] {
  const decisions = told.race.decisions.filter((fact) => fact.kind === 'retract' || fact.kind === 'amend');
  if (decisions.length === 0) return [];
  const { facts } = told;
  const gone = retracted(facts);
  const targets = new Set(decisions.map(({ target }) => target));
  const passings = new Map(
    facts.flatMap((fact) => (fact.kind === 'passing' && targets.has(fact.id) ? [[fact.id, fact] as const] : [])),
  );
  return decisions.flatMap((fact): Said[] => {
    const passing = passings.get(fact.target);
    if (passing === undefined) return [];
    if (fact.kind === 'retract') return gone.has(passing.id) ? ofRetraction(fact, passing, told) : [];
    return fact.toEntry !== undefined && !gone.has(passing.id) ? ofAmendment(fact, passing, told) : [];
  });
}

/** Everything that was corrected in this race. */
export function correctionsOf(told: Told): Said[] {
  return [...replacedIn(told.race), ...movedIn(told), ...assignedIn(told)];
}
