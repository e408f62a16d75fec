// <race-result>: one race as its official sheet has it, live and afterwards: head, rows with their columns, splits of
// whoever is opened, conditions, officials and revision at the foot. Printed it is the sheet.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { codeText } from '../kit/code-words.ts';
import { dayOf, timeOfDay } from '../kit/dates.ts';
import { roundWord, words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';
import { gunOfOver } from '../kit/moment-links.ts';
import type { TimeSource } from '../kit/race-clock.ts';
import { marksOf } from '../kit/row-texts.ts';
import { footTexts } from '../kit/sheet-foot.ts';
import { statusLine } from '../kit/status-words.ts';
import { linkTo } from './address.ts';
import { type Column, columnsOf } from './race-columns.ts';
import '../kit/race-clock.ts';
import './lap-chart.ts';

const sideOf = ({ side, minor }: Column) => (minor === true ? `${side} minor` : side);

/** Whether the name of a race tells its round, as "Final A" does of `final-a`. */
function saysRound(name: string, round: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters(name).includes(letters(round));
}

export class RaceResult extends LightElement {
  static override properties = {
    board: { attribute: false },
    meet: { attribute: false },
    search: { attribute: false },
    time: { attribute: false },
    isPast: { attribute: false },
    hasFile: { attribute: false },
    opened: { state: true },
  };
  declare board: Board;
  declare meet: MeetState | undefined;
  declare search: string;
  declare time: TimeSource;
  /** A moment of a replay. */
  declare isPast: boolean;
  /** The file tells what is: beside a late picture it would tell too much. */
  declare hasFile: boolean;
  declare private opened: string | undefined;

  protected override render() {
    const { race, rows } = this.board;
    const columns = columnsOf(this.board);
    const sorted = Object.entries(rows).sort(([, a], [, b]) => a.order - b.order);
    return html`
      ${this.#head()}
      <div class="wide"><table class="sheet ${race.status}">
        <thead><tr><th class="rank">${words('rank')}</th><th class="number">${words('bib')}</th><th>${words('skater')}</th>
          ${columns.map((column) => html`<th class=${sideOf(column)}>${column.head}</th>`)}</tr></thead>
        <tbody>${repeat(
          sorted,
          ([entry]) => entry,
          ([entry, row]) => this.#row(entry, row, columns),
        )}</tbody>
      </table></div>
      <nav class="actions">
        ${this.hasFile ? html`<a href=${`/api/v1/races/${encodeURIComponent(race.id)}/result.csv`} download>${words('downloadCsv')}</a>` : nothing}
        <button type="button" @click=${() => print()}>${words('print')}</button>
        <a href=${linkTo({ event: race.event }, this.search)}>${words('standings')}</a>
        ${this.isPast || race.status === 'scheduled' ? nothing : html`<moment-links .time=${this.time} .race=${race.id} .startUs=${gunOfOver(this.board)}></moment-links>`}
      </nav>
      <lap-chart .board=${this.board} .opened=${this.opened}></lap-chart>
      ${this.#foot()}`;
  }

  #head(): TemplateResult {
    const { race, laps, clock } = this.board;
    const zone = this.meet?.meet.timeZone;
    const when =
      race.scheduledAt === undefined || zone === undefined
        ? ''
        : `${dayOf(race.scheduledAt, zone)}, ${timeOfDay(race.scheduledAt, zone)}`;
    const running = race.status === 'running';
    return html`<div class="head">
      <h1 dir="auto">${race.eventName}</h1>
      <p dir="auto">${race.name}${race.round === undefined || saysRound(race.name, race.round) ? nothing : html` · ${roundWord(race.round)}`}</p>
      <p class="when">${when}</p>
      ${statusLine(this.board)}
      ${
        running
          ? html`<p class="now"><race-clock .time=${this.time} .clock=${Object.values(clock)[0]}></race-clock>
              ${laps.total > 1 ? html`<span>${words('lapsToGo')} <b>${laps.toGo}</b></span>` : nothing}</p>`
          : nothing
      }
    </div>`;
  }

  #row(entry: string, row: Row, columns: readonly Column[]): TemplateResult {
    const open = this.opened === entry;
    return html`
      <tr class="${row.status === undefined ? '' : 'out'} ${open ? 'open' : ''}" @click=${() => {
        this.opened = open ? undefined : entry;
      }}>
        <td class="rank">${this.#place(row)}</td>
        <td class="number bib">${row.helmet ?? row.bib}</td>
        <td class="who"><button type="button" aria-expanded=${open}>${flag(row.nation)}<span dir="auto">${row.name}</span></button>
          <small>${row.nation ?? row.club}</small>${marksOf(row).map((mark) => html`<em>${mark}</em>`)}</td>
        ${columns.map((column) => html`<td class=${sideOf(column)}>${column.text(row)}</td>`)}
      </tr>
      ${open || this.#isClocked ? html`<tr class=${open ? 'more' : 'paper'}><td colspan=${3 + columns.length}>${this.#minors(row, columns)}${this.#splits(row)}</td></tr>` : nothing}`;
  }

  /** Skated for a time: the sheet has everybody's splits, opened or not. */
  get #isClocked(): boolean {
    return this.board.race.kind !== 'massStart' && this.board.race.kind !== 'shortTrack';
  }

  #place(row: Row): string {
    const live = this.board.race.status === 'running' && this.board.race.kind !== 'pairs';
    return String((live ? row.position : row.rank) ?? row.rank ?? '');
  }

  /** What a phone has no column for. */
  #minors(row: Row, columns: readonly Column[]): TemplateResult {
    const said = columns.filter((column) => column.minor === true && column.text(row) !== '');
    return html`<dl class="minors">${said.map(({ head, text }) => html`<div><dt>${head}</dt><dd>${text(row)}</dd></div>`)}</dl>`;
  }

  /** M10: times at each point, each lap, and place or difference there. */
  #splits(row: Row): TemplateResult {
    const { digits = 2 } = this.board.race;
    const points = Object.entries(this.board.course).sort(([, a], [, b]) => a.order - b.order);
    return html`<ol class="splits">${points.flatMap(([key, { name }]) => {
      const split = row.splits[key];
      if (split === undefined) return [];
      const { timeUs, lapUs, rank, diffUs, estimated } = split;
      return [
        html`<li class=${estimated === true ? 'estimated' : ''}><b>${name}</b><span>${estimated === true ? '~' : ''}${formatTime(timeUs, { digits })}</span>
          <span>${lapUs === undefined ? '' : formatTime(lapUs)}</span><small>${rank === undefined ? '' : `${rank}.`} ${diffUs === undefined ? '' : formatDiff(diffUs, digits)}</small></li>`,
      ];
    })}</ol>
    ${
      Object.keys(row.members ?? {}).length === 0
        ? nothing
        : html`<p dir="auto">${Object.values(row.members ?? {})
            .sort((a, b) => a.order - b.order)
            .map(({ name }) => name)
            .join(', ')}</p>`
    }`;
  }

  #foot(): TemplateResult {
    const { race, rows } = this.board;
    const coded = Object.values(rows).flatMap(({ code, bib = '', name }) =>
      code === undefined ? [] : [`${codeText(code)}: ${bib} ${name}`],
    );
    const { revision } = race;
    return html`<footer>
      ${footTexts(this.board).map((text) => html`<p dir="auto">${text}</p>`)}
      ${coded.sort().map((text) => html`<p dir="auto">${text}</p>`)}
      ${
        revision === undefined
          ? nothing
          : html`<p>${words('revision', { number: revision.number })} · ${revision.signer}${this.meet === undefined ? nothing : html` · ${timeOfDay(revision.at, this.meet.meet.timeZone)}`}</p>
              <p class="hash" title=${words('hash')}>${revision.hash.slice(0, 16)}</p>`
      }
    </footer>`;
  }
}

customElements.define('race-result', RaceResult);
