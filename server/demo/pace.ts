// How fast the head of a mass start goes: the instants at which the first skater would end each lap.
import { between, seeded } from './seeded.ts';
import type { MassStartSheet } from './sheet.ts';

/** Lap times as parts of an even lap. Rule M9: the first lap is neutral, nobody attacks before its end. */
const opening: readonly number[] = [1.22, 1.09, 1.03];
const beforeSprint = 0.98;
const sprintLap = 0.965;
const afterSprint = 1.03;
/** Twice in a row: the bell lap and the one before it. */
const finale = 0.955;
const unevenness = 0.008;

function effort(lap: number, { laps, sprintLaps }: MassStartSheet): number {
  if (lap > laps - 2) return finale;
  if (sprintLaps.includes(lap)) return sprintLap;
  if (sprintLaps.includes(lap - 1)) return afterSprint;
  const early = opening[lap - 1];
  if (early !== undefined) return early;
  return sprintLaps.includes(lap + 1) ? beforeSprint : 1;
}

/** Microseconds since the gun at the end of each lap, from lap 0 at the gun to `winnerUs` at the finish. */
export function leaderPace(sheet: MassStartSheet, winnerUs: number): readonly number[] {
  const random = seeded(`${sheet.id} pace`);
  const parts = Array.from(
    { length: sheet.laps },
    (_, index) => effort(index + 1, sheet) * between(random, 1 - unevenness, 1 + unevenness),
  );
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const pace = [0];
  let done = 0;
  for (const part of parts) {
    done += part;
    pace.push(Math.round((winnerUs * done) / whole));
  }
  return pace;
}
