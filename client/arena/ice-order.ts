// <ice-order>: the order on the ice, with groups, gaps and points. Rows glide to their places.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Group, Row } from '../../shared/board.ts';
import { formatDiff } from '../../shared/format-time.ts';
import { LightElement } from '../kit/light-element.ts';
import { type Label, words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { steady, styleOf } from './gliding-line.ts';
import { bandKey, iceLines } from './ice-lines.ts';
import { placeLines } from './row-layout.ts';
import { gapText, marksOf, pointsText, rowClasses } from './row-texts.ts';

/** The list below its heading; three large rows, for who wins is what a hall wants to see. */
const space = { height: 96.6, band: 2.9, rowMost: 8, head: 3, headScale: 1.6 };

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

function cells(row: Row, bridging: boolean) {
  return html`
    <span class="place">${row.position}</span>
    <span class="bib">${row.bib}</span>
    <span class="nation">${row.nation}</span>
    <span class="who">${personName(row.name)}${bridging ? html`<em class="bridging">↑</em>` : nothing}${marksOf(row).map((mark) => html`<em>${mark}</em>`)}</span>
    <span class="points">${pointsText(row.points?.total)}</span>
    <span class="gap">${gapText(row)}</span>`;
}

export class IceOrder extends LightElement {
  static override properties = { board: { attribute: false } };
  declare board: Board;

  protected override render() {
    const { rows, groups } = this.board;
    const { lines, bridging } = iceLines(this.board);
    const placed = placeLines(lines, space);
    return html`
      <h2 class="label heading"><span>${words('onTheIce')}</span><span>${words('points')}</span><span>${words('gap')}</span></h2>
      <ol>
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
          >${cells(row, bridging.has(entry))}</li>`,
        )}
      </ol>`;
  }
}

customElements.define('ice-order', IceOrder);
