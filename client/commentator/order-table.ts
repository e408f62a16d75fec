// <order-table>: the order on the ice, dense: groups, gaps, where they are going. Pinned skaters stay on top.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';
import { marksOf, rowClasses } from '../kit/row-texts.ts';
import { gapsByLap, passedPoints, type Trend, trendOf } from '../kit/trends.ts';
import { inOrder, keyOf } from '../kit/who.ts';
import { columnTitle, orderColumns } from './order-columns.ts';
import type { ColumnName, Prefs } from './prefs.ts';

/** What a row says besides its own: where its gap is going, that it stays on top, that a group begins with it. */
interface Place {
  readonly trend: Trend | undefined;
  readonly pinned: boolean;
  readonly opens: boolean;
}

/** Whoever is chosen in any list of the page. */
export const chosenEvent = 'chosen';

/** Tells the page that a skater was chosen here. */
export function choose(from: HTMLElement, entry: string): void {
  from.dispatchEvent(new CustomEvent(chosenEvent, { detail: entry, bubbles: true }));
}

export class OrderTable extends LightElement {
  static override properties = {
    board: { attribute: false },
    prefs: { attribute: false },
    chosen: { attribute: false },
  };
  declare board: Board;
  declare prefs: Prefs;
  declare chosen: string | undefined;

  protected override render() {
    const { board, prefs } = this;
    const gaps = gapsByLap(board, passedPoints(board));
    const rows = inOrder(board.rows, prefs.pinned);
    const racing = board.race.status === 'running';
    // Where nobody can have points, a column for them says nothing.
    const columns = prefs.columns.filter(
      (name) => name !== 'points' || rows.some(([, { points }]) => points !== undefined),
    );
    let group: number | undefined;
    return html`<div class="scroll" tabindex="0"><table .style=${`--rows:${rows.length}`}>
      <caption>${words(racing ? 'onTheIce' : board.race.status)}</caption>
      <thead><tr><th scope="col" class="place">${words('placeShort')}</th><th scope="col" class="bib">${words('bib')}</th><th scope="col" class="who">${words('skater')}</th>
        ${columns.map((name) => html`<th scope="col" class=${name}>${columnTitle(name)}</th>`)}</tr></thead>
      <tbody>${repeat(
        rows,
        ([entry]) => entry,
        ([entry, row]) => {
          const pinned = prefs.pinned.includes(keyOf(entry, row));
          const opens = racing && !pinned && row.group !== undefined && row.group !== group && group !== undefined;
          if (!pinned) group = row.group;
          const trend = row.flags.finished === true ? undefined : trendOf(gaps.get(entry) ?? []);
          return this.#row(entry, row, columns, { trend, pinned, opens });
        },
      )}</tbody></table></div>`;
  }

  #row(entry: string, row: Row, columns: readonly ColumnName[], { trend, pinned, opens }: Place) {
    const { race } = this.board;
    const classes = `${rowClasses(row)} ${pinned ? 'pinned' : ''} ${opens ? 'opens' : ''}`;
    const marks = marksOf(row);
    return html`<tr class=${classes} aria-selected=${entry === this.chosen} data-entry=${entry} @click=${() => choose(this, entry)}>
      <td class="place">${row.position ?? row.rank ?? ''}</td>
      <td class="bib">${row.bib ?? row.helmet ?? ''}</td>
      <td class="who"><span>${flag(row.nation)}<b dir="auto">${row.name}</b>${pinned ? html`<i class="pin" title=${words('pinned')}>◆</i>` : nothing}${marks.map((mark) => html`<i class="mark">${mark}</i>`)}${row.flags.overdue === true ? html`<em>${words('overdue')}</em>` : nothing}</span></td>
      ${columns.map((name) => html`<td class=${name}>${orderColumns[name].cell(row, race.digits, trend)}</td>`)}
    </tr>`;
  }
}

customElements.define('order-table', OrderTable);
