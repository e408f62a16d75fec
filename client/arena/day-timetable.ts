// <day-timetable>: what the day brings: what is on, called up and next, when, and by how much it is late.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MeetState } from '../../shared/meet-state.ts';
import { timeOfDay } from '../kit/dates.ts';
import type { DeskLabel } from '../kit/desk-words.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { pauseLabel } from './break-screen.ts';
import { linesOfDay, type TimetableLine, timetableLines } from './timetable-lines.ts';

import './wall-clock.ts';

/** Lines of a page, in as many columns. */
const rooms: Readonly<Record<Shape, { readonly lines: number; readonly columns: number }>> = {
  wide: { lines: 9, columns: 1 },
  tall: { lines: 14, columns: 1 },
  banner: { lines: 6, columns: 2 },
};

/** A programme that is over shows its end. */
function linesFor(meet: MeetState, shape: Shape, nowUs: number | undefined): readonly TimetableLine[] {
  const most = rooms[shape].lines;
  return linesOfDay(timetableLines(meet, nowUs ?? 0), most);
}

/** How many pages the rest of the day takes; none where nothing is on the programme. */
export function timetablePages(meet: MeetState, shape: Shape, nowUs: number | undefined): number {
  return Math.ceil(linesFor(meet, shape, nowUs).length / rooms[shape].lines);
}

const stateLabels: Readonly<Record<TimetableLine['state'], DeskLabel | undefined>> = {
  over: undefined,
  on: 'onNow',
  called: 'armed',
  next: 'next',
  ahead: undefined,
};

const minuteUs = 60_000_000;

export class DayTimetable extends LightElement {
  static override properties = {
    meet: { attribute: false },
    page: { attribute: false },
    shape: { attribute: false },
    live: { attribute: false },
  };
  declare meet: MeetState;
  /** From 0. */
  declare page: number;
  declare shape: Shape;
  declare live: Source;

  protected override render() {
    const { meet, page, shape, live } = this;
    const { timeZone, name } = meet.meet;
    const { lines: most, columns } = rooms[shape];
    const all = linesFor(meet, shape, live.clock.nowUs());
    const pages = Math.ceil(all.length / most);
    const shown = all.slice(page * most, (page + 1) * most);
    const late = Math.round((meet.now.delayUs ?? 0) / minuteUs);
    return html`
      <header>
        <div><h1 dir="auto">${words('programme')}</h1><p class="meet" dir="auto">${name}</p></div>
        <p class="clock"><wall-clock .time=${live.clock} .says=${(nowUs: number) => timeOfDay(nowUs, timeZone)}></wall-clock></p>
        ${late > 0 ? html`<p class="late">${words('lateBy', { minutes: late })}</p>` : nothing}
        ${pages > 1 ? html`<p class="page">${words('page', { page: page + 1, pages })}</p>` : nothing}
      </header>
      <ol .style=${`grid-template-rows:repeat(${Math.ceil(most / columns)},minmax(0,1fr))`}>
        ${repeat(
          shown,
          ({ key }) => key,
          (line) => this.#line(line),
        )}
      </ol>`;
  }

  #line(line: TimetableLine) {
    const { state, atUs, expectedUs = atUs, event, kind = 'other', name, races, over } = line;
    const { timeZone } = this.meet.meet;
    const planned = atUs === undefined ? '' : timeOfDay(atUs, timeZone);
    const expected = expectedUs === undefined ? '' : timeOfDay(expectedUs, timeZone);
    const label = stateLabels[state];
    const count =
      races > 1
        ? html`<span class="count">${over > 0 && state !== 'over' ? `${over} / ${races}` : words('races', { count: races })}</span>`
        : nothing;
    return html`<li class=${event === undefined ? `${state} pause` : state}>
      <span class="when">${expected}${expected === planned ? nothing : html`<s>${planned}</s>`}</span>
      <span class="what"><b dir="auto">${event ?? pauseLabel({ kind, ...(name !== undefined && { name }) })}</b>${event === undefined || name === undefined ? nothing : html`<span dir="auto">${name}</span>`}${count}</span>
      ${label === undefined ? nothing : html`<span class="said">${words(label)}</span>`}
    </li>`;
  }
}

customElements.define('day-timetable', DayTimetable);
