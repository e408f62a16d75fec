// <lap-heat>: every lap of everybody as a number on a colour: cool is fast, warm is slow, and the numbers say it too.
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { type LapPoint, lapPoints } from '../kit/trends.ts';
import { inOrder } from '../kit/who.ts';
import { heatOf, type LapScale, lapScale } from './lap-scale.ts';
import { choose } from './order-table.ts';

/** Nobody tells more shades apart, and cells of one shade are styled once. */
const shades = 6;

/** The class of a cell's colour: how far it is from the middle lap, in shades. */
const shadeOf = (heat: number) => `${heat < 0 ? 'fast' : 'slow'} heat-${Math.round(Math.abs(heat) * shades)}`;

export class LapHeat extends LightElement {
  static override properties = {
    board: { attribute: false },
    pinned: { attribute: false },
    chosen: { attribute: false },
  };
  declare board: Board;
  declare pinned: readonly string[];
  declare chosen: string | undefined;

  protected override render() {
    const { board } = this;
    const points = lapPoints(board);
    const scale = lapScale(board, points);
    const sprints = new Set(Object.values(board.sprints).map(({ lap }) => String(lap)));
    return html`<div class="scroll" tabindex="0"><table .style=${`--rows:${Object.keys(board.rows).length}`}>
      <caption>${words('lapTimes')}</caption>
      <thead><tr><th scope="col" class="bib">${words('bib')}</th><th scope="col" class="who">${words('skater')}</th>${points.map(({ name }) => html`<th scope="col" class=${sprints.has(name) ? 'sprint' : ''}>${name}</th>`)}</tr></thead>
      <tbody>${repeat(
        inOrder(board.rows, this.pinned),
        ([entry]) => entry,
        ([entry, row]) => this.#row(entry, row, points, scale),
      )}</tbody></table></div>`;
  }

  #row(entry: string, row: Row, points: readonly LapPoint[], scale: LapScale | undefined) {
    const laps = points.slice(1).flatMap(({ id }) => row.splits[id]?.lapUs ?? []);
    const best = Math.min(...laps);
    return html`<tr aria-selected=${entry === this.chosen} @click=${() => choose(this, entry)}>
      <td class="bib">${row.bib ?? row.helmet ?? ''}</td><th scope="row" class="who"><span dir="auto">${row.name}</span></th>
      ${points.map(({ id }, i) => this.#cell(row, id, i === 0 ? undefined : scale, best))}</tr>`;
  }

  #cell({ splits }: Row, id: string, scale: LapScale | undefined, best: number) {
    const split = splits[id];
    if (split?.lapUs === undefined) return html`<td></td>`;
    const heat = scale === undefined ? 0 : heatOf(split.lapUs, scale);
    const classes = `${shadeOf(heat)} ${split.lapUs === best ? 'best' : ''} ${split.estimated === true ? 'estimated' : ''}`;
    return html`<td class=${classes}>${formatTime(split.lapUs, { digits: 1 })}</td>`;
  }
}

customElements.define('lap-heat', LapHeat);
