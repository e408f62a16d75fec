// <needs-graphic>: what each by itself is enough for those who are not in or out for certain yet, and the time to beat.
import { html, nothing } from 'lit';
import type { Outlook, Says, Stake } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/air-words.ts';
import { flag } from '../kit/flag.ts';
import { needed } from '../kit/messages.ts';
import { outlookText, stakeText } from '../kit/outlook.ts';
import { personName } from '../kit/person-name.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, whoOf } from './known.ts';

/** More could not be read while they skate. */
const rowsMost = 5;

export interface NeedsData {
  readonly stake: Stake;
  readonly digits?: 3 | undefined;
  readonly cut?: readonly Says[] | undefined;
  readonly target?: { readonly timeUs: number; readonly name?: string | undefined } | undefined;
  readonly rows: readonly (Who & {
    readonly entry: string;
    readonly rank?: number | undefined;
    readonly outlook: Outlook;
  })[];
}

/** Those who are in or may come in, as it stands; who is out has nothing to need. */
export function needsData({ board: { rows, race, cut, target } }: Known): NeedsData | undefined {
  const all = Object.entries(rows)
    .filter(([, { forecast }]) => forecast !== undefined && forecast.state !== 'out')
    .sort(([, a], [, b]) => (a.rank ?? 1000) - (b.rank ?? 1000) || a.order - b.order);
  const stake = all[0]?.[1].forecast?.stake;
  if (stake === undefined) return undefined;
  const shown = all.slice(0, rowsMost).flatMap(([entry, row]) => {
    const { state, needs } = row.forecast ?? {};
    const outlook = state && { state, ...(needs !== undefined && { needs }) };
    return outlook === undefined ? [] : [{ entry, ...whoOf(row), rank: row.rank, outlook }];
  });
  const beat = target && { timeUs: target.timeUs, name: target.name };
  return { stake, digits: race.digits, cut, target: beat, rows: shown };
}

export class NeedsGraphic extends GraphicElement<NeedsData> {
  protected override picture(data: NeedsData) {
    const { stake, target, cut = [], digits } = data;
    const enough = needed(cut, digits);
    return html`<header><b>${words('needs')}</b><span>${stakeText(stake)}</span>
        ${target === undefined ? nothing : html`<i>${words('toBeat')} ${formatTime(target.timeUs, { digits: digits ?? 2 })}</i>`}</header>
      <ol>${data.rows.map(
        ({ entry, rank, outlook, ...who }) => html`<li data-entry=${entry} class=${outlook.state}>
          <span class="place">${rank}</span>${flag(who.nation)}${personName(who.name)}<span class="need">${outlookText({ stake, ...outlook }, digits)}</span></li>`,
      )}</ol>
      ${enough === undefined ? nothing : html`<p class="cut">${enough}</p>`}`;
  }
}

customElements.define('needs-graphic', NeedsGraphic);
