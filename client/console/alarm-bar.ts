// <alarm-bar>: alarms in words and colour across the page, and a sound unless it is switched off, silenced, or kept in by the
// browser, which is said. Looks every second.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { ConsoleState } from '../../shared/console-state.ts';
import type { SourcesState } from '../../shared/sources-state.ts';
import { LightElement } from '../kit/light-element.ts';
import type { TimeSource } from '../kit/race-clock.ts';
import { AlarmSound } from './alarm-sound.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { beep, isBlocked } from './beep.ts';
import { say } from './console-words.ts';
import type { AlarmSettings } from './desk-memory.ts';
import { nameOf } from './who.ts';

const lookMs = 1000;

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
  readonly #sound = new AlarmSound();
  #alarms: readonly Alarm[] = [];
  #isBlocked = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      this.#sound.tick();
      // Not before the first second: a browser that lets a page sound takes a moment to begin.
      this.#isBlocked = isBlocked();
      this.requestUpdate();
    }, lookMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** One is heard no more as long as it lasts, or all there are. */
  silence(alarms: readonly Alarm[] = this.#alarms): void {
    this.#sound.silence(alarms);
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const { board, settings } = this;
    this.#alarms = alarmsOf(board, this.console, this.sources, this.clock.nowUs(), settings.afterS * 1_000_000);
    const isHeard = this.#sound.look(this.#alarms, !(settings.sound && isBlocked()));
    if (isHeard && settings.sound) beep();
  }

  protected override render() {
    const lines = this.#alarms.map((alarm) => this.#line(alarm));
    if (this.settings.sound && this.#isBlocked) lines.push(html`<li class="blocked">${say('soundBlocked')}</li>`);
    return lines.length === 0 ? nothing : html`<ul role="alert">${lines}</ul>`;
  }

  #line(alarm: Alarm) {
    const isQuiet = this.#sound.isQuiet(alarm);
    return html`<li class="${alarm.kind}${isQuiet ? ' quiet' : ''}">${this.#text(alarm)}
      <button tabindex="-1" class="silence" ?disabled=${isQuiet} @click=${() => this.silence([alarm])}>${say(isQuiet ? 'silenced' : 'quiet')}</button></li>`;
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
