// <alert-list>: what just happened, large and for a few seconds, and heard where sound is on. It never moves the page.
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board } from '../../shared/board.ts';
import { type DeskLabel, words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { type Alert, alertsBetween } from './alerts.ts';
import { beep } from './beep.ts';

const shownMs = 9000;
const shownMost = 3;

export class AlertList extends LightElement {
  static override properties = { board: { attribute: false }, sound: { attribute: false }, alerts: { state: true } };
  declare board: Board | undefined;
  declare sound: boolean;
  declare private alerts: readonly Alert[];
  #before: Board | undefined;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor() {
    super();
    this.alerts = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  protected override willUpdate(): void {
    const { board } = this;
    if (board === undefined || board === this.#before) return;
    const fresh = alertsBetween(this.#before, board);
    this.#before = board;
    if (fresh.length === 0) return;
    this.alerts = [...fresh.toReversed(), ...this.alerts].slice(0, shownMost);
    if (this.sound) beep(fresh[0]?.kind ?? 'attack');
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.alerts = this.alerts.filter((alert) => !fresh.includes(alert));
    }, shownMs);
    this.#timers.add(timer);
  }

  protected override render() {
    return html`<ol role="status" aria-live="assertive">${repeat(
      this.alerts,
      ({ id }) => id,
      ({ kind, text }) =>
        html`<li class=${`alert ${kind}`}><b>${words(`alert.${kind}` as DeskLabel)}</b> <span dir="auto">${text}</span></li>`,
    )}</ol>`;
  }
}

customElements.define('alert-list', AlertList);
