// <graphic-list>: the graphics by number: which has something to show, which is chosen, on air, latched.
import { html, nothing } from 'lit';
import type { Graphic, OnAirState } from '../../shared/on-air.ts';
import { words } from '../kit/air-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { type Choice, type Desk, graphics, optionOf } from './choice.ts';

export class GraphicList extends LightElement {
  static override properties = {
    desk: { attribute: false },
    choices: { attribute: false },
    chosen: { attribute: false },
    fit: { attribute: false },
    air: { attribute: false },
    choose: { attribute: false },
  };
  declare desk: Desk | undefined;
  declare choices: Readonly<Record<Graphic, Choice>>;
  declare chosen: Graphic;
  /** Those that have something to show. */
  declare fit: ReadonlySet<Graphic>;
  declare air: OnAirState | undefined;
  declare choose: (graphic: Graphic) => void;

  protected override render() {
    const onAir = new Map(Object.values(this.air?.graphics ?? {}).map((taken) => [taken.graphic, taken]));
    return html`<ol>${graphics.map((graphic, index) => {
      const taken = onAir.get(graphic);
      const classes = [taken ? 'on-air' : '', this.fit.has(graphic) ? '' : 'unfit'];
      return html`<li class=${classes.join(' ')} aria-current=${graphic === this.chosen} @click=${() => this.choose(graphic)}>
        <kbd>${index + 1}</kbd><span class="what"><b>${words(`graphic.${graphic}`)}</b><small dir="auto">${this.#option(graphic)}</small></span>
        ${taken?.latched === undefined ? nothing : html`<i class="latch">${words('latched')}</i>`}
        ${taken === undefined ? nothing : html`<i class="air-sign">${words('onAir')}</i>`}</li>`;
    })}</ol>`;
  }

  #option(graphic: Graphic): string {
    const { desk } = this;
    const option = desk && optionOf(this.choices[graphic], desk);
    if (desk === undefined || option === undefined) return '';
    const { board, aired } = desk;
    if (graphic === 'sprint') return words('lap', { lap: board.sprints[option]?.lap ?? '' });
    if (graphic === 'correction') return Object.values(aired?.alerts[option]?.changes ?? {})[0]?.name ?? '';
    const row = board.rows[option];
    return [row?.bib, row?.name].filter((text) => text !== undefined).join(' ');
  }
}

customElements.define('graphic-list', GraphicList);
