// <classification-list>: the classification as it stands, the other list than the order on the ice (M4).
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { pointsText, resultText, rowClasses } from '../kit/row-texts.ts';
import type { Shape } from '../kit/shape.ts';
import { sprintKeys, sprintName } from '../kit/sprint-words.ts';
import { type Places, standsAtOnce, steady, styleOf } from './gliding-line.ts';
import { placeGrid, placeLines } from './row-layout.ts';

const space = { height: 96.6, band: 0, rowMost: 8, head: 3, headScale: 1.6 };

/** Below the order on the ice there is room for those who may still win. */
const tallGrid = { columns: 2, perColumn: 4, rowHeight: 4.2, step: 5 };

/** By rank; who has none yet keeps the board's order behind them. */
function lines(rows: Board['rows']) {
  return Object.entries(rows)
    .sort(([, a], [, b]) => (a.rank ?? 1000) - (b.rank ?? 1000) || a.order - b.order)
    .map(([key]) => ({ key, kind: 'row' }) as const);
}

const firstSprintColumn = 3;

/** A cell that says nothing would be laid out with every change. */
function cell(place: string, text: string, column?: number) {
  if (text === '') return nothing;
  return html`<span class=${place} .style=${column === undefined ? '' : `grid-column:${column}`}>${text}</span>`;
}

function cells(row: Row, sprints: readonly string[], timed: boolean) {
  return html`
    <span class="place">${row.rank}</span>
    ${personName(row.name)}
    ${sprints.map((n, i) => cell('sprint', pointsText(row.points?.[`s${n}`]), firstSprintColumn + i))}
    ${cell('total', pointsText(row.points?.total))}
    ${timed ? cell('time', resultText(row)) : nothing}`;
}

/** All that the cells of a row depend on; a gap that changes with every crossing is none of it. */
const saidOf = (row: Row, { length }: readonly string[], timed: boolean) => [
  row.rank,
  row.name,
  row.points,
  length,
  timed && resultText(row),
];

export class ClassificationList extends LightElement {
  static override properties = { board: { attribute: false }, shape: { attribute: false } };
  declare board: Board;
  declare shape: Shape;
  #placed: Places = new Map();

  protected override render() {
    const { rows, sprints } = this.board;
    const all = lines(rows);
    const placed =
      this.shape === 'tall'
        ? placeGrid(
            all.map(({ key }) => key),
            tallGrid,
          )
        : placeLines(all, space);
    const atOnce = standsAtOnce(this.#placed, placed);
    this.#placed = placed;
    const keys = sprintKeys(sprints);
    // A column of times that nobody has yet would only take room from the names.
    const timed = Object.values(rows).some((row) => resultText(row) !== '');
    return html`
      <h2 class="label heading ${timed ? 'timed' : ''}" .style=${`--sprints:${keys.length}`}><span>${words('classification')}</span>${keys.map((n) => html`<span class="sprint">${sprintName(sprints, n)}</span>`)}<span class="total">${words('points')}</span>${timed ? html`<span class="time">${words('time')}</span>` : ''}</h2>
      <ol class="${timed ? 'timed' : ''} ${atOnce ? 'at-once' : ''}" .style=${`--sprints:${keys.length}`}>
        ${repeat(
          steady(rows),
          ([entry]) => entry,
          ([entry, row]) =>
            html`<li class=${rowClasses(row)} data-entry=${entry} .style=${styleOf(placed.get(entry))}>${guard(saidOf(row, keys, timed), () => cells(row, keys, timed))}</li>`,
        )}
      </ol>`;
  }
}

customElements.define('classification-list', ClassificationList);
