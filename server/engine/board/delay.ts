// When what is on the programme is to be expected: by how much it is late, from guns and what the operator said. No wall clock.
import { memo } from '../memo.ts';
import { firstGunUs } from '../race/attempt.ts';
import { instant } from '../race/clock.ts';
import type { MeetRaces, RaceFold } from '../races.ts';
import { type Chosen, chosenOf } from './chosen.ts';

/** After a pause of so long, a night or that between two sessions, a programme is on time again. */
const sessionGapUs = 4 * 3600 * 1_000_000;

export interface Expected {
  /** What everything to come is late by; absent where it is on time. */
  readonly delayUs?: number;
  /** By race or item of the timetable, of those that are not on time. */
  readonly at: ReadonlyMap<string, number>;
}

interface Planned {
  readonly id: string;
  readonly atUs: number;
}

/** The last race that was started: what it was late by, and when it was planned. */
interface Measured {
  readonly gunUs: number;
  readonly plannedUs: number;
}

function measuredBy(folds: Iterable<RaceFold>): Measured | undefined {
  let newest: Measured | undefined;
  for (const { input, state } of folds) {
    const gunUs = firstGunUs(state.shown.attempt);
    const plannedUs = input.doc.scheduledAt;
    if (gunUs === undefined || plannedUs === undefined) continue;
    if (newest === undefined || gunUs > newest.gunUs) newest = { gunUs, plannedUs };
  }
  return newest;
}

/** What is still to come, in order of the plan: races that have not begun, and items after the last that has. */
function plannedIn({ meet, races }: MeetRaces, measured: Measured | undefined): Planned[] {
  const planned: Planned[] = [];
  for (const { input, state } of races.values()) {
    const { id, scheduledAt } = input.doc;
    const { status } = state.shown;
    const waits = status === 'scheduled' || status === 'armed' || status === 'stopped';
    if (waits && scheduledAt !== undefined) planned.push({ id, atUs: scheduledAt });
  }
  for (const { id, at } of meet.timetable ?? []) {
    if (measured === undefined || at > measured.plannedUs) planned.push({ id: itemKey(id), atUs: at });
  }
  return planned.sort((a, b) => a.atUs - b.atUs);
}

/** Items and races may have the same id. */
export function itemKey(id: string): string {
  return `timetable ${id}`;
}

/** What is newer holds: the operator's word, or the gun of a race that started later than planned. Nobody is early. */
function delayOf(measured: Measured | undefined, { delay }: Chosen): { us: number; fromUs?: number } {
  if (measured === undefined || (delay !== undefined && delay.saidUs > measured.gunUs)) return { us: delay?.us ?? 0 };
  return { us: Math.max(0, measured.gunUs - measured.plannedUs), fromUs: measured.plannedUs };
}

/**
 * The last race that started later than planned makes everything behind it as much later, up to the next long pause;
 * one that started early moves nothing. What the operator says after its gun holds instead, until the next gun.
 */
export const expectedIn = memo((races: MeetRaces): Expected => {
  const measured = measuredBy(races.races.values());
  const { us, fromUs } = delayOf(measured, chosenOf(races));
  const at = new Map<string, number>();
  if (us === 0) return { at };
  let before = fromUs;
  for (const { id, atUs } of plannedIn(races, measured)) {
    if (before !== undefined && atUs - before >= sessionGapUs) break;
    before = Math.max(before ?? atUs, atUs);
    at.set(id, instant(atUs + us));
  }
  return at.size === 0 ? { at } : { at, delayUs: us };
});
