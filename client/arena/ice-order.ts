// <ice-order>: the order on the ice, of a mass start with groups, gaps and points, of a heat with helmets and laps. Rows
// glide to their places.
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Group, Row } from '../../shared/board.ts';
import { formatDiff } from '../../shared/format-time.ts';
import type { Label } from '../kit/language.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { PageTurner } from '../kit/page-turner.ts';
import { personName } from '../kit/person-name.ts';
import { gapText, marksOf, pointsText, rowClasses } from '../kit/row-texts.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { type Places, standsAtOnce, steady, styleOf } from './gliding-line.ts';
import { heatCells, heatHeadings } from './heat-cells.ts';
import { bandKey, heatLines, iceLines } from './ice-lines.ts';
import { type Line, placeGrid, placeLines } from './row-layout.ts';

/** The list below its heading; three large rows, for who wins is what a hall wants to see. */
const spaces = {
  wide: { height: 96.6, band: 2.9, rowMost: 8, head: 3, headScale: 1.6 },
  tall: { height: 100, band: 2.9, rowMost: 8, head: 3, headScale: 1.3 },
};

/** A heat has few rows and a list twice as wide. */
const heatSpaces = {
  wide: { height: 96.6, band: 0, rowMost: 11, head: 3, headScale: 1.1, stepMost: 9 },
  tall: { height: 118, band: 0, rowMost: 10, head: 3, headScale: 1.1, stepMost: 8 },
};

/** On a banner the first column stays, and the others turn pages through the rest. */
const bannerGrid = { columns: 3, perColumn: 3, rowHeight: 5.7, step: 4 };
const staying = bannerGrid.perColumn;
const turning = (bannerGrid.columns - 1) * bannerGrid.perColumn;

const groupLabels: Readonly<Record<Group['name'], Label>> = {
  leader: 'groupLeader',
  break: 'groupBreak',
  chase: 'groupChase',
  peloton: 'groupPeloton',
  dropped: 'groupDropped',
};

function band({ name, size, leadUs, behindUs }: Group) {
  const distance =
    behindUs !== undefined
      ? words('behind', { gap: formatDiff(behindUs) })
      : leadUs !== undefined
        ? words('lead', { gap: formatDiff(leadUs).slice(1) })
        : '';
  const count = size === 1 ? words('oneSkater') : words('skaters', { count: size });
  return html`<b>${words(groupLabels[name])}</b><span>${count}</span><i></i><span class="distance">${distance}</span>`;
}

/** A cell that says nothing would be laid out with every change. */
const cell = (place: string, text: string) => (text === '' ? nothing : html`<span class=${place}>${text}</span>`);

const headings = () => [words('onTheIce'), words('points'), words('gap')];

function who(row: Row, bridging: boolean) {
  const marks = marksOf(row).map((mark) => html`<em>${mark}</em>`);
  return html`${personName(row.name)}${bridging ? html`<em class="bridging">↑</em>` : nothing}${marks}`;
}

function cells(row: Row, bridging: boolean) {
  return html`
    <span class="place">${row.position}</span>
    <span class="bib">${row.bib}</span>
    <span class="nation">${row.nation}</span>
    <span class="who">${guard([row.name, row.marks, bridging], () => who(row, bridging))}</span>
    ${cell('points', pointsText(row.points?.total))}
    ${cell('gap', gapText(row))}`;
}

export class IceOrder extends LightElement {
  static override properties = { board: { attribute: false }, shape: { attribute: false }, live: { attribute: false } };
  declare board: Board;
  declare shape: Shape;
  declare live: Source;
  readonly #turner = new PageTurner(this);
  #placed: Places = new Map();

  protected override render() {
    const { rows } = this.board;
    const isHeat = this.board.race.kind === 'shortTrack';
    const { lines, bridging } = isHeat ? heatLines(this.board) : iceLines(this.board);
    const groups = isHeat ? {} : this.board.groups;
    const placed = this.#place(lines, isHeat ? heatSpaces : spaces);
    const atOnce = standsAtOnce(this.#placed, placed);
    this.#placed = placed;
    return html`
      <h2 class="label heading">${(isHeat ? heatHeadings(this.board) : headings()).map((text) => html`<span>${text}</span>`)}</h2>
      <ol class=${atOnce ? 'at-once' : ''}>
        ${repeat(
          steady(groups),
          ([n]) => n,
          ([n, group]) =>
            html`<li class="band ${group.name}" .style=${styleOf(placed.get(bandKey(n)))}>${band(group)}</li>`,
        )}
        ${repeat(
          steady(rows),
          ([entry]) => entry,
          ([entry, row]) => html`<li
            class="${rowClasses(row)} ${groups[String(row.group)]?.name ?? ''}"
            data-entry=${entry}
            .style=${styleOf(placed.get(entry))}
          >${guard([row, isHeat ? rows : bridging.has(entry)], () => (isHeat ? heatCells(row, this.board) : cells(row, bridging.has(entry))))}</li>`,
        )}
      </ol>`;
  }

  /** A line without a place is not shown. */
  #place(lines: readonly Line[], room: typeof spaces): Places {
    const { shape, live } = this;
    if (shape !== 'banner') return placeLines(lines, room[shape]);
    const keys = lines.filter(({ kind }) => kind === 'row').map(({ key }) => key);
    const rest = keys.slice(staying);
    const page = this.#turner.page(Math.ceil(rest.length / turning), live.clock);
    return placeGrid([...keys.slice(0, staying), ...rest.slice(page * turning, (page + 1) * turning)], bannerGrid);
  }
}

customElements.define('ice-order', IceOrder);
