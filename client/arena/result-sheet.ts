// <result-sheet>: the result of a mass start, in as many columns as it takes to be large.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { PageTurner } from '../kit/page-turner.ts';
import { personName } from '../kit/person-name.ts';
import { marksOf, pointsText, resultText, rowClasses } from '../kit/row-texts.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { sprintKeys, sprintName } from '../kit/sprint-words.ts';
import { columnsFor, inColumns, pagesFor, rowsOfPage } from './columns.ts';
import { inOrder } from './gliding-line.ts';

function won(row: Row, sprints: Board['sprints']) {
  return sprintKeys(sprints).map((n) => {
    const points = pointsText(row.points?.[`s${n}`]);
    return points === '' ? nothing : html`<span class="won">${sprintName(sprints, n)} <b>${points}</b></span>`;
  });
}

function cells(row: Row, board: Board) {
  const laps = row.laps === board.laps.total ? '' : words('laps', { laps: row.laps });
  return html`
    <span class="place">${row.rank}</span>
    <span class="who">
      ${personName(row.name)}
      <small><b>${row.nation ?? row.club}</b><span class="bib">${row.bib}</span>${won(row, board.sprints)}<span>${laps}</span>${marksOf(row).map((mark) => html`<em>${mark}</em>`)}</small>
    </span>
    <span class="total">${pointsText(row.points?.total)}</span>
    <span class="time">${resultText(row)}</span>`;
}

export class ResultSheet extends LightElement {
  static override properties = { board: { attribute: false }, shape: { attribute: false }, live: { attribute: false } };
  declare board: Board;
  declare shape: Shape;
  declare live: Source;
  readonly #turner = new PageTurner(this);

  protected override render() {
    const { shape } = this;
    const all = inOrder(this.board.rows);
    if (all.length === 0) return nothing;
    const page = this.#turner.page(pagesFor(all.length, shape), this.live.clock);
    const rows = rowsOfPage(all, page, shape);
    return html`<ol class=${`columns-${columnsFor(rows.length, shape)}`} .style=${inColumns(rows.length, shape)}>
      ${repeat(
        rows,
        ([entry]) => entry,
        ([entry, row]) =>
          html`<li class="${rowClasses(row)} ${row.rank !== undefined && row.rank <= 3 ? 'podium' : ''}" data-entry=${entry}>${cells(row, this.board)}</li>`,
      )}
    </ol>`;
  }
}

customElements.define('result-sheet', ResultSheet);
