// <story-list>: the moments of the race, newest first, with the time of the race.
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board } from '../../shared/board.ts';
import { formatClock } from '../../shared/format-time.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { momentText } from '../kit/who.ts';

export class StoryList extends LightElement {
  static override properties = { board: { attribute: false }, chosen: { attribute: false } };
  declare board: Board;
  declare chosen: string | undefined;

  protected override render() {
    const { board } = this;
    const startUs = Object.values(board.clock)[0]?.startUs;
    const moments = Object.entries(board.log)
      .sort(([idA, a], [idB, b]) => b.at - a.at || (idA < idB ? 1 : -1))
      .flatMap(([id, moment]) => {
        const text = momentText(moment, board);
        return text === undefined ? [] : [{ id, moment, text }];
      });
    return html`<h2>${words('story')}</h2><ol class="scroll" tabindex="0">${repeat(
      moments,
      ({ id }) => id,
      ({ moment: { at, says, about = [] }, text }) => {
        const time = startUs === undefined || at < startUs ? '' : formatClock(at - startUs);
        const mine = this.chosen !== undefined && about.includes(this.chosen);
        return html`<li class=${`${says.code} ${mine ? 'mine' : ''}`}><time>${time}</time><span dir="auto">${text}</span></li>`;
      },
    )}</ol>`;
  }
}

customElements.define('story-list', StoryList);
