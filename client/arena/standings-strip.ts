// <standings-strip>: the best of an event so far, below a pair that skates few laps.
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatTime } from '../../shared/format-time.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { inOrder } from './gliding-line.ts';

/** Two columns of four. */
const placesShown = 8;

function timeText({ status, timeUs, thousandth }: Standing): string {
  if (status !== undefined) return status;
  return timeUs === undefined ? '' : formatTime(timeUs, { thousandth: thousandth === true });
}

/** Those who have a rank in an event, best first, as many as fit. */
export function bestSoFar(event: EventState | undefined): [string, Standing][] {
  return inOrder(event?.standings ?? {})
    .filter(([, { rank }]) => rank !== undefined)
    .slice(0, placesShown);
}

export class StandingsStrip extends LightElement {
  static override properties = { best: { attribute: false }, race: { attribute: false } };
  declare best: readonly [string, Standing][];
  /** The race on the ice, whose skaters are marked. */
  declare race: string;

  protected override render() {
    return html`
      <h2 class="label">${words('standings')}</h2>
      <ol>
        ${repeat(
          this.best,
          ([key]) => key,
          ([, row]) => html`<li class=${row.race === this.race ? 'here' : ''}>
            <span class="place">${row.rank}</span><span class="nation">${row.nation ?? row.club}</span>${personName(row.name)}<span class="time">${timeText(row)}</span>
          </li>`,
        )}
      </ol>`;
  }
}

customElements.define('standings-strip', StandingsStrip);
