// What is known of a take: the board of its race, the standings of its event, the meet's document. Graphics make their data
// of it, plain JSON, so that a latched graphic is data and nothing else.
import type { Board } from '../../shared/board.ts';
import type { Meet } from '../../shared/meet.ts';
import type { EventState } from '../../shared/meet-state.ts';

export interface Known {
  readonly board: Board;
  readonly event?: EventState | undefined;
  /** Where bests and notes are, and what was skated earlier. */
  readonly meet?: Meet | undefined;
  readonly results?: ReadonlyMap<string, Board>;
}

export interface Wish {
  readonly entry?: string | undefined;
  readonly sprint?: string | undefined;
}

/** Somebody as a graphic names him. */
export interface Who {
  readonly name: string;
  readonly nation?: string | undefined;
  readonly bib?: string | undefined;
}

export function whoOf({ name, nation, bib }: Who): Who {
  return { name, ...(nation !== undefined && { nation }), ...(bib !== undefined && { bib }) };
}
