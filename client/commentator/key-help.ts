// <key-help>: the keys of the page, and the columns to choose from. Open on `?` or `c`, gone on Escape.
import { html } from 'lit';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { keyTable, momentKeys } from './keys.ts';
import { columnTitle } from './order-columns.ts';
import { type ColumnName, columnNames } from './prefs.ts';

const shown: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Backspace: '⌫' };

export class KeyHelp extends LightElement {
  static override properties = { columns: { attribute: false } };
  declare columns: readonly ColumnName[];

  #toggle(name: ColumnName): void {
    this.dispatchEvent(new CustomEvent('column', { detail: name, bubbles: true }));
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  protected override render() {
    return html`<div role="dialog" aria-label=${words('keys')}>
      <section><h2>${words('keys')}</h2>
        <dl><div><dt><kbd>0</kbd>–<kbd>9</kbd></dt><dd>${words('key.digits')}</dd></div>
        ${[...keyTable, ...momentKeys].map(({ keys, label }) => html`<div><dt>${keys.map((key) => html`<kbd>${shown[key] ?? key}</kbd> `)}</dt><dd>${words(label)}</dd></div>`)}</dl></section>
      <section><h2>${words('columns')}</h2>
        ${columnNames.map((name) => html`<label><input type="checkbox" .checked=${this.columns.includes(name)} @change=${() => this.#toggle(name)} /> ${columnTitle(name)}</label>`)}</section></div>`;
  }
}

customElements.define('key-help', KeyHelp);
