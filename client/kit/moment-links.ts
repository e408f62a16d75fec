// <moment-links>: from a live page back into the race, and the link to this moment of it. A replay has its own bar for both.
import { html, nothing, type TemplateResult } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from './desk-words.ts';
import { LightElement } from './light-element.ts';
import { addressAt, copied, isPageKey } from './moment-link.ts';
import type { TimeSource } from './race-clock.ts';

/** Whoever goes back wants to see what has just happened. */
const backUs = 15_000_000;

const saidMs = 3000;

/** Of a race that is over, its gun. */
export function gunOfOver({ race, clock }: Pick<Board, 'race' | 'clock'>): number | undefined {
  return race.status === 'running' ? undefined : Object.values(clock)[0]?.startUs;
}

export class MomentLinks extends LightElement {
  static override properties = {
    time: { attribute: false },
    race: { attribute: false },
    startUs: { attribute: false },
    keys: { type: Boolean },
    said: { state: true },
  };
  declare time: TimeSource;
  declare race: string;
  /** The gun of a race that is over, which is looked at from there on; nobody shares a moment of it but from the replay. */
  declare startUs: number | undefined;
  /** R and M do the same as the buttons, where a page is worked by keys. */
  declare keys: boolean;
  declare private said: boolean | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #key = (event: KeyboardEvent) => this.#press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#key);
    clearTimeout(this.#timer);
  }

  protected override render() {
    const key = (name: string) => (this.keys === true ? html` <kbd>${name}</kbd>` : nothing);
    return html`<button type="button" class="replay" @click=${() => this.#back()}>${words('replay')}${key('R')}</button>
      ${this.startUs === undefined ? this.#shareButton(key('M')) : nothing}`;
  }

  #shareButton(key: TemplateResult | typeof nothing): TemplateResult {
    const text = this.said === undefined ? words('shareMoment') : words(this.said ? 'copied' : 'inAddress');
    return html`<button type="button" class="share" aria-live="polite" @click=${() => void this.#share()}>${text}${key}</button>`;
  }

  #press(event: KeyboardEvent): void {
    if (this.keys !== true || !isPageKey(event)) return;
    if (event.key === 'r') this.#back();
    else if (event.key === 'm' && this.startUs === undefined) void this.#share();
  }

  #back(): void {
    const { time, race, startUs } = this;
    const nowUs = time.nowUs();
    if (nowUs !== undefined) location.assign(addressAt(location.href, startUs ?? nowUs - backUs, race));
  }

  /** Where no clipboard is, the address bar has it. */
  async #share(): Promise<void> {
    const nowUs = this.time.nowUs();
    if (nowUs === undefined) return;
    const address = addressAt(location.href, nowUs, this.race);
    this.said = await copied(address);
    if (!this.said) history.replaceState(null, '', address);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.said = undefined;
    }, saidMs);
  }
}

customElements.define('moment-links', MomentLinks);
