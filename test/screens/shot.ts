// What a picture of docs/screens is of, and when it is taken.
import type { Page } from 'playwright-core';
import type { DemoMeet } from '../../server/demo/programme.ts';
import type { PlayedMeet } from './played-meet.ts';

export interface Shot {
  /** Its name in the folder, the page it belongs to before the first dash. */
  readonly file: string;
  readonly says: string;
  /** `{race}` and `{meet}` are those of the moment. */
  readonly path: string;
  readonly size: readonly [width: number, height: number];
  readonly theme?: 'light' | 'stadium' | 'paper';
  readonly language?: 'nl' | 'da';
  /** Taken smaller than it is shown. */
  readonly scale?: number;
  readonly act?: (page: Page, meet: PlayedMeet) => Promise<unknown>;
}

export interface Moment {
  readonly demo: DemoMeet;
  /** The key of its race, and seconds since its gun. */
  readonly race: string;
  readonly seconds: number;
  readonly before?: (meet: PlayedMeet) => Promise<unknown>;
  readonly shots: readonly Shot[];
}
