// <race-sheet>: what stands on the sheet besides its rows, and where the programme is: officials, ice, protests, what comes.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { LightElement } from '../kit/light-element.ts';
import { toldOf } from './told.ts';

export class RaceSheet extends LightElement {
  static override properties = {
    board: { attribute: false },
    meet: { attribute: false },
    selections: { attribute: false },
  };
  declare board: Board;
  declare meet: MeetState | undefined;
  declare selections: SelectionsState | undefined;

  protected override render() {
    const lines = toldOf(this);
    if (lines.length === 0) return nothing;
    return html`<dl tabindex="0">${lines.map(([what, text]) => html`<dt dir="auto">${what}</dt><dd dir="auto" title=${text}>${text}</dd>`)}</dl>`;
  }
}

customElements.define('race-sheet', RaceSheet);
