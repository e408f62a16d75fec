// Laps and passings of a heat as readings: the instant is gun plus time, for the clock of `when` is another one.
import type { FactDraft, How } from '../../../shared/facts.ts';
import { clockOf, startedUnheard } from './attempt.ts';
import { line } from './event-document.ts';
import type { Lap, VantagePassing } from './events.ts';
import { isDeleted, isPresented } from './flags.ts';
import { type Heat, type HeatStep, steps, unchanged } from './heat.ts';
import { digest } from './ids.ts';
import { presentation } from './presented.ts';
import { usOfInstant, usOfTicks } from './ticks.ts';

/** What a fact keeps of what the device sent. */
const rawMax = 2000;

const hows: Readonly<Record<string, How>> = { Photofinish: 'photo', Optical: 'optical', Transponder: 'transponder' };

/** What a hand put in, and what we do not know, is the least believed (P1). */
function howOf({ presentationSource }: Lap): How {
  return hows[presentationSource.how] ?? 'manual';
}

function keyOf(entry: string, loop: string, lap: Lap, ticks = lap.time): string {
  return `${entry} ${loop} ${lap.presentationSource.how} ${ticks}`;
}

/** A gun nobody told us of: of these kinds `when` is on a clock a few ms from that of the gun; the camera's is not. */
function gunOf(lap: Lap): number | undefined {
  const how = howOf(lap);
  const when = usOfInstant(lap.when);
  return when === undefined || (how !== 'transponder' && how !== 'optical') ? undefined : when - usOfTicks(lap.time);
}

function fact(
  heat: Heat,
  startUs: number,
  entry: string,
  loop: string,
  lap: Lap,
): Extract<FactDraft, { kind: 'passing' }> {
  const { how, applianceName, applianceInstanceName } = lap.presentationSource;
  const speed = (lap as Partial<VantagePassing>).speed;
  return {
    // Nothing in it that changes when the same reading is sent again with other flags.
    id: `${heat.source}:${entry}:${digest(loop, how, lap.time, lap.when)}`,
    kind: 'passing',
    race: heat.race,
    entry,
    at: startUs + usOfTicks(lap.time),
    source: clockOf(heat.source),
    loop,
    how: howOf(lap),
    ...(speed != null && speed >= 0 && speed <= 100 && { speed }),
    raw: JSON.stringify({
      how,
      appliance: applianceName,
      instance: applianceInstanceName,
      when: lap.when,
      ticks: lap.time,
    }).slice(0, rawMax),
  };
}

function added(heat: Heat, startUs: number, entry: string, loop: string, lap: Lap): HeatStep {
  const passing = fact(heat, startUs, entry, loop, lap);
  const us = usOfTicks(lap.time);
  const deleted = isDeleted(lap.flags);
  const reading = {
    fact: passing.id,
    entry,
    how: passing.how,
    us,
    presented: isPresented(lap.flags),
    deleted,
    changes: deleted ? 1 : 0,
  };
  const readings = new Map(heat.readings).set(keyOf(entry, loop, lap), reading);
  const withdrawn = deleted ? [correction(heat, reading.fact, 1, { kind: 'retract' })] : [];
  return {
    heat: { ...heat, readings, lastUs: Math.max(heat.lastUs, us) },
    facts: [passing, ...withdrawn],
    refused: [],
  };
}

type Correction = { kind: 'retract' } | { kind: 'restore' } | { kind: 'amend'; toAt: number };

function correction(heat: Heat, target: string, change: number, said: Correction): FactDraft {
  return { id: `${target}.${change}`, ...said, target, race: heat.race, source: clockOf(heat.source) };
}

/** The gun is worked out where it was fired before we listened. */
function withGun(heat: Heat, lap: Lap): HeatStep {
  if (heat.startUs !== undefined) return unchanged(heat);
  const gunUs = gunOf(lap);
  const refusal = { code: 'no-gun', says: 'a reading came before anything that tells when the race began' };
  return gunUs === undefined ? unchanged(heat, refusal) : startedUnheard(heat, gunUs);
}

/** A reading of a loop that is not on the course: kept, and it counts nowhere. */
export function passed(heat: Heat, entry: string, passing: VantagePassing): HeatStep {
  // Beams and pictures name the lane; the readings of the line follow as laps.
  const loop = howOf(passing) === 'transponder' ? `loop-${passing.where ?? 0}` : `lane-${passing.where ?? 0}`;
  return steps(
    heat,
    (now) => withGun(now, passing),
    (now) =>
      now.startUs === undefined || now.readings.has(keyOf(entry, loop, passing))
        ? unchanged(now)
        : added(now, now.startUs, entry, loop, { ...passing, flags: 0 }),
  );
}

/** A reading of the line, heard for the first time or again. */
export function lapAdded(heat: Heat, entry: string, lap: Lap): HeatStep {
  const isNew = !heat.readings.has(keyOf(entry, line, lap));
  if (!isNew) return unchanged(heat);
  return steps(
    heat,
    (now) => withGun(now, lap),
    (now) => (now.startUs === undefined ? unchanged(now) : added(now, now.startUs, entry, line, lap)),
    (now) => presentation(now, entry, usOfTicks(lap.time), false),
  );
}

/** What the operator of the source changed about a lap: its time, or whether it counts or is shown. */
export function lapUpdated(heat: Heat, entry: string, lap: Lap, oldTicks: number): HeatStep {
  const key = keyOf(entry, line, lap, oldTicks);
  const reading = heat.readings.get(key);
  const { startUs } = heat;
  if (reading === undefined || startUs === undefined) return lapAdded(heat, entry, lap);
  const us = usOfTicks(lap.time);
  const deleted = isDeleted(lap.flags);
  const said: Correction[] = [];
  if (us !== reading.us) said.push({ kind: 'amend', toAt: startUs + us });
  if (deleted !== reading.deleted) said.push({ kind: deleted ? 'retract' : 'restore' });
  const facts = said.map((one, index) => correction(heat, reading.fact, reading.changes + index + 1, one));
  const now = { ...reading, us, deleted, presented: isPresented(lap.flags), changes: reading.changes + said.length };
  const readings = new Map(heat.readings);
  readings.delete(key);
  readings.set(keyOf(entry, line, lap), now);
  const changed = { ...heat, readings, lastUs: Math.max(heat.lastUs, us) };
  return steps(
    changed,
    (next) => ({ heat: next, facts, refused: [] }),
    (next) => presentation(next, entry, us, true),
  );
}
