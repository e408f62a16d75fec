// <standings-list>: the event as it stands, those of this race in it.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';
import { words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';

export class StandingsList extends LightElement {
  static override properties = { board: { attribute: false }, event: { attribute: false } };
  declare board: Board;
  declare event: EventState;

  protected override render() {
    const rows = Object.entries(this.event.standings).sort(([, a], [, b]) => a.order - b.order);
    return html`<div class="scroll" tabindex="0"><table>
      <caption>${words('asItStands')}</caption>
      <tbody>${repeat(
        rows,
        ([key]) => key,
        ([, one]) => this.#row(one),
      )}</tbody></table></div>`;
  }

  #row(one: Standing) {
    const { id, digits = 2 } = this.board.race;
    const { timeUs, behindUs = 0, marks = {}, thousandth } = one;
    const time = timeUs === undefined ? '' : formatTime(timeUs, { digits, thousandth: thousandth === true });
    return html`<tr class=${one.race === id ? 'here' : ''}><td class="place">${one.status ?? one.rank ?? ''}</td>
      <td class="who"><span>${flag(one.nation)}<b dir="auto">${one.name}</b>${Object.keys(marks).map((mark) => html`<i class="mark">${mark}</i>`)}${one.provisional === true && (one.rank !== undefined || timeUs !== undefined) ? html`<em>${words('provisional')}</em>` : nothing}</span></td>
      <td>${time}</td><td>${behindUs === 0 ? '' : formatDiff(behindUs, digits)}</td></tr>`;
  }
}

customElements.define('standings-list', StandingsList);
