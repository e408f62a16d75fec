// A result sheet in our own words: what is known of a race that was skated, and nothing of how it was made into readings.
import type { RulingStatus } from '../../shared/facts.ts';

/** A time as a sheet prints it: `timeUs` to the hundredth, and the bracketed thousandth where there is one (rule T4). */
export interface PrintedTime {
  readonly timeUs: number;
  readonly thousandth?: number;
}

/** One line of a sheet, with the entry's id. `timeUs` is absent where none is printed. */
export interface SheetLine extends Partial<PrintedTime> {
  readonly entry: string;
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  readonly status?: RulingStatus;
  /** The rule broken, as in T25. */
  readonly code?: string;
}

/** One line of a mass start. */
export interface MassStartLine extends SheetLine {
  readonly laps: number;
  /** Points at each sprint as printed, the finish last. */
  readonly points: readonly number[];
  /** What counts of them: 0 for one who was lapped or did not finish. */
  readonly total: number;
}

/** Somebody falls, or an attack goes, in laps that no sheet tells of: made up, and said so by the name of the race. */
export interface Incident {
  readonly entries: readonly string[];
  /** From the end of this lap to the end of that one, at which all are together again. */
  readonly from: number;
  readonly to: number;
  /** At most so far behind the others (a fall), or negative so far ahead of them (a break). */
  readonly byUs: number;
}

/** A mass start as it was skated, lines in the order of the sheet. `id` also seeds what has to be made up. */
export interface MassStartSheet {
  readonly id: string;
  readonly laps: number;
  /** The sprint laps before the finish. */
  readonly sprintLaps: readonly number[];
  readonly lines: readonly MassStartLine[];
  readonly incidents?: readonly Incident[];
}

/** One of a pair; `lane` is the one of the start. */
export interface PairLine extends SheetLine {
  readonly lane: 'inner' | 'outer';
  /** Rule L8: of a quartet, which pair. */
  readonly group?: '1' | '2';
  /** Passes the first point after this time, and none after it. */
  readonly fellAfterUs?: number;
  readonly pbUs?: number;
  readonly startGroup?: string;
}

/** One pair of a distance in metres, or two at once. */
export interface PairSheet {
  readonly id: string;
  readonly distance: number;
  readonly lines: readonly PairLine[];
  /** Of a quartet: the second pair starts this long after the first. */
  readonly secondGunUs?: number;
}

/** One skater of a heat of short track; `lane` is the place at the start, from the inside. */
export interface ShortTrackLine extends Omit<SheetLine, 'timeUs' | 'thousandth'> {
  readonly lane: string;
  /** Place after each crossing of the line, and the lap to it in hundredths of a second; fewer where he went no further. */
  readonly places: readonly number[];
  readonly laps: readonly number[];
  /** To the thousandth; absent where none is printed. */
  readonly timeUs?: number;
  /** Moved on by the referee. */
  readonly advanced?: boolean;
}

/** One heat, lines in the order of the sheet. */
export interface ShortTrackSheet {
  readonly id: string;
  readonly lines: readonly ShortTrackLine[];
}

/** Reads `7:42.97(6)` or `34.37`; throws a sentence where the text is no time. */
export function printedTime(text: string): PrintedTime {
  const match = /^(?:(\d+):)?(\d{1,2})\.(\d\d)(?:\((\d)\))?$/.exec(text);
  if (match === null) throw new Error(`not a time as sheets print it: ${text}`);
  const [, minutes = '0', seconds, hundredths, thousandth] = match;
  const timeUs = Number(minutes) * 60_000_000 + Number(seconds) * 1_000_000 + Number(hundredths) * 10_000;
  return thousandth === undefined ? { timeUs } : { timeUs, thousandth: Number(thousandth) };
}
