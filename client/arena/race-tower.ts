// <race-tower>: the left column of a mass start: what is on, laps to go, the clock, the sprints. Read from 30 metres.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import type { Live } from '../kit/live.ts';
import { words } from '../kit/messages.ts';
import { alertText, statusText } from './status-words.ts';

import '../kit/connection-badge.ts';
import '../kit/race-clock.ts';
import './board-ticker.ts';
import './sprint-panel.ts';

/** A mass start has one start group; whatever its key, it is the only one. */
function onlyClock(board: Board) {
  return Object.values(board.clock)[0];
}

function lapsToGo({ laps, race }: Board) {
  const last = laps.bell === true || laps.toGo === 1;
  const done = laps.toGo === 0 && laps.leader > 0;
  if (done || race.status === 'cancelled') return html`<p class="flag">${words('finish')}</p>`;
  return html`<p class="laps ${last ? 'last' : ''}"><b>${laps.toGo}</b><span class="label">${words(last ? 'lastLap' : 'lapsToGo')}</span></p>`;
}

export class RaceTower extends LightElement {
  static override properties = { board: { attribute: false }, live: { attribute: false } };
  declare board: Board;
  declare live: Live;

  protected override render() {
    const { race } = this.board;
    const alert = alertText(race);
    return html`
      <header>
        <p class="meet"><span>${race.meetName}</span></p>
        <h1>${race.eventName}</h1>
        <p class="race">${race.name}</p>
        ${alert === undefined ? html`<p class="status ${race.status}">${statusText(race)}</p>` : html`<p class="status alert">${alert}</p>`}
      </header>
      ${lapsToGo(this.board)}
      <race-clock .time=${this.live.clock} .clock=${onlyClock(this.board)}></race-clock>
      ${race.kind === 'massStart' ? html`<sprint-panel .board=${this.board}></sprint-panel>` : nothing}
      <footer><board-ticker .board=${this.board}></board-ticker><connection-badge .live=${this.live}></connection-badge></footer>`;
  }
}

customElements.define('race-tower', RaceTower);
