// <results-page>: what happened and what happens, for everybody's phone: programme, races, standings, selections. The only
// element of the page that knows topics and addresses.
import { html, type nothing, type TemplateResult } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { EventState, MeetState, Now } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { words } from '../kit/desk-words.ts';
import { FrameElement } from '../kit/frame-element.ts';
import type { Source } from '../kit/source.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import { isLate, linkTo, type Place, placeOf } from './address.ts';

import '../kit/connection-badge.ts';
import './programme-list.ts';
import './race-result.ts';
import './selection-list.ts';
import './standings-table.ts';

export class ResultsPage extends FrameElement {
  static override properties = { live: { attribute: false } };
  declare live: Source;
  #place: Place = {};
  #now: TopicSlot<Now & { meet?: string }> | undefined;
  #meet: TopicSlot<MeetState> | undefined;
  #board: TopicSlot<Board> | undefined;
  #event: TopicSlot<EventState> | undefined;
  #selections: TopicSlot<SelectionsState> | undefined;
  readonly #moved = () => this.#go(placeOf(location.search));

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => {
      this.#choose();
      this.requestUpdate();
    };
    this.#now = new TopicSlot(this.live, changed);
    this.#meet = new TopicSlot(this.live, changed);
    this.#board = new TopicSlot(this.live, changed);
    this.#event = new TopicSlot(this.live, changed);
    this.#selections = new TopicSlot(this.live, changed);
    window.addEventListener('popstate', this.#moved);
    this.addEventListener('click', (event) => this.#follow(event));
    this.#moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#moved);
    for (const slot of [this.#now, this.#meet, this.#board, this.#event, this.#selections]) slot?.follow(undefined);
  }

  #go(place: Place): void {
    this.#place = place;
    this.#choose();
    this.requestUpdate();
  }

  /** Links of this page are followed without loading it anew. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !plain || link.pathname !== location.pathname || link.origin !== location.origin) return;
    // Every race of the past has a bar of its own.
    if (link.hasAttribute('download') || link.target !== '' || this.live.isPast === true) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    scrollTo(0, 0);
    this.#moved();
  }

  #choose(): void {
    const { event } = this.#place;
    const race = this.#race();
    this.#board?.follow(race && `race/${race}`);
    this.#event?.follow(event && `event/${event}`);
    const meet = this.#meetId();
    this.#now?.follow(this.#place.meet === undefined ? 'now' : undefined);
    this.#meet?.follow(meet && `meet/${meet}`);
    this.#selections?.follow(
      this.#place.selection === undefined || meet === undefined ? undefined : `selection/${meet}`,
    );
  }

  /** The race to show: the one asked for, or where nothing is, the one that was on at a moment of the past. */
  #race(): string | undefined {
    const isAsked = Object.keys(this.#place).length > 0;
    return isAsked || this.live.isPast !== true ? this.#place.race : this.#now?.state?.race;
  }

  #meetId(): string | undefined {
    const { meet, event } = this.#place;
    const race = this.#race();
    const ofRace = race === undefined ? undefined : this.#board?.state?.race.meet;
    const ofEvent = event === undefined ? undefined : this.#event?.state?.event.meet;
    return meet ?? ofRace ?? ofEvent ?? this.#now?.state?.meet;
  }

  /** What a browser calls the page, the paper and the bookmark. */
  protected override updated(): void {
    const name = this.querySelector('main h1')?.textContent;
    const sheet = this.#board?.state?.race;
    const parts = [name, this.#race() === undefined ? undefined : sheet?.name, this.#meet?.state?.meet.name];
    document.title = parts.filter((part) => part !== undefined).join(' · ') || words('results');
  }

  protected override render() {
    const meet = this.#meet?.state;
    const { search } = location;
    const home = linkTo(meet === undefined ? {} : { meet: meet.meet.id }, search);
    return html`
      <header>
        <a class="home" href=${home}><strong dir="auto">${meet?.meet.name ?? words('results')}</strong>
          <small dir="auto">${meet?.meet.venue ?? ''}</small></a>
        <connection-badge .live=${this.live}></connection-badge>
      </header>
      <main>${this.#shown(meet, search)}</main>`;
  }

  #shown(meet: MeetState | undefined, search: string): TemplateResult | typeof nothing {
    const { event, selection } = this.#place;
    const race = this.#race();
    const waiting = html`<p class="waiting">${words('waiting')}</p>`;
    if (race !== undefined) {
      const board = this.#board?.state;
      if (board?.race.id !== race) return waiting;
      return html`<race-result .board=${board} .meet=${meet} .search=${search} .time=${this.live.clock} .isPast=${this.live.isPast === true} .hasFile=${this.live.isPast !== true && !isLate(search)}></race-result>`;
    }
    if (event !== undefined) {
      const state = this.#event?.state;
      if (state?.event.id !== event) return waiting;
      return html`<standings-table .event=${state} .meet=${meet} .search=${search}></standings-table>`;
    }
    if (selection !== undefined) {
      const state = this.#selections?.state?.selections[selection];
      if (state === undefined) return waiting;
      return html`<selection-list .selection=${state} .meet=${meet}></selection-list>`;
    }
    return meet === undefined ? waiting : html`<programme-list .meet=${meet} .search=${search}></programme-list>`;
  }
}

customElements.define('results-page', ResultsPage);
