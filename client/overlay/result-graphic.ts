// <result-graphic>: the result of a race, or the standings of an event that is skated against the clock, page by page.
import { html, nothing } from 'lit';
import type { Row } from '../../shared/board.ts';
import { isOver, isRankedInEvent } from '../arena/scene.ts';
import { words } from '../kit/air-words.ts';
import { flag } from '../kit/flag.ts';
import { PageTurner } from '../kit/page-turner.ts';
import { personName } from '../kit/person-name.ts';
import { gapText, marksOf, pointsText, resultText } from '../kit/row-texts.ts';
import { statusText } from '../kit/status-words.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, whoOf } from './known.ts';

type Figures = Pick<Row, 'status' | 'code' | 'timeUs' | 'gapUs' | 'position' | 'flags'>;

export interface ResultRow extends Who {
  readonly key: string;
  readonly rank?: number | undefined;
  readonly points?: number | undefined;
  readonly marks: readonly string[];
  readonly figures: Figures;
}

export interface ResultData {
  readonly title: string;
  readonly part: string;
  /** Of the standings of an event: so many of so many races are skated. */
  readonly isEvent: boolean;
  readonly race: Pick<Known['board']['race'], 'status' | 'revision'>;
  readonly digits?: 3 | undefined;
  readonly rows: readonly ResultRow[];
}

/** Rows of a page, large enough for a small picture. */
const perPage = 10;

function ofEvent({ board: { race }, event }: Known): ResultData | undefined {
  const all = Object.entries(event?.standings ?? {}).filter(([, { rank, status }]) => rank ?? status);
  if (event === undefined || all.length === 0) return undefined;
  const rows = all
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([key, standing]): ResultRow => {
      const { rank, timeUs, behindUs, status, code, thousandth, marks } = standing;
      const flags = { finished: true, ...(thousandth === true && { thousandth }) } as const;
      const figures = { timeUs, gapUs: behindUs, position: rank, status: status as Row['status'], code, flags };
      return { key, ...whoOf(standing), rank, marks: marksOf({ marks: marks ?? {} } as Row), figures };
    });
  return {
    title: event.event.name,
    part: words('standings'),
    isEvent: true,
    race: { status: race.status },
    digits: event.event.digits,
    rows,
  };
}

function ofRace({ board }: Known): ResultData | undefined {
  const { race } = board;
  if (!isOver(board)) return undefined;
  const rows = Object.entries(board.rows)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([key, row]): ResultRow => {
      const { rank, status, code, timeUs, gapUs, position, flags } = row;
      const figures = { status, code, timeUs, gapUs, position, flags };
      return { key, ...whoOf(row), rank, points: row.points?.total, marks: marksOf(row), figures };
    });
  if (rows.length === 0) return undefined;
  const state = { status: race.status, ...(race.revision !== undefined && { revision: race.revision }) };
  return { title: race.eventName, part: race.name, isEvent: false, race: state, digits: race.digits, rows };
}

export function resultData(known: Known): ResultData | undefined {
  return isRankedInEvent(known.board) ? ofEvent(known) : ofRace(known);
}

export class ResultGraphic extends GraphicElement<ResultData> {
  readonly #turner = new PageTurner(this);

  protected override picture(data: ResultData) {
    const pages = Math.ceil(data.rows.length / perPage);
    const page = this.#turner.page(pages, this.time, this.sinceUs / 1000);
    const rows = data.rows.slice(page * perPage, (page + 1) * perPage);
    const state = data.isEvent ? '' : statusText(data.race as Known['board']['race']);
    return html`<header><p class="title" dir="auto"><b>${data.title}</b> <span>${data.part}</span></p><p class="state">${state}</p></header>
      <ol>${rows.map((row) => this.#row(row, data))}</ol>
      ${pages > 1 ? html`<footer>${Array.from({ length: pages }, (_, n) => html`<i class=${n === page ? 'here' : ''}></i>`)}</footer>` : nothing}`;
  }

  #row({ key, rank, points, marks, figures, ...who }: ResultRow, { digits, isEvent }: ResultData) {
    const behind =
      isEvent && rank !== 1 && figures.status === undefined ? gapText(figures as Row, digits) : pointsText(points);
    return html`<li class=${rank !== undefined && rank <= 3 ? 'podium' : ''} data-entry=${key}>
      <span class="place">${rank}</span>${flag(who.nation)}<span class="who">${personName(who.name)}${marks.map((mark) => html`<em>${mark}</em>`)}</span>
      <span class="nation">${who.nation}</span><span class="points">${behind}</span><span class="time">${resultText(figures as Row, digits)}</span></li>`;
  }
}

customElements.define('result-graphic', ResultGraphic);
