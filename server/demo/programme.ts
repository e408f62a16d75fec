// What a demo meet consists of: its document without times, and its races in the order in which they are played, each with
// its script. Knows no single meet.
import type { Meet } from '../../shared/meet.ts';
import { armLeadUs } from './officials.ts';
import { endOf, type Script } from './script.ts';
import type { SheetLine } from './sheet.ts';

/** A skater on a start list. */
export type Starter = Pick<SheetLine, 'entry' | 'bib' | 'name' | 'nation'> & {
  readonly lane?: string;
  readonly club?: string;
  readonly pbUs?: number;
  /** Rule L8: of a quartet. */
  readonly startGroup?: string;
};

/** By entry, the transponders on the left and the right ankle. */
export type Ankles = ReadonlyMap<string, readonly [string, string]>;

export interface DemoRace {
  /** The key of its event. */
  readonly kind: string;
  /** The end of its id, the same in every run. */
  readonly key: string;
  readonly name: string;
  readonly round?: string;
  /** Rule L4: which run of its event. */
  readonly run?: number;
  /** Who skates. */
  readonly starters: readonly Starter[];
  /** When the list is in the document: from the start unless told; `called` stored when the race is called up, as by a secretary after a draw; `filled` never, the engine fills it from earlier rounds. */
  readonly listed?: 'called' | 'filled';
  readonly script: (race: string, transponders: Ankles) => Script;
}

/** An event of the meet document without its id, which is made of `key`. */
export interface DemoEvent {
  readonly key: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

export interface DemoMeet {
  /** What `--meet` calls it; the first is the one without `--meet`. */
  readonly key: string;
  /** Ids of its meets are this and the number of the run. */
  readonly stem: string;
  readonly document: Pick<Meet, 'name' | 'venue' | 'country' | 'dates' | 'timeZone'>;
  readonly events: readonly DemoEvent[];
  readonly races: readonly DemoRace[];
  /** Skaters wear the same ankles in all races, so that those who go on are known in the next round; their readings name the race. */
  readonly sameAnkles?: boolean;
  /** What else is in the document; `id` makes the id of an event of its key. */
  readonly rest?: (id: (key: string) => string) => object;
}

/** A result stays on the screens this long before the next race is called up. */
export const resultPauseUs = 30_000_000;

/** From the zero of one race to the zero of the next, at true speed. */
export function slotUs(script: Script): number {
  return endOf(script) + resultPauseUs + armLeadUs;
}
