// From the result sheet of a mass start to the instants at which everybody crossed the line: pure, and the same every
// time. What the sheet tells comes out exactly; the laps between are made up, plausibly, and must be shown as such.
import { finishTimes } from './finish-times.ts';
import { groupOffsets } from './groups.ts';
import { leaderPace } from './pace.ts';
import { between, seeded } from './seeded.ts';
import type { Incident, MassStartSheet } from './sheet.ts';
import { tellStory } from './story.ts';

/** Two crossings of one lap are at least this far apart, so that two antenna passings never swap them. */
const apartUs = 12_000;
/** Rule T1: raw capture is 0.1 ms. */
const captureUs = 100;
/** Where a sheet prints no time (a disqualified skater), this far behind the middle of the finishers. */
const unprintedUs = 37_000;
/** Those of a break ride this far behind one another. */
const breakIntervalUs = 150_000;
/** Losing ground goes slowly at first. */
const fadeCurve = 1.3;

/** Microseconds since the gun at the end of each lap, by entry. */
export type Crossings = ReadonlyMap<string, readonly number[]>;

/** The last crossing of every entry; one without a printed time is put into the middle of the finishers. */
function lastCrossings(sheet: MassStartSheet): ReadonlyMap<string, number> {
  const times = new Map(finishTimes(sheet.id, sheet.lines));
  const finishers = sheet.lines.filter(({ laps, entry }) => laps === sheet.laps && times.has(entry));
  const sorted = finishers.map(({ entry }) => times.get(entry) ?? 0).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error(`${sheet.id}: nobody on this sheet finished`);
  let added = 0;
  for (const { entry } of sheet.lines) {
    if (!times.has(entry)) times.set(entry, middle + unprintedUs * ++added);
  }
  return times;
}

/** The first instant at or after `wish` that is `apartUs` from every one in `taken`. */
function freeInstant(wish: number, taken: readonly number[]): number {
  let free = Math.round(wish / captureUs) * captureUs;
  for (const instant of taken) {
    if (Math.abs(instant - free) < apartUs) free = instant + apartUs;
  }
  return free;
}

/** Moves crossings of one lap apart and behind the scorers of its sprint; last crossings stay where they are. */
function spread(lap: number, crossings: ReadonlyMap<string, number[]>, scorers: readonly string[]): void {
  const at = (instants: readonly number[]) => instants[lap - 1] ?? 0;
  const ofLap = [...crossings].filter(([, instants]) => instants.length >= lap);
  const taken = ofLap.filter(([, instants]) => instants.length === lap).map(([, instants]) => at(instants));
  taken.sort((a, b) => a - b);
  const moving = ofLap.filter(([, instants]) => instants.length > lap).sort(([, a], [, b]) => at(a) - at(b));
  const scored = scorers.flatMap((scorer) => moving.filter(([entry]) => entry === scorer));
  let earliest = 0;
  for (const [entry, instants] of [...scored, ...moving.filter((other) => !scored.includes(other))]) {
    const free = freeInstant(Math.max(at(instants), earliest), taken);
    if (scorers.includes(entry)) earliest = free + apartUs;
    instants[lap - 1] = free;
    taken.push(free);
    taken.sort((a, b) => a - b);
  }
}

/** A fall costs all of it at once and is ridden back; a break grows, and is pulled back. */
function stage({ entries, from, to, byUs }: Incident, crossings: ReadonlyMap<string, number[]>): void {
  for (const [place, entry] of entries.entries()) {
    const instants = crossings.get(entry) ?? [];
    for (let lap = from; lap < Math.min(to, instants.length); lap++) {
      const gone = (lap - from) / (to - from);
      const part = byUs > 0 ? 1 - gone : Math.sin(Math.PI * Math.min(1, gone + 1 / (to - from)));
      instants[lap - 1] = (instants[lap - 1] ?? 0) + byUs * part + place * breakIntervalUs;
    }
  }
}

/** Crossings that produce `sheet`: its order at every sprint, its last crossings to the digit, and a race between. */
export function reconstruct(sheet: MassStartSheet): Crossings {
  const last = lastCrossings(sheet);
  const lastOf = (entry: string) => last.get(entry) ?? 0;
  const finishers = sheet.lines.filter(({ laps }) => laps === sheet.laps);
  const pace = leaderPace(sheet, Math.min(...finishers.map(({ entry }) => lastOf(entry))));
  const behindUs = ({ entry, laps }: { entry: string; laps: number }) => lastOf(entry) - (pace[laps] ?? 0);
  const story = tellStory(sheet, last, pace);
  const finalOrder = [...sheet.lines].sort((a, b) => behindUs(a) - behindUs(b)).map(({ entry }) => entry);
  const caught = finishers.filter(({ entry }) => !story.away.has(entry));
  const finalLeadUs = Math.min(...caught.map(behindUs));
  const offsets = groupOffsets(sheet, story, { finalLeadUs, finalOrder });
  const random = seeded(`${sheet.id} fading`);
  const crossings = new Map<string, number[]>();
  for (const line of sheet.lines) {
    const holds = story.holdsUntil.get(line.entry) ?? 0;
    const heldUs = offsets[holds]?.get(line.entry) ?? 0;
    const curve = behindUs(line) > heldUs ? fadeCurve * between(random, 0.95, 1.05) : 1;
    const instants = Array.from({ length: line.laps }, (_, index) => {
      const lap = index + 1;
      if (lap === line.laps) return lastOf(line.entry);
      const head = pace[lap] ?? 0;
      if (lap <= holds) return head + (offsets[lap]?.get(line.entry) ?? 0);
      const gone = ((lap - holds) / (line.laps - holds)) ** curve;
      return head + heldUs + (behindUs(line) - heldUs) * gone;
    });
    crossings.set(line.entry, instants);
  }
  for (const incident of sheet.incidents ?? []) stage(incident, crossings);
  for (let lap = 1; lap <= sheet.laps; lap++) spread(lap, crossings, story.scorers.get(lap) ?? []);
  return crossings;
}
