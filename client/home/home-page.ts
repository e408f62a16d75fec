// <home-page>: every page there is, by who needs it, and what is on. The only element of the page that knows topics.
import { html, nothing } from 'lit';
import type { MeetState, Now } from '../../shared/meet-state.ts';
import { FrameElement } from '../kit/frame-element.ts';
import { words } from '../kit/home-words.ts';
import type { Source } from '../kit/source.ts';
import { TopicSlot } from '../kit/topic-slot.ts';

import '../kit/connection-badge.ts';

/** Who a page is for, and the pages in the order in which they are looked for. */
const kinds = [
  ['forAll', ['results']],
  ['forDesk', ['console', 'commentator']],
  ['forHall', ['arena', 'screen', 'lapcounter']],
  ['forAir', ['overlay', 'rundown']],
] as const;

export class HomePage extends FrameElement {
  static override properties = { live: { attribute: false } };
  declare live: Source;
  #now: TopicSlot<Now & { meet?: string }> | undefined;
  #meet: TopicSlot<MeetState> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => {
      const meet = this.#now?.state?.meet;
      this.#meet?.follow(meet && `meet/${meet}`);
      this.requestUpdate();
    };
    this.#now = new TopicSlot(this.live, changed);
    this.#meet = new TopicSlot(this.live, changed);
    this.#now.follow('now');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#now?.follow(undefined);
    this.#meet?.follow(undefined);
  }

  protected override render() {
    return html`
      <header><h1>Splitcast</h1>${this.#onNow()}</header>
      <main>
        ${kinds.map(
          ([kind, pages]) => html`<section><h2>${words(kind)}</h2>
            <ul>${pages.map((page) => html`<li><a href=${`/${page}${location.search}`}><b>${words(`page.${page}`)}</b><span>${words(`about.${page}`)}</span></a></li>`)}</ul>
          </section>`,
        )}
      </main>
      <footer><connection-badge .live=${this.live}></connection-badge>${words('forPrograms')}<a href="/api/v1/openapi.json">OpenAPI</a><a href="/api/v1/asyncapi.json">AsyncAPI</a></footer>`;
  }

  #onNow() {
    const meet = this.#meet?.state;
    if (meet === undefined) return html`<p class="on">${words('nothingOn')}</p>`;
    const { race, next } = meet.now;
    const named = (id: string | undefined) => (id === undefined ? undefined : nameOf(meet, id));
    const upcoming = named(next);
    return html`<p class="on" dir="auto"><span class="meet">${meet.meet.name}</span>
      ${race === undefined ? words('nothingOn') : html`<a href=${resultOf(race)}><small>${words('onNow')}</small> <b>${named(race)}</b></a>`}
      ${upcoming === undefined ? nothing : html`<span class="next">${words('nextOn', { race: upcoming })}</span>`}</p>`;
  }
}

/** Seen as this page is: at its moment, as late, in its language. */
function resultOf(race: string): string {
  const asked = new URLSearchParams(location.search);
  asked.set('race', race);
  return `/results?${asked}`;
}

/** `Men's Mass Start Final` */
function nameOf({ races, events }: MeetState, id: string): string {
  const race = races[id];
  return race === undefined ? id : [events[race.event]?.name, race.name].filter(Boolean).join(' ');
}

customElements.define('home-page', HomePage);
