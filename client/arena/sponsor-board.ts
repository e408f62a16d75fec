// <sponsor-board>: the picture of a sponsor, on white as it was made for, one giving way to the next.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LightElement } from '../kit/light-element.ts';

/** The address of a picture of the folder. */
const addressOf = (picture: string) => `/sponsors/${encodeURIComponent(picture)}`;

export class SponsorBoard extends LightElement {
  static override properties = { pictures: { attribute: false }, index: { attribute: false } };
  declare pictures: readonly string[];
  declare index: number;

  protected override render() {
    const { pictures, index } = this;
    const picture = pictures[index % pictures.length] ?? '';
    // The next one is fetched while this one is shown.
    const next = pictures[(index + 1) % pictures.length] ?? '';
    return html`<figure>${keyed(picture, html`<img class="picture" src=${addressOf(picture)} alt="" />`)}</figure><img class="coming" src=${addressOf(next)} alt="" />`;
  }
}

customElements.define('sponsor-board', SponsorBoard);
