// What a typed line comes to: facts to send, something the page does by itself, or what is wrong with it. Knows no page.
import type { Board } from '../../shared/board.ts';
import type { ConsoleState } from '../../shared/console-state.ts';
import type { FactDraft } from '../../shared/facts.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import type { ScreenSettings, ScreensState } from '../../shared/screen.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import type { ConsoleLabel } from './console-words.ts';

type WithoutId<F> = F extends FactDraft ? Omit<F, 'id'> : never;

/** A fact before it has an id. */
export type FactBody = WithoutId<FactDraft>;

/** A sentence of the page: a label and its values. */
export interface Saying {
  readonly label: ConsoleLabel;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Facts that a line comes to. */
export interface Decided {
  readonly does: 'facts';
  readonly facts: readonly FactBody[];
  readonly says: Saying;
  /** Nothing shown is corrected by it, or it cannot wait: sent without being asked again. */
  readonly straight?: true;
  /** Codes that may be meant by what is typed so far. */
  readonly offers?: readonly string[];
  /** Something of it is known to nobody: asked about before anything else. */
  readonly doubts?: Saying;
}

export type Outcome =
  | Decided
  | { readonly does: 'go'; readonly race: string | undefined }
  | { readonly does: 'undo' | 'redo' }
  | { readonly does: 'help' | 'quiet' }
  | { readonly does: 'find'; readonly entry: string | undefined }
  | { readonly does: 'screen'; readonly name: string; readonly settings: ScreenSettings | undefined }
  | { readonly does: 'wrong'; readonly says: Saying };

/** What a line is read against: what the page shows now. */
export interface Context {
  readonly race: string;
  readonly board: Board;
  readonly console: ConsoleState;
  readonly meet?: MeetState | undefined;
  readonly screens?: ScreensState | undefined;
  readonly selections?: SelectionsState | undefined;
  /** Names of everybody in the meet, by id. */
  readonly athletes?: ReadonlyMap<string, string>;
  /** By transponder, the entry it was given to. */
  readonly worn: ReadonlyMap<string, string>;
  /** Id of the reading or unbound reading a command is about where it names none. */
  readonly selected?: string | undefined;
  /** The server's time. */
  readonly nowUs: number | undefined;
}

export function wrong(label: ConsoleLabel, values?: Saying['values']): Outcome {
  return { does: 'wrong', says: values === undefined ? { label } : { label, values } };
}

export function facts(bodies: readonly FactBody[], label: ConsoleLabel, values?: Saying['values']): Decided {
  return { does: 'facts', facts: bodies, says: values === undefined ? { label } : { label, values } };
}

/** The same, sent without being asked again. */
export function atOnce(bodies: readonly FactBody[], label: ConsoleLabel, values?: Saying['values']): Decided {
  return { ...facts(bodies, label, values), straight: true };
}
