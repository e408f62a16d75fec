// <race-tower>: the left column of a mass start or a heat: what is on, laps to go, the clock, the sprints. Read from 30 metres.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { timeOfDay } from '../kit/dates.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { sheetFoot } from '../kit/sheet-foot.ts';
import type { Source } from '../kit/source.ts';
import { statusLine } from '../kit/status-words.ts';
import { bellHint, lapsInAll, lapsToGo } from './laps-to-go.ts';
import { stageOf } from './scene.ts';
import { sprintTable } from './sprint-table.ts';
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
      <board-ticker .board=${this.board}></board-ticker>${stageOf(this.board) === 'over' ? sheetFoot(this.board) : bellHint(this.board)}`;
  }

  #body() {
    const { board } = this;
    // All start together: whatever the key of their group, it is the only one.
    const [group] = Object.values(board.clock);
    const clock = html`<race-clock .time=${this.live.clock} .clock=${group} .digits=${board.race.digits}></race-clock>`;
    switch (stageOf(board)) {
      case 'before':
        return html`${lapsInAll(board)}${startTime(board)}${sprintTable(board)}`;
      case 'over':
        return html`${winnerCard(board)}${clock}${sprintTable(board)}`;
      default:
        return html`${lapsToGo(board)}${clock}<sprint-panel .board=${board}></sprint-panel>`;
    }
  }
}

customElements.define('race-tower', RaceTower);
