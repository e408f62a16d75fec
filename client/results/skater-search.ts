// <skater-search>: finds a skater of the meet by name, bib or nation, and the races he is entered in. The start lists are
// fetched when somebody begins to type, not before, in the version that the page shows.
import { html, nothing } from 'lit';
import type { Meet } from '../../shared/meet.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { type MeetVersion, meetDocument } from '../kit/meet-document.ts';
import { linkTo } from './address.ts';
import { type Found, findSkaters } from './find-skaters.ts';

export class SkaterSearch extends LightElement {
  static override properties = { meet: { attribute: false }, search: { attribute: false }, found: { state: true } };
  declare meet: MeetVersion;
  declare search: string;
  declare private found: readonly Found[] | undefined;
  #lists: Promise<Meet | undefined> | undefined;
  #version: MeetVersion | undefined;

  #load(): Promise<Meet | undefined> {
    const { id, version } = this.meet;
    if (this.#version?.id !== id || this.#version.version !== version) this.#lists = undefined;
    this.#version = this.meet;
    this.#lists ??= meetDocument(this.meet);
    return this.#lists;
  }

  async #typed({ target }: Event): Promise<void> {
    const field = target as HTMLInputElement;
    const meet = await this.#load();
    // What was not there is asked for again with the next letter.
    if (meet === undefined) this.#lists = undefined;
    else this.found = field.value.trim() === '' ? undefined : findSkaters(meet, field.value);
  }

  protected override render() {
    const { found } = this;
    return html`
      <label><span>${words('search')}</span>
        <input type="search" autocomplete="off" @input=${(event: Event) => void this.#typed(event)} /></label>
      ${found === undefined ? nothing : html`<ul class="found" role="status">${found.length === 0 ? html`<li>${words('nobodyFound')}</li>` : found.map((one) => this.#row(one))}</ul>`}`;
  }

  #row({ name, nation, bib, races }: Found) {
    return html`<li><strong dir="auto">${name}</strong> <span>${nation}</span> <span class="bib">${bib}</span>
      <span class="races">${races.map(({ id, name: race }) => html`<a href=${linkTo({ race: id }, this.search)} dir="auto">${race}</a> `)}</span></li>`;
  }
}

customElements.define('skater-search', SkaterSearch);
