// <selection-panel>: who goes if the results stand as they are: those near the line of each selection of the meet.
import { html, nothing } from 'lit';
import { formatDiff } from '../../shared/format-time.ts';
import type { Candidate, SelectionState, SelectionsState } from '../../shared/selection-state.ts';
import { words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';

/** So many out of it are near enough to be spoken of. */
const outMost = 3;

/** Those who are in, and the first who are not. Pure. */
export function nearLine({
  candidates,
}: Pick<SelectionState, 'candidates'>): (readonly [athlete: string, Candidate])[] {
  const all = Object.entries(candidates).sort(([, a], [, b]) => a.order - b.order);
  const out = all.filter(([, { selected }]) => selected !== true).slice(0, outMost);
  return all.filter((one) => one[1].selected === true || out.includes(one));
}

export class SelectionPanel extends LightElement {
  static override properties = { state: { attribute: false } };
  declare state: SelectionsState;

  protected override render() {
    const all = Object.entries(this.state.selections).sort(([, a], [, b]) => a.order - b.order);
    return html`<h2>${words('selections')}</h2><div class="scroll" tabindex="0">${all.map(([, selection]) => this.#selection(selection))}</div>`;
  }

  #selection(selection: SelectionState) {
    const { name, quota, selected } = selection;
    return html`<table><caption dir="auto">${name}${quota === undefined ? nothing : html` <span>${words('selectedOf', { selected, quota })}</span>`}</caption>
      <tbody>${nearLine(selection).map(([athlete, one]) => this.#candidate(athlete, one))}</tbody></table>`;
  }

  #candidate(athlete: string, { name, nation, selected, provisional, marginUs, marginPoints }: Candidate) {
    const margin = marginUs === undefined ? (marginPoints ?? '') : formatDiff(marginUs);
    const state = selected === true ? words(provisional === true ? 'inProvisional' : 'in') : words('out');
    return html`<tr class=${selected === true ? 'in' : 'out'} data-athlete=${athlete}><td class="who"><span>${flag(nation)}<b dir="auto">${name}</b></span></td><td>${state}</td><td>${margin}</td></tr>`;
  }
}

customElements.define('selection-panel', SelectionPanel);
