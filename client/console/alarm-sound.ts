// When an alarm is heard: each once when it is new, and the loud ones again and again until they end or are silenced. Knows
// no clock and makes no sound.
import type { Alarm } from './alarms.ts';

/** While nothing is read it sounds again and again: every so many seconds. */
export const againS = 10;

/** What an alarm is told apart by: whom or what it is about. */
function keyOf(alarm: Alarm): string {
  return 'source' in alarm ? `source ${alarm.source}` : 'entry' in alarm ? `entry ${alarm.entry}` : alarm.kind;
}

const isLoud = ({ kind }: Alarm) => kind === 'silent' || kind === 'nothing';

export class AlarmSound {
  /** What was heard already. */
  #told: ReadonlySet<string> = new Set();
  #quiet: ReadonlySet<string> = new Set();
  /** Since it last sounded. */
  #seconds = 0;

  /** Another second has gone. */
  tick(): void {
    this.#seconds += 1;
  }

  /** Looks at the alarms there are now: true where they are to be heard. Nothing counts as heard that could not sound. */
  look(alarms: readonly Alarm[], canSound: boolean): boolean {
    const keys = alarms.map(keyOf);
    // An alarm that ended is forgotten: when it comes again it is a new one.
    this.#quiet = new Set(keys.filter((key) => this.#quiet.has(key)));
    const isNew = keys.some((key) => !this.#told.has(key));
    const isAgain = this.#seconds >= againS && alarms.some((alarm) => isLoud(alarm) && !this.isQuiet(alarm));
    this.#told = new Set(canSound ? keys : keys.filter((key) => this.#told.has(key)));
    if (!canSound || !(isNew || isAgain)) return false;
    this.#seconds = 0;
    return true;
  }

  /** Those there are now are heard no more, as long as they last. */
  silence(alarms: readonly Alarm[]): void {
    this.#quiet = new Set([...this.#quiet, ...alarms.map(keyOf)]);
  }

  isQuiet(alarm: Alarm): boolean {
    return this.#quiet.has(keyOf(alarm));
  }
}
