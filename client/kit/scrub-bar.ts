// <scrub-bar>: plays, stops, steps and seeks through a replay; a link keeps the moment. Keys do all of it:
// space, arrows, Home and End, plus and minus for the pace, M for the link, L for live again.
import { html } from 'lit';
import { formatClock } from '../../shared/format-time.ts';
import { LightElement } from './light-element.ts';
import { words } from './messages.ts';
import { addressAt, addressLive, copied, isPageKey } from './moment-link.ts';
import type { Replay } from './replay.ts';

const speeds: readonly number[] = [0.5, 1, 2, 4, 8, 16];

/** Arrows with the shift key go so far. */
const strideUs = 10_000_000;

export class ScrubBar extends LightElement {
  static override properties = { replay: { attribute: false }, said: { state: true } };
  declare replay: Replay;
  declare private said: boolean | undefined;
  #unwatch = () => {};
  readonly #key = (event: KeyboardEvent) => this.#press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.replay.state$.watch(() => {
      this.said = undefined;
      this.requestUpdate();
    });
    window.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    window.removeEventListener('keydown', this.#key);
  }

  protected override render() {
    const { fromUs, toUs } = this.replay;
    const { atUs, playing, speed } = this.replay.state$.value;
    return html`
      <button type="button" class="play" title="Space" @click=${() => this.#toggle()}>${words(playing ? 'pause' : 'play')}</button>
      <button type="button" title="←" @click=${() => this.replay.step(-1)}>‹</button>
      <button type="button" title="→" @click=${() => this.replay.step(1)}>›</button>
      <input
        type="range"
        aria-label=${words('moment')}
        min=${fromUs}
        max=${toUs}
        step="100000"
        .value=${String(atUs)}
        @input=${({ target }: InputEvent) => this.replay.seek(Number((target as HTMLInputElement).value))}
      />
      <output>${formatClock(atUs - fromUs)} / ${formatClock(toUs - fromUs)}</output>
      <button type="button" title="+ −" @click=${() => this.#pace(1)}>${speed}×</button>
      <button type="button" title="M" aria-live="polite" @click=${() => void this.#share()}>${words(this.said === true ? 'copied' : 'copyLink')}</button>
      <button type="button" class="live" title="L" @click=${() => this.#live()}>${words('live')}</button>`;
  }

  #toggle(): void {
    if (this.replay.state$.value.playing) this.replay.pause();
    else this.replay.play();
  }

  #pace(by: 1 | -1): void {
    const { speed, playing } = this.replay.state$.value;
    const next = speeds[(speeds.indexOf(speed) + by + speeds.length) % speeds.length] ?? 1;
    this.replay.play(next);
    if (!playing) this.replay.pause();
  }

  /** The address of this moment, also in the address bar. */
  async #share(): Promise<void> {
    const address = addressAt(location.href, this.replay.state$.value.atUs);
    history.replaceState(null, '', address);
    this.said = await copied(address);
  }

  #live(): void {
    location.assign(addressLive(location.href));
  }

  #press(event: KeyboardEvent): void {
    if (!isPageKey(event)) return;
    const act = this.#acts(event.shiftKey)[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #acts(far: boolean): Readonly<Record<string, () => void>> {
    const { replay } = this;
    const go = (by: 1 | -1) => (far ? replay.seek(replay.clock.nowUs() + by * strideUs) : replay.step(by));
    return {
      ' ': () => this.#toggle(),
      arrowleft: () => go(-1),
      arrowright: () => go(1),
      home: () => replay.seek(replay.fromUs),
      end: () => replay.seek(replay.toUs),
      '+': () => this.#pace(1),
      '-': () => this.#pace(-1),
      m: () => void this.#share(),
      l: () => this.#live(),
    };
  }
}

customElements.define('scrub-bar', ScrubBar);
