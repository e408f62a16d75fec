// <alarm-bar>: alarms in words and colour across the page, and a sound unless it is switched off. Looks every second.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { ConsoleState } from '../../shared/console-state.ts';
import type { SourcesState } from '../../shared/sources-state.ts';
import { LightElement } from '../kit/light-element.ts';
import type { TimeSource } from '../kit/race-clock.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { beep } from './beep.ts';
import { say } from './console-words.ts';
import type { AlarmSettings } from './desk-memory.ts';
import { nameOf } from './who.ts';

const lookMs = 1000;
/** While nothing is read it sounds again and again: every so many looks. */
const againLooks = 10;

const seconds = (us: number) => Math.trunc(us / 1_000_000);

export class AlarmBar extends LightElement {
  static override properties = {
    board: { attribute: false },
    console: { attribute: false },
    sources: { attribute: false },
    settings: { attribute: false },
  };
  declare board: Board | undefined;
  declare console: ConsoleState | undefined;
  declare sources: SourcesState | undefined;
  declare settings: AlarmSettings;
  clock: TimeSource = { nowUs: () => undefined };
  #timer: ReturnType<typeof setInterval> | undefined;
  /** What was told already: a sound is for what is new. */
  #told: ReadonlySet<string> = new Set();
  #looks = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      this.#looks += 1;
      this.requestUpdate();
    }, lookMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render() {
    const { board, settings } = this;
    const alarms = alarmsOf(board, this.console, this.sources, this.clock.nowUs(), settings.afterS * 1_000_000);
    const keys = alarms.map((alarm) =>
      'source' in alarm ? alarm.source : 'entry' in alarm ? alarm.entry : alarm.kind,
    );
    const isNew = keys.some((key) => !this.#told.has(key));
    const isLoud = alarms.some(({ kind }) => kind === 'silent' || kind === 'nothing');
    if (isNew) this.#looks = 0;
    if (settings.sound && (isNew || (isLoud && this.#looks >= againLooks))) {
      this.#looks = 0;
      beep();
    }
    this.#told = new Set(keys);
    if (alarms.length === 0) return nothing;
    return html`<ul role="alert">${alarms.map((alarm) => html`<li class=${alarm.kind}>${this.#text(alarm)}</li>`)}</ul>`;
  }

  #text(alarm: Alarm): string {
    const { board } = this;
    switch (alarm.kind) {
      case 'silent':
        return say('alarmSilent', { source: alarm.source, seconds: seconds(alarm.silentUs) });
      case 'nothing':
        return say('alarmNothing', { seconds: seconds(alarm.silentUs) });
      case 'overdue':
        return say('alarmOverdue', { who: nameOf(alarm.entry, board?.rows ?? {}) });
      case 'bell':
        return say('alarmBell', { lap: alarm.lap, laps: board?.laps.total ?? 0 });
    }
  }
}

customElements.define('alarm-bar', AlarmBar);
