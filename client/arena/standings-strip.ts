// <standings-strip>: the best of an event so far, below a pair that skates few laps.
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatSamalog, formatTime } from '../../shared/format-time.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { inOrder } from './gliding-line.ts';

/** The time of a line, or in a combined event its points. */
export function timeText({ status, timeUs, thousandth, samalog }: Standing, digits: 2 | 3 = 2): string {
  if (status !== undefined) return status;
  if (samalog !== undefined) return formatSamalog(samalog);
  return timeUs === undefined ? '' : formatTime(timeUs, { digits, thousandth: thousandth === true });
}

/** Those who have a rank in an event, best first, as many as fit; those of `race` are among them whatever their rank. */
export function bestSoFar(event: EventState | undefined, race: string, most: number): [string, Standing][] {
  const ranked = inOrder(event?.standings ?? {}).filter(([, { rank }]) => rank !== undefined);
  const behind = ranked.slice(most).filter(([, standing]) => standing.race === race);
  return [...ranked.slice(0, Math.max(0, most - behind.length)), ...behind].slice(0, most);
}

export class StandingsStrip extends LightElement {
  static override properties = { best: { attribute: false }, race: { attribute: false }, over: { attribute: false } };
  declare best: readonly [string, Standing][];
  /** The race on the ice, whose skaters are marked. */
  declare race: string;
  /** Their result is new: the hall is looking for it. */
  declare over: boolean;

  protected override render() {
    return html`
      <h2 class="label">${words('standings')}</h2>
      <ol>
        ${repeat(
          this.best,
          ([key]) => key,
          ([, row]) => html`<li class=${row.race !== this.race ? '' : this.over ? 'here fresh' : 'here'}>
            <span class="place">${row.rank}</span><span class="nation">${row.nation ?? row.club}</span>${personName(row.name)}<span class="time">${timeText(row)}</span>
          </li>`,
        )}
      </ol>`;
  }
}

customElements.define('standings-strip', StandingsStrip);
