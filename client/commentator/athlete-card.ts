// <athlete-card>: one skater: who he is, his bests, what is noted of him, what he skated before, what he still needs.
import { html, nothing } from 'lit';
import type { Board, Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import type { Meet } from '../../shared/meet.ts';
import type { EventState, Standing } from '../../shared/meet-state.ts';
import { type AthleteFacts, earlierRaces, factsOf, standingOf } from '../kit/athlete-facts.ts';
import { words } from '../kit/desk-words.ts';
import { flag } from '../kit/flag.ts';
import { LightElement } from '../kit/light-element.ts';
import { outlookLines } from '../kit/outlook.ts';
import { gapText, marksOf, resultText } from '../kit/row-texts.ts';

type Results = ReadonlyMap<string, Board>;

export class AthleteCard extends LightElement {
  static override properties = {
    board: { attribute: false },
    entry: { attribute: false },
    meet: { attribute: false },
    event: { attribute: false },
    pinned: { attribute: false },
    results: { attribute: false },
  };
  declare board: Board;
  declare entry: string;
  declare meet: Meet | undefined;
  declare event: EventState | undefined;
  declare pinned: boolean;
  /** Boards of earlier races, as far as they have come. */
  declare results: Results;

  protected override render() {
    const { board, entry, meet } = this;
    const row = board.rows[entry];
    if (row === undefined) return nothing;
    const facts = factsOf(meet, board.race, entry, row);
    return html`
      <header><b class="bib">${row.bib ?? row.helmet ?? ''}</b>${flag(row.nation)}<h2 dir="auto">${row.name}</h2><span>${row.nation ?? ''}${row.club === undefined ? '' : ` · ${row.club}`}</span>${this.pinned ? html`<i class="pin">◆</i>` : nothing}</header>
      ${members(row)}
      <dl>${this.#figures(row, facts, standingOf(this.event, entry, row))}</dl>
      ${outlookLines(row.forecast, board.race.digits).map(({ stake, text }) => html`<p class="outlook"><b>${stake}</b> ${text}</p>`)}
      ${facts.note === undefined ? nothing : html`<p class="note" dir="auto">${facts.note}</p>`}
      ${this.#earlier(row)}`;
  }

  #figures(row: Row, { pbUs, sbUs }: AthleteFacts, standing: Standing | undefined) {
    const { digits = 2 } = this.board.race;
    const time = (us: number | undefined) => (us === undefined ? '' : formatTime(us, { digits }));
    const figures: [string, string][] = [
      ['PB', time(pbUs)],
      ['SB', time(sbUs)],
      [words('onTheIce'), row.position === undefined ? '' : String(row.position)],
      [words('rank'), row.rank === undefined ? '' : String(row.rank)],
      [words('gap'), gapText(row, digits)],
      [words('time'), resultText(row, digits)],
      [words('lapTime'), time(row.lapUs)],
      [words('points'), row.points === undefined ? '' : String(row.points.total)],
      [
        words('standings'),
        standing?.rank === undefined
          ? ''
          : `${standing.rank}${standing.provisional ? ` · ${words('provisional')}` : ''}`,
      ],
    ];
    return figures
      .filter(([, text]) => text !== '')
      .map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`);
  }

  #earlier({ athlete }: Row) {
    const races = earlierRaces(this.meet, this.board.race.id, athlete);
    const lines = races.flatMap(({ id }) => {
      const board = this.results.get(id);
      const row = board && Object.values(board.rows).find((one) => one.athlete === athlete);
      const isOver = row?.flags.finished === true || row?.status !== undefined;
      return board === undefined || row === undefined || !isOver ? [] : [{ board, row }];
    });
    if (lines.length === 0) return nothing;
    return html`<h3>${words('earlier')}</h3><ul>${lines.map(
      ({ board: { race }, row }) =>
        html`<li><span dir="auto">${race.eventName} · ${race.name}</span> <b>${row.rank ?? ''}</b> <span>${resultText(row, race.digits)}</span> ${marksOf(row).map((mark) => html`<i class="mark">${mark}</i>`)}</li>`,
    )}</ul>`;
  }
}

/** The skaters of a team. */
function members(row: Row) {
  const names = Object.values(row.members ?? {}).sort((a, b) => a.order - b.order);
  return names.length === 0
    ? nothing
    : html`<p class="members" dir="auto">${names.map(({ name }) => name).join(' · ')}</p>`;
}

customElements.define('athlete-card', AthleteCard);
