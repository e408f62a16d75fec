// What is remembered of a heat while its events come: its attempt, its readings, what was decided. Plain data, never changed.
import type { FactDraft, How, RulingStatus } from '../../../shared/facts.ts';
import type { Refusal } from '../port.ts';

/** A reading of the line, or of a loop elsewhere, as it was sent as a fact. */
export interface KnownReading {
  readonly fact: string;
  readonly entry: string;
  readonly how: How;
  /** Since the gun, as it counts now. */
  readonly us: number;
  /** The source shows it. */
  readonly presented: boolean;
  readonly deleted: boolean;
  /** How often it was corrected. */
  readonly changes: number;
}

export interface Heat {
  /** The id of our race. */
  readonly race: string;
  /** What every id of its facts begins with. */
  readonly source: string;
  /** Called up now. */
  readonly active: boolean;
  /** How often it was called up; more than once where it was opened again. */
  readonly calls: number;
  /** The instant of the gun of this attempt, once it is known. */
  readonly startUs?: number;
  /** What was known of a gun before anything of this heat was heard. */
  readonly gunUs?: number;
  /** Microseconds since the gun of the newest reading of this attempt. */
  readonly lastUs: number;
  /** Readings of this attempt by entry, kind and time: what is heard again is found again. */
  readonly readings: ReadonlyMap<string, KnownReading>;
  /** By entry: which readings were asked to be presented, the newest last. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  readonly rulings: ReadonlyMap<string, { readonly status: RulingStatus; readonly changes: number }>;
}

/** What an event did to its heat. */
export interface HeatStep {
  readonly heat: Heat;
  readonly facts: readonly FactDraft[];
  readonly refused: readonly Refusal[];
}

export function newHeat(race: string, source: string, gunUs?: number): Heat {
  return {
    race,
    source,
    active: false,
    calls: 0,
    lastUs: 0,
    readings: new Map(),
    choices: new Map(),
    rulings: new Map(),
    ...(gunUs !== undefined && { gunUs }),
  };
}

export function unchanged(heat: Heat, ...refused: readonly Refusal[]): HeatStep {
  return { heat, facts: [], refused };
}

/** One step after the other. */
export function steps(heat: Heat, ...each: readonly ((heat: Heat) => HeatStep)[]): HeatStep {
  return each.reduce<HeatStep>((done, step) => {
    const next = step(done.heat);
    return { heat: next.heat, facts: done.facts.concat(next.facts), refused: done.refused.concat(next.refused) };
  }, unchanged(heat));
}
