// <clock-graphic>: the running clock with laps to go; where a race was called back, that in place of the laps.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/messages.ts';
import type { GroupClock } from '../kit/running-time.ts';
import { alertText } from '../kit/status-words.ts';
import { GraphicElement } from './graphic-element.ts';
import type { Known } from './known.ts';

import '../kit/race-clock.ts';

export interface ClockData {
  readonly title: string;
  readonly part: string;
  readonly clock?: GroupClock | undefined;
  readonly digits?: 3 | undefined;
  readonly laps: Board['laps'];
  readonly race: Pick<Board['race'], 'status' | 'cleared'>;
}

/** Of a quartet's two clocks the first that runs, else the one that was started last. */
function clockOf(clock: Board['clock']): GroupClock | undefined {
  const all = Object.values(clock).sort((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0));
  return all.find(({ startUs, stopUs }) => startUs !== undefined && stopUs === undefined) ?? all.at(-1);
}

export function clockData({ board: { race, clock, laps } }: Known): ClockData {
  const { eventName, name, digits, status, cleared } = race;
  const state = { status, ...(cleared !== undefined && { cleared }) };
  return { title: eventName, part: name, clock: clockOf(clock), digits, laps, race: state };
}

export class ClockGraphic extends GraphicElement<ClockData> {
  protected override picture(data: ClockData) {
    return html`<div class="board">
        <race-clock .time=${this.time} .clock=${data.clock} .digits=${data.digits}></race-clock>${this.#laps(data)}</div>
      <p class="title" dir="auto"><b>${data.title}</b> <span>${data.part}</span></p>`;
  }

  #laps({ laps, race }: ClockData) {
    const alert = alertText(race as Board['race']);
    if (alert !== undefined) return html`<p class="alert">${alert}</p>`;
    if (laps.total === 0) return nothing;
    if (laps.toGo === 0 && laps.leader > 0) return html`<p class="finish">${words('finish')}</p>`;
    const last = laps.bell === true || laps.toGo === 1;
    return html`<p class=${last ? 'laps last' : 'laps'}><b>${laps.toGo}</b><span>${words(last ? 'lastLap' : 'lapsToGo')}</span></p>`;
  }
}

customElements.define('clock-graphic', ClockGraphic);
