// <screens-list>: the named screens of the hall: what each is told, what it shows, how far behind it is.
import { html, nothing } from 'lit';
import type { MeetState } from '../../shared/meet-state.ts';
import type { ScreensState } from '../../shared/screen.ts';
import { languages } from '../kit/language.ts';
import { LightElement } from '../kit/light-element.ts';
import { themes } from '../kit/theme.ts';
import { mostDelayS } from '../kit/wire.ts';
import { say, wireWord } from './console-words.ts';
import { views } from './screen-commands.ts';

type Screen = ScreensState['screens'][string];

function choice(values: readonly string[], chosen: string, names: (value: string) => string = (value) => value) {
  return values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${names(value)}</option>`);
}

/** As its speakers call it. */
function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** The picture's topic, or the one it is furthest behind with. */
function behindS({ shows }: Screen): number {
  return Math.trunc(Math.max(0, ...Object.values(shows).map(({ behindUs = 0 }) => behindUs)) / 1_000_000);
}

export class ScreensList extends LightElement {
  static override properties = { screens: { attribute: false }, meet: { attribute: false } };
  declare screens: ScreensState | undefined;
  declare meet: MeetState | undefined;
  run: (line: string) => void = () => {};

  protected override render() {
    const screens = Object.entries(this.screens?.screens ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return html`<h2>${say('screensTitle')}</h2>
      <ol tabindex="0">
        ${screens.length === 0 ? html`<li class="none">${say('noScreens')}</li>` : nothing}
        ${screens.map(([name, screen]) => this.#line(name, screen))}
      </ol>`;
  }

  #line(name: string, screen: Screen) {
    const { settings, connected, shows } = screen;
    const races = Object.entries(this.meet?.races ?? {}).sort(([, a], [, b]) => a.order - b.order);
    const named = (id: string) => (id === 'auto' ? say('followIce') : (this.meet?.races[id]?.name ?? id));
    const tell =
      (key: string) =>
      ({ target }: Event) =>
        this.run(`screen ${name} ${key} ${(target as HTMLInputElement).value}`);
    const late = behindS(screen);
    const state = connected === 0 ? say('away') : late > 0 ? say('behind', { seconds: late }) : say('upToDate');
    return html`<li data-screen=${name} class=${connected === 0 ? 'away' : late > 0 ? 'late' : ''}>
      <b title=${Object.keys(shows).join(' ')}>${name}</b><small dir="auto">${settings.place}</small>
      <span class="state">${state}${connected > 1 ? html` <em>${say('twice', { count: connected })}</em>` : nothing}</span>
      <span class="settings">
        <select aria-label=${say('view')} @change=${tell('view')}>${choice(views, settings.view, (view) => wireWord('view', view))}</select>
        <select aria-label=${say('race')} @change=${tell('race')}>${choice(['auto', ...races.map(([id]) => id)], settings.race ?? 'auto', named)}</select>
        <select aria-label=${say('theme')} @change=${tell('theme')}>${choice(themes, settings.theme, (theme) => wireWord('theme', theme))}</select>
        <select aria-label=${say('language')} @change=${tell('language')}>${choice(['auto', ...languages], settings.language ?? 'auto', (tag) => (tag === 'auto' ? say('ofBrowser') : languageName(tag)))}</select>
        <label>${say('delay')} <input type="number" min="0" max=${mostDelayS} .value=${String(settings.delayMs / 1000)} @change=${tell('delay')} /> s</label>
        <label><input type="checkbox" .checked=${settings.hidden === true} @change=${({ target }: Event) => this.run(`screen ${name} ${(target as HTMLInputElement).checked ? 'hide' : 'reveal'}`)} /> ${say('hidden')}</label>
        ${settings.without === undefined ? nothing : html`<small>${say('without', { columns: settings.without.join(', ') })}</small>`}
      </span>
    </li>`;
  }
}

customElements.define('screens-list', ScreensList);
