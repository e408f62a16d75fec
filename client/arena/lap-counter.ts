// <lap-counter>: the lap board of a rink: laps to go as large as the screen, the bell as a word and a shape, and between
// races the time of day with what comes next.
import { html, nothing, svg } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { timeOfDay } from '../kit/dates.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import type { Source } from '../kit/source.ts';
import { alertText } from '../kit/status-words.ts';
import { isOver, stageOf } from './scene.ts';

import '../kit/race-clock.ts';
import './wall-clock.ts';

/** A bell, seen from the side, with the strokes of its ringing: nothing else on a screen has this shape. */
const bell = svg`<svg class="bell" viewBox="0 0 100 100" aria-hidden="true">
  <path d="M50 8a7 7 0 0 1 7 7c13 3 20 14 20 28v20l9 12v5H14v-5l9-12V43c0-14 7-25 20-28a7 7 0 0 1 7-7z" />
  <path d="M39 85h22a11 11 0 0 1-22 0z" />
  <path class="stroke" d="M10 22A44 44 0 0 0 4 44M90 22A44 44 0 0 1 96 44" />
</svg>`;

/** What the board says of a race in progress. */
type Says = 'laps' | 'bell' | 'finish' | 'alert';

/** The bell is for one lap; the finish until the race is over. Pure. */
export function lapBoard(board: Pick<Board, 'race' | 'laps'>): Says {
  if (alertText(board.race) !== undefined) return 'alert';
  const { bell: rings, toGo, total, leader } = board.laps;
  if (stageOf(board) === 'on' && toGo === 0 && leader > 0) return 'finish';
  const isLast = toGo === 1 && total > 1 && stageOf(board) === 'on';
  return rings === true || isLast ? 'bell' : 'laps';
}

export class LapCounter extends LightElement {
  static override properties = { board: { attribute: false }, meet: { attribute: false }, live: { attribute: false } };
  declare board: Board | undefined;
  declare meet: MeetState | undefined;
  declare live: Source;

  protected override render() {
    const { board } = this;
    return board === undefined || isOver(board) ? this.#between() : this.#race(board);
  }

  #race(board: Board) {
    const { race, laps } = board;
    const says = lapBoard(board);
    const [group] = Object.values(board.clock);
    const number = stageOf(board) === 'before' ? laps.total : laps.toGo;
    return html`<div class="board ${says} ${number > 9 ? 'two' : ''}">
      ${says === 'alert' || says === 'finish' ? html`<p class="word">${says === 'finish' ? words('finish') : alertText(race)}</p>` : html`<p class="number">${number}</p>`}
      <div class="beside">
        ${says === 'bell' ? html`${bell}<p class="says">${words('lastLap')}</p>` : says === 'laps' ? html`<p class="says">${words(stageOf(board) === 'before' ? 'lapsInAll' : 'lapsToGo')}</p>` : nothing}
        <p class="event" dir="auto">${race.eventName}</p>
        <p class="race" dir="auto">${race.name}</p>
        <race-clock .time=${this.live.clock} .clock=${group} .digits=${race.digits}></race-clock>
      </div>
    </div>`;
  }

  #between() {
    const { meet, live } = this;
    const zone = meet?.meet.timeZone;
    const next = meet?.now.next === undefined ? undefined : meet.races[meet.now.next];
    const atUs = next?.expectedAt ?? next?.scheduledAt;
    return html`<div class="board idle">
      <p class="number"><wall-clock .time=${live.clock} .says=${(nowUs: number) => timeOfDay(nowUs, zone)}></wall-clock></p>
      <div class="beside">
        ${
          next === undefined
            ? html`<p class="event" dir="auto">${meet?.meet.name}</p>`
            : html`<p class="says">${words('next')}${atUs === undefined ? nothing : html` ${timeOfDay(atUs, zone)}`}</p><p class="event" dir="auto">${meet?.events[next.event]?.name}</p><p class="race" dir="auto">${next.name}</p>`
        }
      </div>
    </div>`;
  }
}

customElements.define('lap-counter', LapCounter);
