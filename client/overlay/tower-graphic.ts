// <tower-graphic>: the order with gaps, of a race on the ice by position, else of its event by rank. Rows glide to their
// places; of a list that is longer than the picture the first stay and the rest turns pages.
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Row } from '../../shared/board.ts';
import { isRankedInEvent, stageOf } from '../arena/scene.ts';
import { words } from '../kit/air-words.ts';
import { flag } from '../kit/flag.ts';
import { PageTurner } from '../kit/page-turner.ts';
import { personName } from '../kit/person-name.ts';
import { gapText, pointsText, resultText } from '../kit/row-texts.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, whoOf } from './known.ts';

/** What a row's figure is made from. */
type Figures = Pick<
  Row,
  'position' | 'lapsDown' | 'gapUs' | 'timeUs' | 'status' | 'code' | 'flags' | 'points' | 'rank' | 'helmet'
>;

export interface TowerRow extends Who {
  readonly key: string;
  readonly place?: number | undefined;
  readonly figures: Figures;
  /** First of its group on the ice. */
  readonly opens?: boolean;
}

export interface TowerData {
  readonly kind: 'ice' | 'result' | 'standings';
  readonly lap?: number;
  readonly laps?: number;
  readonly digits?: 3 | undefined;
  readonly rows: readonly TowerRow[];
}

/** As many rows as stand below the clock within the title safe area, each large enough to be read at home. */
const rowsMost = 16;
/** Of a longer list so many stay, and the rest turns pages. */
const rowsStaying = 6;

function figuresOf({ position, rank, lapsDown, gapUs, timeUs, status, code, flags, points, helmet }: Row): Figures {
  return { position, rank, lapsDown, gapUs, timeUs, status, code, flags, points, helmet };
}

function ofRace({ race, rows, laps }: Board): TowerData | undefined {
  const over = stageOf({ race }) === 'over';
  const all = Object.entries(rows).sort(([, a], [, b]) => a.order - b.order);
  if (all.length === 0) return undefined;
  let group: number | undefined;
  const made = all.map(([key, row], index): TowerRow => {
    const opens = !over && index > 0 && row.group !== undefined && row.group !== group;
    group = row.group ?? group;
    return {
      key,
      ...whoOf(row),
      place: over ? row.rank : row.position,
      figures: figuresOf(row),
      ...(opens && { opens }),
    };
  });
  return { kind: over ? 'result' : 'ice', lap: laps.leader, laps: laps.total, digits: race.digits, rows: made };
}

function ofEvent({ event }: Known): TowerData | undefined {
  const ranked = Object.entries(event?.standings ?? {}).filter(([, { rank }]) => rank !== undefined);
  if (ranked.length === 0) return undefined;
  const rows = ranked
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([key, standing]): TowerRow => {
      const { rank, behindUs, timeUs, thousandth } = standing;
      const flags = { finished: true, ...(thousandth === true && { thousandth }) } as const;
      const figures = { position: rank, gapUs: behindUs, timeUs, flags };
      return { key, ...whoOf(standing), place: rank, figures };
    });
  return { kind: 'standings', digits: event?.event.digits, rows };
}

export function towerData(known: Known): TowerData | undefined {
  return isRankedInEvent(known.board) ? ofEvent(known) : ofRace(known.board);
}

const titles = { ice: 'onTheIce', result: 'result', standings: 'standings' } as const;

export class TowerGraphic extends GraphicElement<TowerData> {
  readonly #turner = new PageTurner(this);

  protected override picture(data: TowerData) {
    const shown = this.#shown(data.rows);
    const at = new Map(shown.map((row, index) => [row.key, index]));
    const { kind, lap = 0, laps = 0 } = data;
    const beside = kind === 'ice' && lap > 0 ? words('lapOf', { lap: Math.min(lap, laps), laps }) : '';
    // Rows stay where they are in the document: moving a node would end its glide.
    const steady = [...shown].sort((a, b) => (a.key < b.key ? -1 : 1));
    return html`<header><b>${words(titles[kind])}</b><span>${beside}</span></header>
      <ol .style=${`--rows:${shown.length}`}>${repeat(
        steady,
        ({ key }) => key,
        (row) => this.#row(row, at.get(row.key) ?? 0, data),
      )}</ol>`;
  }

  #shown(rows: readonly TowerRow[]): readonly TowerRow[] {
    if (rows.length <= rowsMost) return rows;
    const turning = rows.slice(rowsStaying);
    const perPage = rowsMost - rowsStaying;
    const page = this.#turner.page(Math.ceil(turning.length / perPage), this.time, this.sinceUs / 1000);
    return [...rows.slice(0, rowsStaying), ...turning.slice(page * perPage, (page + 1) * perPage)];
  }

  #row(row: TowerRow, index: number, { kind, digits }: TowerData) {
    const { figures } = row;
    const out = figures.status !== undefined || figures.flags.gone === true;
    const classes = ['line', row.opens ? 'opens' : '', out ? 'out' : '', figures.flags.overdue ? 'overdue' : ''];
    return html`<li class=${classes.join(' ')} data-entry=${row.key} .style=${`--at:${index}`}>
      <span class="place">${row.place}</span>${flag(row.nation)}${personName(row.name)}
      <span class="points">${kind === 'standings' ? '' : pointsText(figures.points?.total)}</span>
      <span class="gap">${this.#figure(row, kind, digits)}</span></li>`;
  }

  #figure({ figures, place }: TowerRow, kind: TowerData['kind'], digits: 3 | undefined): string {
    if (kind === 'ice') return gapText(figures as Row, digits);
    const isFirst = place === 1 || figures.gapUs === undefined;
    return kind === 'result' || isFirst ? resultText(figures as Row, digits) : gapText(figures as Row, digits);
  }
}

customElements.define('tower-graphic', TowerGraphic);
