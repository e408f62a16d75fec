// The largest thing on the screen: laps to go, the last lap in gold, the finish as a word.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/messages.ts';

/** From here on one digit leaves room beside it, and the label stands there. */
const singleDigitMost = 9;

/** `Laps to go` of G3, as the board says it. */
export function lapsToGo({ laps }: Pick<Board, 'laps'>) {
  if (laps.toGo === 0 && laps.leader > 0) return html`<p class="flag">${words('finish')}</p>`;
  const last = laps.bell === true || laps.toGo === 1;
  const place = `laps ${last ? 'last' : ''} ${laps.toGo <= singleDigitMost ? 'single' : ''}`;
  return html`<p class=${place}><b>${laps.toGo}</b><span>${words(last ? 'lastLap' : 'lapsToGo')}</span></p>`;
}

/** Before the start: how long the race is. */
export function lapsInAll({ laps }: Pick<Board, 'laps'>) {
  const place = `laps ${laps.total <= singleDigitMost ? 'single' : ''}`;
  return html`<p class=${place}><b>${laps.total}</b><span>${words('lapsInAll')}</span></p>`;
}

/** A word for whoever rings: the bell was for another lap than the crossings say. Nothing the hall must see. */
export function bellHint({ laps }: Pick<Board, 'laps'>) {
  if (laps.bellAlarm === undefined) return nothing;
  return html`<p class="bell-hint">${words('bellAlarm', { lap: laps.bellAlarm })}</p>`;
}
