// <help-sheet>: all commands, codes and keys on one sheet, as docs/console.md has them.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { codeMeaning } from '../kit/code-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { helpLines, keyLines } from './help-lines.ts';
import { type HelpLabel, say } from './help-words.ts';
import { codesLike } from './ruling-codes.ts';

type Pair = readonly [typed: string, says: string];

export class HelpSheet extends LightElement {
  static override properties = { kind: { attribute: false } };
  /** How the race is skated, which says what codes there are. */
  declare kind: Board['race']['kind'] | undefined;

  protected override render() {
    const codes = this.kind === undefined ? [] : codesLike('', this.kind);
    return html`<p>${say('english')}</p>
      ${helpLines.map(([title, lines]) =>
        this.#section(
          title,
          lines.map(({ line, says }) => [line, say(says)]),
        ),
      )}
      ${this.#section(
        'helpCodes',
        codes.map((code) => [code, codeMeaning(code) ?? '']),
      )}
      ${this.#section(
        'helpKeys',
        Object.values(keyLines).map(([keys, says]) => [keys, say(says)]),
      )}`;
  }

  #section(title: HelpLabel, lines: readonly Pair[]) {
    if (lines.length === 0) return nothing;
    return html`<section><h2>${say(title)}</h2>
      <dl>${lines.map(([typed, says]) => html`<dt>${typed}</dt><dd>${says}</dd>`)}</dl></section>`;
  }
}

customElements.define('help-sheet', HelpSheet);
