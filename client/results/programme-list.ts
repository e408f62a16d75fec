// <programme-list>: the programme of a meet by day, with what is on, what is called up and what is late; its events and
// selections; and a search over everybody who skates.
import { html, nothing, type TemplateResult } from 'lit';
import type { MeetState } from '../../shared/meet-state.ts';
import { dayOf, timeOfDay } from '../kit/dates.ts';
import { type DeskLabel, words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { linkTo } from './address.ts';
import './skater-search.ts';

type Race = MeetState['races'][string];
type Item = { readonly order: number; readonly atUs: number | undefined; readonly row: TemplateResult };

function timeCell(at: number | undefined, expected: number | undefined, zone: string) {
  if (at === undefined) return html`<time></time>`;
  const planned = timeOfDay(at, zone);
  const now = expected === undefined ? planned : timeOfDay(expected, zone);
  return html`<time>${now}${now === planned ? nothing : html` <s>${planned}</s>`}</time>`;
}

const statusLabel = (status: Race['status']): DeskLabel => (status === 'armed' ? 'onTheIce' : status);

export class ProgrammeList extends LightElement {
  static override properties = { meet: { attribute: false }, search: { attribute: false } };
  declare meet: MeetState;
  declare search: string;

  #race(id: string, race: Race): Item {
    const { events, now, meet } = this.meet;
    const isOn = now.onIce.includes(id);
    const event = events[race.event]?.name ?? race.event;
    const status =
      race.status === 'scheduled'
        ? nothing
        : html`<b class="chip ${race.status}">${words(statusLabel(race.status))}</b>`;
    const next = now.next === id ? html`<b class="chip next">${words('next')}</b>` : nothing;
    return {
      order: race.order,
      atUs: race.expectedAt ?? race.scheduledAt,
      row: html`<li class=${isOn ? 'on' : ''}>
        <a href=${linkTo({ race: id }, this.search)}>
          ${timeCell(race.scheduledAt, race.expectedAt, meet.timeZone)}
          <span class="what" dir="auto"><strong>${event}</strong> <span>${race.name}</span></span>
          ${status}${next}
        </a>
      </li>`,
    };
  }

  #items(): Item[] {
    const { races, timetable = {}, meet } = this.meet;
    const others = Object.values(timetable).map(
      (item): Item => ({
        order: item.order,
        atUs: item.expectedAt ?? item.at,
        row: html`<li class="other">${timeCell(item.at, item.expectedAt, meet.timeZone)}<span dir="auto">${item.name ?? words(`timetable.${item.kind}` as DeskLabel)}</span></li>`,
      }),
    );
    const all = [...Object.entries(races).map(([id, race]) => this.#race(id, race)), ...others];
    return all.sort((a, b) => a.order - b.order);
  }

  #days(): readonly (readonly [day: string, rows: TemplateResult[]])[] {
    const days: [string, TemplateResult[]][] = [];
    for (const { atUs, row } of this.#items()) {
      const day = atUs === undefined ? (days.at(-1)?.[0] ?? '') : dayOf(atUs, this.meet.meet.timeZone);
      const open = days.at(-1);
      if (open !== undefined && open[0] === day) open[1].push(row);
      else days.push([day, [row]]);
    }
    return days;
  }

  #links() {
    const { events, selections = {} } = this.meet;
    const byOrder = Object.entries(events).sort(([, a], [, b]) => a.order - b.order);
    return html`
      <section class="links">
        <h2>${words('standings')}</h2>
        <ul>${byOrder.map(([id, { name }]) => html`<li><a href=${linkTo({ event: id }, this.search)} dir="auto">${name}</a></li>`)}</ul>
        ${
          Object.keys(selections).length === 0
            ? nothing
            : html`<h2>${words('selections')}</h2>
              <ul>${Object.entries(selections).map(([id, { name }]) => html`<li><a href=${linkTo({ meet: this.meet.meet.id, selection: id }, this.search)} dir="auto">${name}</a></li>`)}</ul>`
        }
      </section>`;
  }

  protected override render() {
    return html`
      <skater-search .meet=${this.meet.meet} .search=${this.search}></skater-search>
      ${this.#days().map(
        ([day, rows]) =>
          html`<section class="day">${day === '' ? nothing : html`<h2>${day}</h2>`}<ol>${rows}</ol></section>`,
      )}
      ${this.#links()}`;
  }
}

customElements.define('programme-list', ProgrammeList);
