// <race-rows>: the race as the board has it, one line a skater; a click puts his bib into the line that is typed.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { LightElement } from '../kit/light-element.ts';
import { laneWord, words } from '../kit/messages.ts';
import { say } from './console-words.ts';

export class RaceRows extends LightElement {
  static override properties = { board: { attribute: false } };
  declare board: Board;
  pick: (word: string) => void = () => {};

  protected override render() {
    const rows = Object.entries(this.board.rows).sort(([, a], [, b]) => a.order - b.order);
    return html`<h2>${say('rowsTitle')}</h2>
      <ol tabindex="0">
        <li class="head">
          <span>${say('rank')}</span><span></span><span></span><span>${say('position')}</span><span>${say('laps')}</span>
          <span>${say('points')}</span><span>${say('time')}</span><span></span>
        </li>
        ${repeat(
          rows,
          ([entry]) => entry,
          ([entry, row]) => this.#line(entry, row),
        )}
      </ol>`;
  }

  #line(entry: string, row: Row) {
    const { rank, bib, name, nation, position, laps, points, timeUs, flags, status, code, marks } = row;
    const { lane, startGroup, helmet } = row;
    const digits = this.board.race.digits ?? 2;
    const time = timeUs === undefined ? '' : formatTime(timeUs, { digits, thousandth: flags.thousandth === true });
    const isOverdue = flags.overdue === true && flags.gone !== true;
    const said = [
      lane === undefined ? '' : laneWord(lane),
      startGroup,
      helmet === undefined ? '' : `h${helmet}`,
      status,
      code,
      ...Object.keys(marks),
      flags.lapped === true ? say('statusLapped') : '',
    ];
    const word = bib ?? lane ?? '';
    return html`<li class=${isOverdue ? 'overdue' : status === undefined ? '' : 'out'} data-entry=${entry} title=${nation ?? ''} @click=${() => this.pick(word)}>
      <span>${rank}</span><b>${word}</b><span class="who" dir="auto">${name}</span><span>${position}</span><span>${laps}</span>
      <span>${points?.total === 0 ? '' : points?.total}</span>
      <span class=${flags.estimated === true ? 'estimated' : ''}>${flags.estimated === true && time !== '' ? '~' : ''}${time}</span>
      <em>${isOverdue ? words('overdue') : said.filter((part) => part !== undefined && part !== '').join(' ')}${flags.noTime === true ? html` ${words('noTime')}` : nothing}</em>
    </li>`;
  }
}

customElements.define('race-rows', RaceRows);
