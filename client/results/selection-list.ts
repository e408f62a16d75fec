// <selection-list>: who gets a ticket as it stands, slot by slot, and who does not, by how much.
import { html, nothing } from 'lit';
import { formatDiff } from '../../shared/format-time.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import type { Candidate, SelectionState, Ticket } from '../../shared/selection-state.ts';
import { type DeskLabel, words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';

export class SelectionList extends LightElement {
  static override properties = { selection: { attribute: false }, meet: { attribute: false } };
  declare selection: SelectionState;
  declare meet: MeetState | undefined;

  #ticket(n: string, ticket: Ticket) {
    const event = ticket.event === undefined ? undefined : (this.meet?.events[ticket.event]?.name ?? ticket.event);
    const what = event === undefined ? (ticket.name ?? words('designated')) : `${event} ·\u00a0${ticket.place}`;
    return html`<tr class="${ticket.state} ${ticket.counts === true ? 'counts' : ''}">
      <td class="rank">${n}</td><td dir="auto">${what}</td>
      <td dir="auto">${ticket.athleteName ?? ''}</td><td>${words(`ticket.${ticket.state}` as DeskLabel)}</td>
      <td class="number">${ticket.counts === true ? ticket.distinct : ''}</td></tr>`;
  }

  #candidate({ name, nation, club, selected, provisional, marginUs, marginPoints, forecast }: Candidate) {
    const margin = marginUs === undefined ? (marginPoints ?? '') : formatDiff(marginUs);
    return html`<tr class=${selected === true ? 'counts' : ''}>
      <td class="who">${flag(nation)}<span dir="auto">${name}</span> <small>${nation ?? club}</small></td>
      <td>${selected === true ? words(provisional === true ? 'inProvisional' : 'in') : words('out')}${forecast === undefined ? nothing : html` <em>${words(`forecast.${forecast.state}` as DeskLabel)}</em>`}</td>
      <td class="number">${margin}</td></tr>`;
  }

  protected override render() {
    const { name, slots, candidates, selected, quota } = this.selection;
    const bySlot = Object.entries(slots ?? {}).sort(([, a], [, b]) => a.order - b.order);
    const people = Object.values(candidates).sort((a, b) => a.order - b.order);
    return html`
      <h1 dir="auto">${name}</h1>
      <p class="state">${quota === undefined ? selected : words('selectedOf', { selected, quota })}</p>
      ${bySlot.length === 0 ? nothing : html`<div class="wide"><table>${bySlot.map(([n, ticket]) => this.#ticket(n, ticket))}</table></div>`}
      <div class="wide"><table>${people.map((one) => this.#candidate(one))}</table></div>`;
  }
}

customElements.define('selection-list', SelectionList);
