// <screen-page>: a named screen, steered by its settings: the arena's pictures in the language, theme and delay it is told.
// While it is hidden it follows nothing but its settings, so that nothing can be seen that is not to be seen yet.
import { html, LitElement } from 'lit';
import type { ScreenSettings, ScreenState } from '../../shared/screen.ts';
import { words } from '../kit/desk-words.ts';
import { FrameElement } from '../kit/frame-element.ts';
import { speak } from '../kit/language.ts';
import type { Live } from '../kit/live.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { setTheme } from '../kit/theme.ts';
import type { Watchable } from '../kit/value.ts';

import '../arena/arena-page.ts';
import '../kit/connection-badge.ts';

/** Everything that shows words says them anew. */
function sayAnew(): void {
  for (const element of document.querySelectorAll('*')) if (element instanceof LitElement) element.requestUpdate();
}

export class ScreenPage extends FrameElement {
  static override properties = {
    live: { attribute: false },
    pictures: { attribute: false },
    name: { attribute: false },
    shape$: { attribute: false },
    settings: { state: true },
  };
  declare live: Live;
  /** Where what it shows comes from: the same connection, or a moment of the past. */
  declare pictures: Source;
  declare name: string;
  declare shape$: Watchable<Shape>;
  /** Undefined until it has been told; what is known of it stays while it is cut off. */
  declare private settings: ScreenSettings | undefined;
  #leave = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.live.follow<ScreenState>(`screen/${this.name}`, (state) => {
      if (state !== undefined) this.#tell(state.settings);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  #tell(settings: ScreenSettings): void {
    const before = this.settings;
    this.settings = settings;
    setTheme(settings.theme);
    this.live.delay(settings.delayMs);
    if (before !== undefined && before.language === settings.language) return;
    void speak([settings.language, ...navigator.languages]).then(sayAnew);
  }

  protected override render() {
    const { settings, pictures } = this;
    if (settings === undefined) return this.#holding(html`<h1>${this.name}</h1><p>${words('screenWaits')}</p>`);
    if (settings.hidden === true) return this.#holding(html`<i></i><p>${words('soon')}</p>`);
    const { view, race, event, meet, without = [] } = settings;
    return html`<arena-page
      .live=${pictures}
      .shape$=${this.shape$}
      .view=${view}
      .race=${race}
      .event=${event}
      .meet=${meet}
      .without=${without}
    ></arena-page>`;
  }

  #holding(picture: unknown) {
    return html`<main class="holding">${picture}</main><connection-badge .live=${this.pictures}></connection-badge>`;
  }
}

customElements.define('screen-page', ScreenPage);
