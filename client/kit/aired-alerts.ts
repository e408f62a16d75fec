// <aired-alerts>: corrections of what was aired, for whoever talks or works: on what picture, who, before, after and why. A
// desk that takes captions hands in how.
import { html, nothing } from 'lit';
import type { AiredAlert, AiredState, Changed } from '../../shared/aired.ts';
import { words } from './air-words.ts';
import { alertsOf, causeText, changedOf, fieldsOf, fieldText, figureText } from './aired-texts.ts';
import { LightElement } from './light-element.ts';
import type { Source } from './source.ts';
import { TopicSlot } from './topic-slot.ts';

/** More would hide the page they stand on. */
const alertsMost = 3;
const namesMost = 3;

export class AiredAlerts extends LightElement {
  static override properties = { live: { attribute: false } };
  declare live: Source;
  /** Called once for each correction that is new while the page is open. */
  fresh: () => void = () => {};
  #aired: TopicSlot<AiredState> | undefined;
  #told: ReadonlySet<string> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#aired = new TopicSlot(this.live, () => this.#heard());
    this.#aired.follow('aired');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#aired?.follow(undefined);
  }

  #heard(): void {
    const keys = new Set(Object.keys(this.#aired?.state?.alerts ?? {}));
    const told = this.#told;
    if (told !== undefined && [...keys].some((key) => !told.has(key))) this.fresh();
    this.#told = keys;
    this.requestUpdate();
  }

  protected override render() {
    const alerts = alertsOf(this.#aired?.state);
    if (alerts.length === 0) return nothing;
    return html`<div role="alert"><ul>${alerts.slice(0, alertsMost).map(([, alert]) => airedAlert(alert))}</ul></div>`;
  }
}

/** A correction as a line of a list, or as much of it as there is room for. */
export function airedAlert(alert: AiredAlert, names = namesMost) {
  const { graphic, output, raceName, cause, about, digits, captioned } = alert;
  const changed = changedOf(alert);
  const where = words('airedAs', { graphic: words(`graphic.${graphic}`), output });
  const more = changed.length - names;
  return html`<li class=${captioned === true ? 'captioned' : ''}>
    <p class="where"><b>${words('airAlert')}</b> ${where} <span dir="auto">${raceName}</span>${captioned === true ? html` <i>${words('captioned')}</i>` : nothing}</p>
    ${changed.slice(0, names).map(([, one]) => changedLine(one, digits))}
    ${more > 0 ? html`<p class="more">${words('more', { count: more })}</p>` : nothing}
    <p class="cause" dir="auto">${causeText(cause, about.join(', '), digits)}</p></li>`;
}

function changedLine(changed: Changed, digits: 2 | 3 = 2) {
  return html`<p class="changed"><b dir="auto">${changed.name}</b>${fieldsOf(changed).map(
    ([field, { before, after }]) =>
      html` <span>${fieldText(field)} <s>${figureText(field, before, digits)}</s> → <b>${figureText(field, after, digits)}</b></span>`,
  )}</p>`;
}

customElements.define('aired-alerts', AiredAlerts);
