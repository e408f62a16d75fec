// <correction-graphic>: the caption that tells viewers what of a picture they have seen is not so. Always latched: what it
// says is what was known when it was taken.
import { html } from 'lit';
import type { AiredAlert, Figure } from '../../shared/aired.ts';
import type { Says } from '../../shared/board.ts';
import { words } from '../kit/air-words.ts';
import { causeText, changedOf, fieldsOf, fieldText, figureText } from '../kit/aired-texts.ts';
import { flag } from '../kit/flag.ts';
import { personName } from '../kit/person-name.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Who, whoOf } from './known.ts';

export interface CorrectionData extends Who {
  readonly entry: string;
  readonly field: string;
  readonly before?: Figure | undefined;
  readonly after?: Figure | undefined;
  readonly digits?: 3 | undefined;
  readonly cause: Says;
  /** Whom the cause is about, by name. */
  readonly about: string;
}

/** What viewers are told of a correction: the weightiest figure of whom it is about. */
export function correctionData({ digits, cause, about, ...alert }: AiredAlert): CorrectionData | undefined {
  const [entry, changed] = changedOf(alert as AiredAlert)[0] ?? [];
  const [field, change] = (changed && fieldsOf(changed)[0]) ?? [];
  if (entry === undefined || changed === undefined || field === undefined) return undefined;
  return { entry, ...whoOf(changed), field, ...change, digits, cause, about: about.join(', ') };
}

export class CorrectionGraphic extends GraphicElement<CorrectionData> {
  protected override picture(data: CorrectionData) {
    const { field, before, after, digits } = data;
    const was = figureText(field, before, digits);
    return html`<p class="label">${words('correction')}</p>
      <p class="who">${flag(data.nation)}${personName(data.name)}<span class="field">${fieldText(field)}</span><b>${figureText(field, after, digits)}</b><s>${words('was', { before: was })}</s></p>
      <p class="cause" dir="auto">${causeText(data.cause, data.about, digits)}</p>`;
  }
}

customElements.define('correction-graphic', CorrectionGraphic);
