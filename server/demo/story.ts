// Who was where in a mass start, as far as its sheet tells: who scored, who stayed away, who faded and from which lap on.
import type { MassStartLine, MassStartSheet } from './sheet.ts';

/** The final break is as many as this at most, and ends at an interval as large as this. */
const breakSizeMax = 8;
const breakGapUs = 2_000_000;
/** A skater who loses ground loses about this much a lap. */
const fadeUsPerLap = 3_500_000;
/** Everybody rides for the own finish over the last laps, but not before the last sprint. */
const finaleLaps = 4;

export interface Story {
  /** Entries that scored at a sprint lap, best first. */
  readonly scorers: ReadonlyMap<number, readonly string[]>;
  /** Those who were away for good. */
  readonly away: ReadonlySet<string>;
  /** The sprint lap from which on they were; absent where the race came together again. */
  readonly awayFrom?: number;
  /** The last lap of each entry with its companions; after it everybody goes to the own last crossing. */
  readonly holdsUntil: ReadonlyMap<string, number>;
}

function scorersOf(sheet: MassStartSheet): Map<number, string[]> {
  return new Map(
    sheet.sprintLaps.map((lap, sprint) => {
      const points = (line: MassStartLine) => line.points[sprint] ?? 0;
      const scored = sheet.lines.filter((line) => points(line) > 0).sort((a, b) => points(b) - points(a));
      return [lap, scored.map(({ entry }) => entry)];
    }),
  );
}

/** The entries ahead of the first large interval at the finish, where they are few. */
function breakAtFinish(sheet: MassStartSheet, times: ReadonlyMap<string, number>): string[] {
  const finishers = sheet.lines.filter(({ laps, entry }) => laps === sheet.laps && times.has(entry));
  const timeOf = ({ entry }: MassStartLine) => times.get(entry) ?? 0;
  finishers.sort((a, b) => timeOf(a) - timeOf(b));
  const end = finishers.findIndex((line, index) => {
    const ahead = finishers[index - 1];
    return ahead !== undefined && timeOf(line) - timeOf(ahead) >= breakGapUs;
  });
  if (end < 1 || end > breakSizeMax || end * 2 > finishers.length) return [];
  return finishers.slice(0, end).map(({ entry }) => entry);
}

/** The earliest sprint lap from which on nobody but `away` scored. */
function firstOwnSprint(scorers: ReadonlyMap<number, readonly string[]>, away: ReadonlySet<string>) {
  let from: number | undefined;
  for (const [lap, entries] of [...scorers].reverse()) {
    if (!entries.every((entry) => away.has(entry))) break;
    from = lap;
  }
  return from;
}

/** What the sheet tells; `times` are the last crossings and `pace` the head of the race, both since the gun. */
export function tellStory(sheet: MassStartSheet, times: ReadonlyMap<string, number>, pace: readonly number[]): Story {
  const scorers = scorersOf(sheet);
  const away = new Set(breakAtFinish(sheet, times));
  const awayFrom = firstOwnSprint(scorers, away);
  const holdsUntil = new Map<string, number>();
  const lastSprint = Math.max(0, ...sheet.sprintLaps);
  for (const { entry, laps } of sheet.lines) {
    const lastScored = Math.max(0, ...[...scorers].filter(([, who]) => who.includes(entry)).map(([lap]) => lap));
    const behindUs = (times.get(entry) ?? 0) - (pace[laps] ?? 0);
    const finale = laps === sheet.laps ? Math.min(finaleLaps, laps - lastSprint) : finaleLaps;
    const fadeLaps = Math.max(finale, Math.ceil(behindUs / fadeUsPerLap));
    holdsUntil.set(entry, Math.max(lastScored, laps - fadeLaps, 0));
  }
  return {
    scorers,
    away: awayFrom === undefined ? new Set() : away,
    ...(awayFrom !== undefined && { awayFrom }),
    holdsUntil,
  };
}
