// <standings-table>: the standings of an event or a combined one, with what they are made of.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EventState, MeetState, Standing } from '../../shared/meet-state.ts';
import { words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';
import { linkTo } from './address.ts';
import { type StandingColumn, standingColumns } from './standings-columns.ts';

export class StandingsTable extends LightElement {
  static override properties = {
    event: { attribute: false },
    meet: { attribute: false },
    search: { attribute: false },
  };
  declare event: EventState;
  declare meet: MeetState | undefined;
  declare search: string;

  protected override render() {
    const { event, standings } = this.event;
    const rows = Object.entries(standings).sort(([, a], [, b]) => a.order - b.order);
    const all = rows.map(([, row]) => row);
    const columns = standingColumns(this.event, all, this.meet?.events);
    const state = event.official === true ? 'official' : 'provisional';
    return html`
      <h1 dir="auto">${event.name}</h1>
      <p class="state">${all.some(({ rank }) => rank !== undefined) ? words(state) : words('scheduled')}</p>
      <div class="wide"><table>
        <thead><tr><th>${words('rank')}</th><th>${words('skater')}</th>
          ${columns.map(({ head, side = '' }) => html`<th class="number ${side}">${head}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          ([key]) => key,
          ([, row]) => this.#row(row, columns),
        )}</tbody>
      </table></div>`;
  }

  /** What a phone has no columns for. */
  #parts(row: Standing, columns: readonly StandingColumn[]) {
    const said = columns.flatMap(({ side, text }) => (side === 'part' ? text(row) || '–' : []));
    return said.length === 0 ? nothing : html`<p class="parts">${said.join(' · ')}</p>`;
  }

  #row(row: Standing, columns: readonly StandingColumn[]) {
    const podium = row.rank !== undefined && row.rank <= 3;
    const marks = Object.keys(row.marks ?? {}).map((mark) => html`<em>${mark}</em>`);
    return html`<tr class=${podium ? 'podium' : ''}>
      <td class="rank">${row.rank}</td>
      <td class="who"><a href=${linkTo({ race: row.race }, this.search)}>${flag(row.nation)}<span dir="auto">${row.name}</span>
        <small>${row.nation ?? row.club}</small></a>${marks}${this.#parts(row, columns)}</td>
      ${columns.map(({ text, counts, side = '' }) => html`<td class="number ${side} ${counts?.(row) === true ? 'counts' : ''}">${text(row)}</td>`)}
    </tr>`;
  }
}

customElements.define('standings-table', StandingsTable);
