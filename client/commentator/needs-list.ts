// <needs-list>: the classification as it stands beside the sprints, and what each still needs (M2, M14, forecast).
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row, Sprint } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { needed } from '../kit/messages.ts';
import { outlookText } from '../kit/outlook.ts';
import { marksOf, pointsText, rowClasses } from '../kit/row-texts.ts';
import { sprintKeys, sprintName, sprintPlaces, sprintStateText } from '../kit/sprint-words.ts';
import { keyOf } from '../kit/who.ts';
import { choose } from './order-table.ts';

/** So few have room for what they need in two lines. */
const fewRows = 16;

/** What is enough whatever the others do, and the time to beat. */
export function cutLine({ cut = [], target, race }: Board) {
  const enough = needed(cut, race.digits);
  const beat = target && `${words('toBeat')} ${formatTime(target.timeUs, { digits: race.digits ?? 2 })}`;
  if (enough === undefined && beat === undefined) return nothing;
  return html`<p class="cut">${enough === undefined ? nothing : html`<b>${enough}</b>`}${target && html`<b>${beat}</b> <span>${words(`stake.${target.stake}`)}</span> <span dir="auto">${target.name ?? ''}</span>`}</p>`;
}

export class NeedsList extends LightElement {
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
    const keys = sprintKeys(board.sprints);
    const rows = Object.entries(board.rows).sort(
      ([, a], [, b]) => (a.rank ?? 1000) - (b.rank ?? 1000) || a.order - b.order,
    );
    const outlooks = rows.some(([, { forecast }]) => forecast !== undefined);
    return html`
      ${keys.length === 0 ? nothing : html`<ol class="sprints">${keys.map((n) => this.#sprint(n, board.sprints[n]))}</ol>`}
      ${cutLine(board)}
      <div class="scroll" tabindex="0"><table class=${rows.length <= fewRows ? 'few' : ''}>
        <caption>${words('classification')}</caption>
        <thead><tr><th scope="col" class="place">${words('rankShort')}</th><th scope="col" class="who">${words('skater')}</th>${keys.map((n) => html`<th scope="col" class="s">${sprintName(board.sprints, n)}</th>`)}${keys.length === 0 ? nothing : html`<th scope="col" class="points">${words('points')}</th>`}${outlooks ? html`<th scope="col" class="needs">${words('needs')}</th>` : nothing}</tr></thead>
        <tbody>${repeat(
          rows,
          ([entry]) => entry,
          ([entry, row]) => this.#row(entry, row, keys, outlooks),
        )}</tbody></table></div>`;
  }

  #sprint(n: string, sprint: Sprint | undefined) {
    if (sprint === undefined) return nothing;
    const { rows, laps, sprints } = this.board;
    const places = sprintPlaces(sprint);
    const heads = sprint.points.slice(0, 3).join('–');
    const state = sprintStateText(sprint, laps.leader);
    return html`<li class=${`sprint ${sprint.state}`}><p><b class="sprint-name">${sprintName(sprints, n)}</b> <span>${words('lap', { lap: sprint.lap })}</span> <i>${state}</i></p>
      ${places.length === 0 ? html`<p class="none">${heads}</p>` : html`<ol>${places.slice(0, 3).map(({ entry, points }) => html`<li class="taker"><span class="won">${points}</span> <span dir="auto">${rows[entry]?.name ?? entry}</span></li>`)}</ol>`}</li>`;
  }

  #row(entry: string, row: Row, keys: readonly string[], outlooks: boolean) {
    const { digits } = this.board.race;
    const pinned = this.pinned.includes(keyOf(entry, row)) ? 'pinned' : '';
    return html`<tr class=${`${rowClasses(row)} ${pinned}`} aria-selected=${entry === this.chosen} data-entry=${entry} @click=${() => choose(this, entry)}>
      <td class="place">${row.status ?? row.rank ?? ''}</td><td class="who"><span dir="auto"><b>${row.name}</b>${marksOf(row).map((mark) => html`<i class="mark">${mark}</i>`)}</span></td>
      ${keys.map((n) => html`<td class="s">${pointsText(row.points?.[`s${n}`])}</td>`)}
      ${keys.length === 0 ? nothing : html`<td class="points">${pointsText(row.points?.total)}</td>`}
      ${outlooks ? html`<td class=${`needs ${row.forecast?.state ?? ''}`} title=${outlookText(row.forecast, digits)}><span>${outlookText(row.forecast, digits)}</span></td>` : nothing}</tr>`;
  }
}

customElements.define('needs-list', NeedsList);
