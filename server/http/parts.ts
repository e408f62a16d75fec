// What the HTTP room is given: small views of journal and hub, so that it is tested without either.
import type { Logger } from 'pino';
import type { Fact } from '../../shared/facts.ts';
import type { Meet, Starter } from '../../shared/meet.ts';
import type { OnAirAction, OnAirState } from '../../shared/on-air.ts';
import type { JsonObject } from '../../shared/patch.ts';
import type { ScreenSettings, ScreensState } from '../../shared/screen.ts';
import type { Journal } from '../journal/journal.ts';
import type { Holder } from '../journal/tokens.ts';
import type { Metrics } from './metrics.ts';

/** The newest state of a topic. */
export interface TopicState {
  readonly epoch: string;
  readonly version: number;
  readonly state: object;
}

export interface HttpParts {
  readonly journal: Pick<Journal, 'append' | 'preview' | 'putMeet' | 'holds' | 'meet' | 'health' | 'lastSeq' | 'epoch'>;
  /** `delayMs`: as it was so long ago. */
  readonly topics: { get(topic: string, delayMs?: number): TopicState | undefined; topics(): Iterable<string> };
  /**
   * The tape of a topic with all that is committed, or undefined where there is none; of `now`, of the meet on at `atUs`. One
   * that is too long has no lines.
   */
  tape(topic: string, atUs?: number): Promise<{ readonly tag: string; readonly lines: readonly Buffer[] } | undefined>;
  /** One version of a meet's document. */
  document(meet: string, version: number): Meet | undefined;
  /** The start list of a race as it stands on the day, or undefined where there is no such race. */
  startList(race: string): readonly Starter[] | undefined;
  readonly screens: {
    list(): ScreensState;
    tell(name: string, settings: ScreenSettings): boolean;
    forget(name: string): boolean;
  };
  readonly onAir: {
    of(output: string): OnAirState;
    /** Undefined where there are as many outputs as can be. */
    act(output: string, action: OnAirAction): OnAirState | undefined;
  };
  authenticate(token: string): Holder | undefined;
  /** By topic, the merge patch that these facts would cause. */
  preview(facts: readonly Fact[]): ReadonlyMap<string, JsonObject>;
  /** True from the moment all boards are made until the server stops. */
  ready(): boolean;
  readonly metrics: Metrics;
  /** Where the built pages lie. */
  readonly pagesFolder: string;
  /** Where the sponsors' pictures lie, where there are any. */
  readonly sponsorsFolder?: string;
  readonly log: Logger;
}
