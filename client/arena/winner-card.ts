// Who won, in the place where the laps to go were.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';

/** Everybody of rank 1; in a dead heat there are two. */
export function winnerCard({ rows }: Pick<Board, 'rows'>) {
  const winners = Object.values(rows).filter(({ rank, flags }) => rank === 1 && flags.finished === true);
  if (winners.length === 0) return nothing;
  return html`<div class="winner"><p class="label">${words('winner')}</p>${winners.map(
    ({ name, nation, club }) => html`<p class="who">${personName(name)}</p><p class="nation">${nation ?? club}</p>`,
  )}</div>`;
}
