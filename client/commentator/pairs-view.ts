// <pairs-view>: a race against the clock: the lanes side by side, split by split, with differences to the best and to
// the time to beat, and what pace is needed.
import { html, nothing } from 'lit';
import type { Board, Row } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { lanesOf } from '../kit/lanes.ts';
import { LightElement } from '../kit/light-element.ts';
import { laneWord } from '../kit/messages.ts';
import { outlookLines } from '../kit/outlook.ts';
import { marksOf, resultText, rowClasses } from '../kit/row-texts.ts';
import { cutLine } from './needs-list.ts';
import { choose } from './order-table.ts';
import { type Point, pointsOf, toTarget } from './target-pace.ts';

export class PairsView extends LightElement {
  static override properties = { board: { attribute: false }, chosen: { attribute: false } };
  declare board: Board;
  declare chosen: string | undefined;

  protected override render() {
    const { board } = this;
    const points = pointsOf(board);
    const lanes = lanesOf(board.rows);
    return html`${cutLine(board)}
      <div class=${`lanes ${lanes.length > 2 ? 'many' : ''}`} .style=${`--points:${points.length}`}>${lanes.map(({ entry, row }) => this.#lane(entry, row, points))}</div>`;
  }

  #lane(entry: string, row: Row, points: readonly Point[]) {
    const { digits = 2 } = this.board.race;
    return html`<section class=${`lane ${rowClasses(row)}`} aria-selected=${entry === this.chosen} data-entry=${entry} @click=${() => choose(this, entry)}>
      <header>${row.lane === undefined ? nothing : html`<i>${laneWord(row.lane)}</i>`}${flag(row.nation)}<h2 dir="auto">${row.name}</h2>${marksOf(row).map((mark) => html`<i class="mark">${mark}</i>`)}<b>${resultText(row, digits)}</b></header>
      <div class="outlooks">${outlookLines(row.forecast, digits).map(({ stake, text }) => html`<p class="outlook"><b>${stake}</b> ${text}</p>`)}</div>
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${words('split')}</th><th scope="col">${words('time')}</th><th scope="col">${words('lapTime')}</th><th scope="col">${words('rank')}</th><th scope="col">${words('toBest')}</th>${this.board.target === undefined ? nothing : html`<th scope="col">${words('toTarget')}</th>`}</tr></thead>
        <tbody>${points.map((point) => this.#split(row, point, points))}</tbody></table></div></section>`;
  }

  #split({ splits }: Row, [id, { name }]: Point, points: readonly Point[]) {
    const { digits = 2 } = this.board.race;
    const split = splits[id];
    if (split === undefined) {
      const best = this.board.best[id];
      return html`<tr class="ahead"><th scope="row">${name}</th><td>${best === undefined ? '' : formatTime(best.timeUs, { digits })}</td><td></td><td></td><td></td>${this.board.target === undefined ? nothing : html`<td></td>`}</tr>`;
    }
    const target = toTarget(this.board, points, id, split.timeUs);
    const tilde = id === points.at(-1)?.[0] ? '' : '~';
    return html`<tr class=${split.estimated === true ? 'estimated' : ''}><th scope="row">${name}</th><td>${formatTime(split.timeUs, { digits })}</td>
      <td>${split.lapUs === undefined ? '' : formatTime(split.lapUs, { digits })}</td><td class="rank">${split.rank ?? ''}</td>
      <td class=${sideOf(split.diffUs)}>${split.diffUs === undefined ? '' : formatDiff(split.diffUs, digits)}</td>
      ${this.board.target === undefined ? nothing : html`<td class=${sideOf(target)}>${target === undefined ? '' : `${tilde}${formatDiff(target, digits)}`}</td>`}</tr>`;
  }
}

/** Ahead or behind; the sign says it too. */
function sideOf(us: number | undefined): string {
  if (us === undefined) return '';
  return us < 0 ? 'ahead-of' : 'behind-of';
}

customElements.define('pairs-view', PairsView);
