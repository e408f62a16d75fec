// <connection-badge>: always there, says whether what the screen shows is what is. The only place where a screen
// speaks of its own connection.
import { html, nothing, type PropertyValues } from 'lit';
import { LightElement } from './light-element.ts';
import { type ConnectionState, staleAfterMs } from './live.ts';
import { words } from './messages.ts';
import type { Source } from './source.ts';

/** The seconds of silence are shown, so they are looked at this often. */
const lookMs = 500;

/** What a viewer must know: `offline` is no connection and what is shown is not yet old. */
export type Freshness = 'waiting' | 'live' | 'offline' | 'stale' | 'closed';

/** Loss matters by its age: a lost connection is `stale` too, once nothing was heard for two beats. */
export function freshness(state: ConnectionState, silentMs: number | undefined): Freshness {
  if (state === 'live' || state === 'closed') return state;
  if (silentMs === undefined) return 'waiting';
  return state === 'stale' || silentMs >= staleAfterMs ? 'stale' : 'offline';
}

export class ConnectionBadge extends LightElement {
  static override properties = { live: { attribute: false }, state: { state: true }, silentS: { state: true } };
  declare live: Source;
  declare private state: Freshness;
  declare private silentS: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #unwatch = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.live.connection$.watch(() => this.#look());
    this.#timer = setInterval(() => this.#look(), lookMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#unwatch();
  }

  #look(): void {
    const { silentMs } = this.live;
    this.state = freshness(this.live.connection$.value, silentMs);
    this.silentS = this.state === 'stale' ? Math.trunc((silentMs ?? 0) / 1000) : 0;
  }

  protected override updated(changed: PropertyValues): void {
    // The page dims with it; a viewer must not have to find a small sign in a corner.
    if (changed.has('state')) document.documentElement.dataset.freshness = this.state;
  }

  protected override render() {
    if (this.live.isPast === true) return html`<p class="past" role="status"><b>${words('past')}</b></p>`;
    const old = this.state === 'stale' ? html`<span>${words('heardAgo', { seconds: this.silentS })}</span>` : nothing;
    return html`<p class=${this.state} role="status"><i></i><b>${words(this.state)}</b>${old}</p>`;
  }
}

customElements.define('connection-badge', ConnectionBadge);
