// <event-standings>: the result of a distance so far, page by page where it is longer than the screen.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatDiff } from '../../shared/format-time.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import type { Shape } from '../kit/shape.ts';
import { inOrder } from './gliding-line.ts';
import { timeText } from './standings-strip.ts';

interface Room {
  readonly height: number;
  readonly rowMost: number;
  readonly columns: number;
  readonly perColumn: number;
}

/** Rem below the heading. A hall reads a row of 7 rem from its far end. */
const rooms: Readonly<Record<Shape, Room>> = {
  wide: { height: 84, rowMost: 7, columns: 2, perColumn: 12 },
  tall: { height: 162, rowMost: 7, columns: 1, perColumn: 24 },
  banner: { height: 17.2, rowMost: 5.7, columns: 3, perColumn: 3 },
};

const perPage = ({ columns, perColumn }: Room) => columns * perColumn;

/** Those who have skated or will not; who is still to come is no result. */
export function resultsOf({ standings }: EventState): [string, Standing][] {
  return inOrder(standings).filter(([, { rank, status }]) => rank !== undefined || status !== undefined);
}

/** How many pages the standings of an event take; none where nobody has a result. */
export function standingsPages(event: EventState, shape: Shape): number {
  return Math.ceil(resultsOf(event).length / perPage(rooms[shape]));
}

/** T5: behind the best, and nothing for the best. */
function behindText({ behindUs }: Standing): string {
  return behindUs === undefined || behindUs === 0 ? '' : formatDiff(behindUs);
}

export class EventStandings extends LightElement {
  static override properties = {
    event: { attribute: false },
    race: { attribute: false },
    page: { attribute: false },
    shape: { attribute: false },
  };
  declare event: EventState;
  /** The race whose result is the newest, if one is to be marked. */
  declare race: string | undefined;
  /** From 0. */
  declare page: number;
  declare shape: Shape;

  protected override render() {
    const { event, shape, page } = this;
    const room = rooms[shape];
    const results = resultsOf(event);
    const pages = standingsPages(event, shape);
    const shown = results.slice(page * perPage(room), (page + 1) * perPage(room));
    // All pages are set alike: the last one is no poster because it is short.
    const columns = Math.min(room.columns, Math.ceil(results.length / room.perColumn));
    const rows = Math.min(room.perColumn, Math.ceil(results.length / columns));
    const height = Math.round(Math.min(room.rowMost, room.height / rows) * 100) / 100;
    return html`
      <header>
        <h1 dir="auto">${event.event.name}</h1>
        <p class="so-far">${this.#state(results.length)}</p>
        ${pages > 1 ? html`<p class="page">${words('page', { page: page + 1, pages })}</p>` : nothing}
      </header>
      <ol .style=${`--h:${height}rem;grid-template:repeat(${rows},${height}rem)/repeat(${columns},minmax(0,1fr))`}>
        ${repeat(
          shown,
          ([key]) => key,
          ([key, row]) => html`<li class=${row.race === this.race ? 'line here' : 'line'} data-key=${key}>
            <span class="place">${row.rank}</span><span class="nation">${row.nation ?? row.club}</span>${personName(row.name)}<span class="time">${timeText(row, event.event.digits)}</span><span class="behind">${behindText(row)}</span>
          </li>`,
        )}
      </ol>`;
  }

  #state(count: number): string {
    const all = Object.keys(this.event.standings).length;
    return count < all ? words('soFar', { count, all }) : words('result');
  }
}

customElements.define('event-standings', EventStandings);
