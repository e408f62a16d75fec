// <start-list>: who is going to skate.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { PageTurner } from '../kit/page-turner.ts';
import { personName } from '../kit/person-name.ts';
import { rowClasses } from '../kit/row-texts.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { inColumns, pagesFor, rowsOfPage } from './columns.ts';
import { inOrder } from './gliding-line.ts';

function cells(row: Row) {
  const helmet = row.helmet === undefined || row.helmet === row.bib ? nothing : html`<small>${row.helmet}</small>`;
  return html`
    <span class="place">${row.bib}</span>
    <span class="who">${personName(row.name)}</span>
    ${helmet}
    <span class="nation">${row.status ?? row.nation ?? row.club}</span>`;
}

export class StartList extends LightElement {
  static override properties = { board: { attribute: false }, shape: { attribute: false }, live: { attribute: false } };
  declare board: Board;
  declare shape: Shape;
  declare live: Source;
  readonly #turner = new PageTurner(this);

  protected override render() {
    const all = inOrder(this.board.rows);
    const page = this.#turner.page(pagesFor(all.length, this.shape), this.live.clock);
    const rows = rowsOfPage(all, page, this.shape);
    return html`<ol .style=${inColumns(rows.length, this.shape)}>
      ${repeat(
        rows,
        ([entry]) => entry,
        ([entry, row]) => html`<li class=${rowClasses(row)} data-entry=${entry}>${cells(row)}</li>`,
      )}
    </ol>`;
  }
}

customElements.define('start-list', StartList);
