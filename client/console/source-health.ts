// <source-health>: every source, when it was last heard, how late its readings come, and which of its numbers are missing.
import { html, nothing } from 'lit';
import type { SourceState, SourcesState } from '../../shared/sources-state.ts';
import { LightElement } from '../kit/light-element.ts';
import type { TimeSource } from '../kit/race-clock.ts';
import { say } from './console-words.ts';
import type { AlarmSettings } from './desk-memory.ts';

const lookMs = 1000;
const dayS = 86_400;
/** No network delays a reading by more: the source's clock is another. */
const latestS = 60;

function lagText(lagUs: number): string {
  const seconds = Math.round(Math.abs(lagUs) / 1_000_000);
  if (lagUs < 0 || seconds >= latestS) return say('clockOff', { seconds });
  return seconds >= 2 ? say('lagSeconds', { seconds }) : say('lag', { ms: Math.round(lagUs / 1000) });
}

export class SourceHealth extends LightElement {
  static override properties = { sources: { attribute: false }, settings: { attribute: false } };
  declare sources: SourcesState | undefined;
  declare settings: AlarmSettings;
  clock: TimeSource = { nowUs: () => undefined };
  change: (settings: AlarmSettings) => void = () => {};
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), lookMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render() {
    const heardUs = ({ readingUs, acceptedUs }: SourceState) => readingUs ?? acceptedUs;
    const sources = Object.entries(this.sources?.sources ?? {}).sort(([, a], [, b]) => heardUs(b) - heardUs(a));
    const { afterS, sound } = this.settings;
    return html`<h2>${say('sourcesTitle')}
        <label>${say('alarmAfter')} <input class="after" type="number" min="5" max="600" .value=${String(afterS)} @change=${this.#threshold} /> s</label>
        <label><input type="checkbox" .checked=${sound} @change=${this.#sound} /> ${say('sound')}</label>
      </h2>
      <ol tabindex="0">
        ${sources.length === 0 ? html`<li class="none">${say('noSources')}</li>` : nothing}
        ${sources.map(([id, source]) => this.#line(id, source, heardUs(source)))}
      </ol>`;
  }

  #line(id: string, { lagUs, missing }: SourceState, heardUs: number) {
    const nowUs = this.clock.nowUs();
    const agoS = nowUs === undefined ? undefined : Math.max(0, Math.trunc((nowUs - heardUs) / 1_000_000));
    return html`<li data-source=${id}>
      <b>${id}</b>
      <span>${agoS === undefined || agoS >= dayS ? '' : say('heard', { seconds: agoS })}</span>
      <span>${lagUs === undefined ? '' : lagText(lagUs)}</span>
      ${missing.length === 0 ? nothing : html`<em>${say('missing', { numbers: missing.join(' ') })}</em>`}
    </li>`;
  }

  readonly #threshold = ({ target }: Event): void => {
    const afterS = Number((target as HTMLInputElement).value);
    if (afterS >= 5 && afterS <= 600) this.change({ ...this.settings, afterS });
  };

  readonly #sound = ({ target }: Event): void => {
    this.change({ ...this.settings, sound: (target as HTMLInputElement).checked });
  };
}

customElements.define('source-health', SourceHealth);
