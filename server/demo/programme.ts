// The races of the demo in the order in which they are played: what each is called, who starts, and its script.

import { massStartScript } from './mass-start-script.ts';
import { armLeadUs } from './officials.ts';
import { pairScript } from './pair-script.ts';
import { massStartOfficials, massStartSheet } from './races/mass-start.ts';
import { pairOfficials, pairSheets } from './races/pairs.ts';
import { endOf, type Script } from './script.ts';
import type { SheetLine } from './sheet.ts';

/** What `--race` chooses from. */
export const raceKinds = ['mass-start', 'pairs'] as const;
export type RaceKind = (typeof raceKinds)[number];

export const eventNames: Readonly<Record<RaceKind, string>> = {
  'mass-start': 'Mass Start Men',
  pairs: '1000 m Men',
};

export const massStartLaps = 16;

/** A skater on a start list. */
export type Starter = Pick<SheetLine, 'entry' | 'bib' | 'name' | 'nation'> & { readonly lane?: string };

/** By entry, the transponders on the left and the right ankle. */
export type Ankles = ReadonlyMap<string, readonly [string, string]>;

export interface DemoRace {
  readonly kind: RaceKind;
  /** The end of its id, the same in every run. */
  readonly key: string;
  readonly name: string;
  readonly starters: readonly Starter[];
  readonly script: (race: string, transponders: Ankles) => Script;
}

const massStart: DemoRace = {
  kind: 'mass-start',
  key: 'mass-start',
  name: 'Division A (laps between the sprints reconstructed)',
  starters: massStartSheet.lines.toSorted((a, b) => Number(a.bib) - Number(b.bib)),
  script: (race, transponders) =>
    massStartScript({
      race,
      transponders,
      sheet: massStartSheet,
      officials: massStartOfficials,
      plannedLaps: massStartLaps,
      ruleNonFinishers: false,
    }),
};

/** The pair in which a false start is staged, and by whom: it is no fact, and the name of the race says so. */
const staged = { number: 9, by: 'connor-howe' };

const pairs = pairSheets.map((sheet): DemoRace => {
  const isStaged = sheet.number === staged.number;
  return {
    kind: 'pairs',
    key: `pair-${sheet.number}`,
    name: `Pair ${sheet.number} (splits reconstructed${isStaged ? ', false start staged' : ''})`,
    starters: sheet.lines,
    script: (race, transponders) =>
      pairScript({
        race,
        transponders,
        sheet,
        officials: pairOfficials,
        ...(isStaged && { falseStartBy: staged.by }),
      }),
  };
});

export const demoRaces: readonly DemoRace[] = [massStart, ...pairs];

/** A result stays on the screens this long before the next race is called up. */
export const resultPauseUs = 30_000_000;

/** From the zero of one race to the zero of the next, at true speed. */
export function slotUs(script: Script): number {
  return endOf(script) + resultPauseUs + armLeadUs;
}
