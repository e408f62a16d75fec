// <lane-panel>: one skater of a pair: armband, name, time, the last difference in large, and every split.
import { html, nothing } from 'lit';
import type { Board, Row, Split } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { aheadAt, clockOf, type Lane, lastPoint, type Point } from '../kit/lanes.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import type { TimeSource } from '../kit/race-clock.ts';
import { marksOf, resultText } from '../kit/row-texts.ts';

import '../kit/race-clock.ts';

/** Faster and slower are told by the sign, then by the colour: light blue and orange, which nobody confuses. */
function diff(split: Split | undefined) {
  if (split?.diffUs === undefined) return html`<span class="diff"></span>`;
  const side = split.diffUs < 0 ? 'faster' : split.diffUs > 0 ? 'slower' : 'even';
  return html`<span class="diff ${side}">${formatDiff(split.diffUs)}</span>`;
}

function splitRow(id: string, row: Row, ahead: boolean) {
  const split = row.splits[id];
  if (split === undefined) return html`<li></li>`;
  const { lapUs, rank, timeUs, estimated } = split;
  return html`<li class="${ahead ? 'ahead' : ''} ${estimated === true ? 'estimated' : ''}">
    <span class="lap">${lapUs === undefined ? '' : formatTime(lapUs)}</span>
    <span class="time">${estimated === true ? '~' : ''}${formatTime(timeUs)}</span>
    <span class="rank">${rank}</span>
    ${diff(split)}
  </li>`;
}

export class LanePanel extends LightElement {
  static override properties = {
    board: { attribute: false },
    lane: { attribute: false },
    lanes: { attribute: false },
    points: { attribute: false },
    time: { attribute: false },
  };
  declare board: Board;
  declare lane: Lane;
  declare lanes: readonly Lane[];
  declare points: readonly Point[];
  declare time: TimeSource;

  protected override render() {
    const { row, armband, entry } = this.lane;
    return html`
      <h2 class="armband ${armband}"><i></i>${this.#who(row)}</h2>
      <div class="now">${this.#time(row)}</div>
      <div class="latest">${this.#latest(row)}</div>
      <ol class="splits">
        <li class="label"><span class="lap">${words('lapTime')}</span><span class="time">${words('time')}</span><span class="rank">${words('rank')}</span><span class="diff">${words('diff')}</span></li>
        ${this.points.map(([id]) => splitRow(id, row, aheadAt(id, this.lanes) === entry))}
      </ol>`;
  }

  /** A team is its nation; a skater is a name from somewhere. */
  #who({ name, nation, club }: Row) {
    if (this.board.race.kind === 'teamPursuit' && nation !== undefined) {
      return html`<b class="team">${nation}</b><span class="who">${name === nation ? nothing : personName(name)}</span>`;
    }
    return html`<span class="who">${personName(name)}</span><span class="nation">${nation ?? club}</span>`;
  }

  #time(row: Row) {
    const result = resultText(row);
    if (result !== '') return html`<p class="final ${row.status === undefined ? '' : 'out'}">${result}</p>`;
    return html`<race-clock .time=${this.time} .clock=${clockOf(row, this.board.clock)}></race-clock>`;
  }

  /** What happened at the last line: place so far and difference, readable from the other side of the hall. */
  #latest(row: Row) {
    const marks = marksOf(row).map((mark) => html`<em>${mark}</em>`);
    const [id, point] = lastPoint(row, this.board.course) ?? [];
    if (id === undefined || point === undefined) return marks;
    const split = row.splits[id];
    const rank = row.flags.finished === true ? (row.rank ?? split?.rank) : split?.rank;
    const name = row.flags.finished === true ? words('finish') : words('metres', { metres: point.name });
    return html`<span class="label">${name}</span>${rank === undefined ? nothing : html`<b class="rank">${rank}</b>`}${diff(split)}${marks}`;
  }
}

customElements.define('lane-panel', LanePanel);
