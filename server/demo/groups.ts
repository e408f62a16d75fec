// Lap by lap, how far each skater who still holds on is behind the head of the race: a front group, then the bunch.
import { between, seeded } from './seeded.ts';
import type { MassStartSheet } from './sheet.ts';
import type { Story } from './story.ts';

const intervalMinUs = 100_000;
const intervalMaxUs = 260_000;
/** How far the bunch lets an attack go before a sprint. */
const attackMinUs = 500_000;
const attackMaxUs = 3_000_000;
/** That lead by laps before (-) and after the sprint: it grows, and is closed again. */
const attackParts: ReadonlyMap<number, number> = new Map([
  [-2, 0.2],
  [-1, 0.6],
  [0, 1],
  [1, 0.5],
]);
/** Of the lead at the finish, what a break for good has at its first sprint. */
const firstLeadPart = 0.4;
/** How much of the place in the bunch a skater keeps from lap to lap, and how far back one who is about to attack is. */
const inertia = 0.85;
const poised = 0.3;
/** An attack is prepared over this many laps before its sprint. */
const poisedLaps = 5;

interface Attack {
  readonly sprintLap: number;
  readonly part: number;
}

function attackAt(lap: number, sprintLaps: readonly number[]): Attack | undefined {
  for (const sprintLap of sprintLaps) {
    const part = attackParts.get(lap - sprintLap);
    if (part !== undefined) return { sprintLap, part };
  }
  return undefined;
}

/** How far the head of the bunch is behind the head of the race. */
function bunchLeads(sheet: MassStartSheet, story: Story, finalLeadUs: number): readonly number[] {
  const random = seeded(`${sheet.id} attacks`);
  const sizes = new Map(sheet.sprintLaps.map((lap) => [lap, between(random, attackMinUs, attackMaxUs)]));
  const { awayFrom } = story;
  return Array.from({ length: sheet.laps + 1 }, (_, lap) => {
    const attack = attackAt(lap, sheet.sprintLaps);
    const first = Math.min(attackMaxUs, finalLeadUs * firstLeadPart);
    if (awayFrom !== undefined && lap >= awayFrom) {
      return first + ((finalLeadUs - first) * (lap - awayFrom)) / (sheet.laps - awayFrom);
    }
    if (attack === undefined) return 0;
    return attack.part * (attack.sprintLap === awayFrom ? first : (sizes.get(attack.sprintLap) ?? 0));
  });
}

/** 1 for most; towards {@link poised} for those who will score at a sprint that comes near. */
function restraint(entry: string, lap: number, { scorers }: Story): number {
  for (const [sprintLap, who] of scorers) {
    const ahead = sprintLap - lap;
    if (ahead > 0 && ahead <= poisedLaps && who.includes(entry))
      return poised + ((1 - poised) * (ahead - 1)) / poisedLaps;
  }
  return 1;
}

/** Who is ahead of the bunch on this lap; at a sprint lap its scorers lead, in the order of their points. */
function frontOf(lap: number, sheet: MassStartSheet, story: Story, byPlace: readonly string[]): readonly string[] {
  const attack = attackAt(lap, sheet.sprintLaps);
  const isAway = story.awayFrom !== undefined && lap >= story.awayFrom - 2;
  const scorers = story.scorers.get(attack?.sprintLap ?? lap) ?? [];
  const front = byPlace.filter((entry) => (isAway && story.away.has(entry)) || (!isAway && scorers.includes(entry)));
  if (!sheet.sprintLaps.includes(lap)) return front;
  return [...scorers, ...front.filter((entry) => !scorers.includes(entry))];
}

/**
 * For each lap from 0, microseconds behind the head of the race by entry, of those whose story has them with the others.
 * `finalLeadUs` is what a break for good had on the bunch at the finish, `finalOrder` the order over the last line.
 */
export function groupOffsets(
  sheet: MassStartSheet,
  story: Story,
  { finalLeadUs, finalOrder }: { finalLeadUs: number; finalOrder: readonly string[] },
): readonly ReadonlyMap<string, number>[] {
  const random = seeded(`${sheet.id} bunch`);
  const leads = bunchLeads(sheet, story, finalLeadUs);
  const drift = new Map(finalOrder.map((entry) => [entry, random()]));
  return leads.map((leadUs, lap) => {
    const pull = (lap / sheet.laps) ** 2;
    const place = new Map<string, number>();
    for (const [index, entry] of finalOrder.entries()) {
      const moved = inertia * (drift.get(entry) ?? 0) + (1 - inertia) * random();
      drift.set(entry, moved);
      const wished = (1 - pull) * moved + (pull * index) / finalOrder.length;
      place.set(entry, wished * restraint(entry, lap, story));
    }
    const holding = finalOrder.filter((entry) => lap <= (story.holdsUntil.get(entry) ?? 0));
    const byPlace = holding.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    const front = frontOf(lap, sheet, story, byPlace);
    // Who was away is caught at the head of the bunch, and drifts back from there.
    for (const entry of front) drift.set(entry, 0);
    const offsets = new Map<string, number>();
    let behindUs = 0;
    const line = (entries: readonly string[]) => {
      for (const entry of entries) {
        offsets.set(entry, Math.round(behindUs));
        behindUs += between(random, intervalMinUs, intervalMaxUs);
      }
    };
    line(front);
    behindUs = Math.max(behindUs, leadUs);
    line(byPlace.filter((entry) => !front.includes(entry)));
    return offsets;
  });
}
