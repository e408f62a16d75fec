// <race-tower>: the left column of a mass start: what is on, laps to go, the clock, the sprints. Read from 30 metres.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import type { Source } from '../kit/source.ts';
import { bellHint, lapsInAll, lapsToGo } from './laps-to-go.ts';
import { sceneOf } from './scene.ts';
import { sheetFoot } from './sheet-foot.ts';
import { sprintTable } from './sprint-table.ts';
import { statusLine, timeOfDay } from './status-words.ts';
import { winnerCard } from './winner-card.ts';

import '../kit/race-clock.ts';
import './board-ticker.ts';
import './sprint-panel.ts';

function startTime({ race }: Board) {
  if (race.scheduledAt === undefined) return nothing;
  return html`<p class="start"><span class="label">${words('start')}</span><b>${timeOfDay(race.scheduledAt)}</b></p>`;
}

export class RaceTower extends LightElement {
  static override properties = { board: { attribute: false }, live: { attribute: false } };
  declare board: Board;
  declare live: Source;

  protected override render() {
    const { race } = this.board;
    return html`
      <header>
        <p class="meet" dir="auto">${race.meetName}</p>
        <h1 dir="auto">${race.eventName}</h1>
        <p class="race" dir="auto">${race.name}</p>
        ${statusLine(this.board)}
      </header>
      ${this.#body()}
      <board-ticker .board=${this.board}></board-ticker>${sceneOf(this.board) === 'result' ? sheetFoot(this.board) : bellHint(this.board)}`;
  }

  #body() {
    const { board } = this;
    // A mass start has one start group; whatever its key, it is the only one.
    const clock = html`<race-clock .time=${this.live.clock} .clock=${Object.values(board.clock)[0]}></race-clock>`;
    switch (sceneOf(board)) {
      case 'startList':
        return html`${lapsInAll(board)}${startTime(board)}${sprintTable(board)}`;
      case 'result':
        return html`${winnerCard(board)}${clock}${sprintTable(board)}`;
      default:
        return html`${lapsToGo(board)}${clock}<sprint-panel .board=${board}></sprint-panel>`;
    }
  }
}

customElements.define('race-tower', RaceTower);
