// The cells of a skater, or of a relay team, in a heat of short track: place, helmet, who, the last lap, and gap or time.
import { html, nothing } from 'lit';
import type { Board, Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { gapText, marksOf, resultText } from '../kit/row-texts.ts';
import { stageOf } from './scene.ts';

/** What stands at the end of a row: the time of who is in, the ruling instead of one, and on the way the gap. */
export function endText(row: Row): string {
  if (row.flags.noTime === true) return words('noTime');
  return row.flags.finished === true || row.status !== undefined ? resultText(row, 3) : gapText(row, 3);
}

/** On the way each has his last lap beside him; when he is in, his time says more. */
function lapText({ lapUs, flags, status }: Row): string {
  return lapUs === undefined || flags.finished === true || status !== undefined ? '' : formatTime(lapUs, { digits: 3 });
}

/** Over the names nothing, over the last two columns what is in them. */
export function heatHeadings(board: Board): readonly string[] {
  const ofStage = { before: ['', ''], on: [words('lapTime'), words('gap')], over: ['', words('time')] };
  return ['', ...ofStage[stageOf(board)]];
}

export function heatCells(row: Row, { rows }: Pick<Board, 'rows'>) {
  // Before the first crossing nobody has a place.
  const isSeen = Object.values(rows).some(({ laps }) => laps > 0);
  const lap = lapText(row);
  // Laps and seconds are more than a time.
  const isDown = (row.lapsDown ?? 0) > 0 && row.flags.finished !== true;
  return html`
    <span class="place">${isSeen ? (row.rank ?? row.position) : nothing}</span>
    <span class="helmet">${row.helmet ?? row.bib}</span>
    <span class="nation">${row.nation ?? row.club}</span>
    <span class="who">${personName(row.name)}${marksOf(row).map((mark) => html`<em>${mark}</em>`)}</span>
    ${lap === '' ? nothing : html`<span class="lap">${lap}</span>`}
    <span class=${isDown ? 'gap down' : 'gap'}>${endText(row)}</span>`;
}
