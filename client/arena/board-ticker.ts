// <board-ticker>: the newest moment of the race in one discreet line.
import { html, nothing } from 'lit';
import type { Board, Moment } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { sentence } from '../kit/messages.ts';

/** The sentence of the newest moment that this page has words for; of equals the one with the later id. */
export function newestSentence({ log, rows }: Pick<Board, 'log' | 'rows'>, digits: 2 | 3 = 2): string | undefined {
  const newestFirst = Object.entries(log).sort(([idA, a], [idB, b]) => b.at - a.at || (idA < idB ? 1 : -1));
  const say = ({ says, about = [] }: Moment) =>
    sentence(says, about.map((entry) => rows[entry]?.name ?? entry).join(', '), digits);
  return newestFirst.map(([, moment]) => say(moment)).find((text) => text !== undefined);
}

export class BoardTicker extends LightElement {
  static override properties = { board: { attribute: false } };
  declare board: Board;

  protected override render() {
    const text = newestSentence(this.board, this.board.race.digits);
    return text === undefined ? nothing : html`<p dir="auto">${text}</p>`;
  }
}

customElements.define('board-ticker', BoardTicker);
