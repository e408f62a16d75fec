// <selection-board>: who gets a ticket if the results stand as they are: slots with who has each and how sure it is, who is in,
// who would drop out for whom, and by how much.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MeetState } from '../../shared/meet-state.ts';
import type { Candidate, SelectionState, Ticket } from '../../shared/selection-state.ts';
import type { DeskLabel } from '../kit/desk-words.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { personName } from '../kit/person-name.ts';
import type { Shape } from '../kit/shape.ts';
import { candidateState, marginText, selectionPages } from './selection-lines.ts';

export class SelectionBoard extends LightElement {
  static override properties = {
    selection: { attribute: false },
    meet: { attribute: false },
    page: { attribute: false },
    shape: { attribute: false },
  };
  declare selection: SelectionState;
  declare meet: MeetState | undefined;
  /** From 0. */
  declare page: number;
  declare shape: Shape;

  protected override render() {
    const { name, quota, selected, provisional } = this.selection;
    const pages = selectionPages(this.selection, this.shape);
    const shown = pages[this.page] ?? pages[0];
    if (shown === undefined) return nothing;
    const { slots, people, columns, rows } = shown;
    return html`
      <header>
        <h1 dir="auto">${name}</h1>
        <p class="tickets">${quota === undefined ? selected : words('selectedOf', { selected, quota })}</p>
        ${provisional === true ? html`<p class="tentative">${words('provisional')}</p>` : nothing}
        ${pages.length > 1 ? html`<p class="page">${words('page', { page: this.page + 1, pages: pages.length })}</p>` : nothing}
      </header>
      <div class=${slots.length > 0 ? 'lists' : 'lists alone'}>
        ${slots.length === 0 ? nothing : html`<ol class="slots" .style=${`--rows:${rows}`}>${slots.map(([n, ticket]) => this.#slot(n, ticket))}</ol>`}
        <ol class=${`people columns-${columns}`} .style=${`--rows:${rows};--columns:${columns}`}>
          ${repeat(
            people,
            ([athlete]) => athlete,
            ([athlete, one]) => this.#person(athlete, one),
          )}
        </ol>
      </div>`;
  }

  #slot(n: string, { event, place, name, state, athleteName, counts, tied }: Ticket) {
    const distance = event === undefined ? undefined : (this.meet?.events[event]?.name ?? event);
    const what = distance ?? name ?? words('designated');
    const who = athleteName === undefined ? html`<span class="name"></span>` : personName(athleteName);
    return html`<li class="${state} ${counts === true ? 'counts' : ''}">
      <span class="place">${n}</span><span class="what"><span dir="auto">${what}</span>${place === undefined ? nothing : html`<b>${place}</b>`}</span>${who}<span class="state">${tied === true ? words('tied') : words(`ticket.${state}` as DeskLabel)}</span>
    </li>`;
  }

  /** Whether the distance that is on takes him in or out is told by arrow and word. */
  #person(athlete: string, one: Candidate) {
    const { moves = [] } = this.selection;
    const moved = moves.some((move) => move.in === athlete)
      ? 'movesIn'
      : moves.some(({ out }) => out === athlete)
        ? 'movesOut'
        : undefined;
    const said = one.tied === true ? 'tied' : (moved ?? candidateState(one));
    return html`<li class="${one.selected === true ? 'in' : 'out'} ${moved ?? ''}" data-athlete=${athlete}>
      <span class="sign">${one.selected === true ? '✓' : ''}</span><span class="nation">${one.nation ?? one.club}</span>${personName(one.name)}<span class="state">${words(said)}</span><span class="margin">${marginText(one)}</span>
    </li>`;
  }
}

customElements.define('selection-board', SelectionBoard);
