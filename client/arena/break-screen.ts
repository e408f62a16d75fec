// <break-screen>: no racing now: a clock that counts to the end of the pause or to the next race, and what comes then.
import { html, nothing } from 'lit';
import { formatClock } from '../../shared/format-time.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { timeOfDay } from '../kit/dates.ts';
import type { Label } from '../kit/language.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import type { Source } from '../kit/source.ts';
import { type Pause, pauseOn } from './timetable-lines.ts';

import './wall-clock.ts';

const secondUs = 1_000_000;

/** An hour and more is no count to wait for: the time of day says more. */
const countMostUs = 3600 * secondUs;

/** What a pause is called. */
export function pauseLabel({ kind, name }: Pick<Pause, 'kind' | 'name'>): string {
  return name ?? words(`timetable.${kind}` as Label);
}

/** How long it still takes, in seconds that are rounded up so that zero is the moment itself; undefined where a count says nothing. */
export function countdown(untilUs: number | undefined, nowUs: number): string | undefined {
  if (untilUs === undefined || untilUs - nowUs > countMostUs) return undefined;
  return formatClock(Math.ceil((untilUs - nowUs) / secondUs) * secondUs);
}

export class BreakScreen extends LightElement {
  static override properties = { meet: { attribute: false }, live: { attribute: false } };
  declare meet: MeetState | undefined;
  declare live: Source;

  protected override render() {
    const { meet, live } = this;
    const pause = meet === undefined ? undefined : pauseOn(meet, live.clock.nowUs() ?? 0);
    const next = meet?.now.next === undefined ? undefined : meet.races[meet.now.next];
    const nextUs = next?.expectedAt ?? next?.scheduledAt;
    const says = (nowUs: number) => countdown(pause?.untilUs ?? nextUs, nowUs) ?? timeOfDay(nowUs, meet?.meet.timeZone);
    return html`
      <p class="meet" dir="auto">${meet?.meet.name}</p>
      <h1 dir="auto">${pause === undefined ? words('timetable.break') : pauseLabel(pause)}</h1>
      <p class="count"><wall-clock .time=${live.clock} .says=${says}></wall-clock></p>
      ${
        next === undefined
          ? nothing
          : html`<section class="coming"><p class="label">${words('next')}</p><p class="event" dir="auto">${meet?.events[next.event]?.name}</p><p class="race" dir="auto">${next.name}</p>${nextUs === undefined ? nothing : html`<p class="when">${timeOfDay(nextUs, meet?.meet.timeZone)}</p>`}</section>`
      }`;
  }
}

customElements.define('break-screen', BreakScreen);
