// <lap-chart>: everybody's place after every lap, or lap times against the clock, as lines; who is opened stands out.
import { html, nothing, svg } from 'lit';
import type { Board } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { spread } from '../kit/spread.ts';
import { type LapChart as Chart, type ChartLine, lapChart } from './chart-points.ts';

/** Units of the drawing, which is as wide as a phone; a wider page draws it larger. */
const width = 360;
const left = 34;
const right = 116;
const rowHeight = 15;
const leastHeight = 150;
const edge = 10;
/** So many names of points fit below. */
const namesMost = 9;

/** More names than these, for lap times, would lie on one another. */
const timesNamedMost = 6;
const nameHeight = 11;

/** These stand out where nobody is opened. */
const firstLines = 3;

export class LapChart extends LightElement {
  static override properties = { board: { attribute: false }, opened: { attribute: false } };
  declare board: Board;
  declare opened: string | undefined;

  protected override render() {
    const chart = lapChart(this.board);
    if (chart === undefined) return nothing;
    const height = Math.max(leastHeight, chart.lines.length * rowHeight);
    const title = words(chart.of === 'places' ? 'placesByLap' : 'lapTimes');
    const strong = (entry: string, index: number) =>
      this.opened === undefined ? index < firstLines : entry === this.opened;
    const ends = namesAt(chart, height);
    // Who stands out is drawn last, above the others.
    const lines = chart.lines.map((line, index) => ({ line, isStrong: strong(line.entry, index), index }));
    const ordered = lines.toSorted((a, b) => Number(a.isStrong) - Number(b.isStrong));
    return html`<h2>${title}</h2>
      <svg viewBox=${`0 0 ${width} ${height + 3 * edge}`} role="img" aria-label=${title}>
        ${this.#axes(chart, height)}
        ${ordered.map(({ line, isStrong, index }) => svg`<g class=${isStrong ? `strong tint-${index % firstLines}` : ''}>${drawn(line, chart, height, ends.get(line.entry))}</g>`)}
      </svg>`;
  }

  #axes(chart: Chart, height: number) {
    const every = Math.ceil(chart.points.length / namesMost);
    const named = chart.points.flatMap((name, at) => ((at + 1) % every === 0 ? [{ name, at }] : []));
    const label = (value: number) => (chart.of === 'places' ? String(value) : formatTime(value, { digits: 1 }));
    return svg`
      ${named.map(({ name, at }) => svg`<line class="grid" x1=${x(chart, at)} x2=${x(chart, at)} y1=${edge} y2=${height + edge} /><text class="point" x=${x(chart, at)} y=${height + 2.6 * edge}>${name}</text>`)}
      ${[chart.top, chart.bottom].map((value) => svg`<text class="value" x=${left - 6} y=${y(chart, height, value) + 4}>${label(value)}</text>`)}`;
  }
}

/** The line of one skater and, where there is room for it, his name. */
function drawn({ name, values }: ChartLine, chart: Chart, height: number, nameY: number | undefined) {
  const dots = values.flatMap((value, i) => (value === undefined ? [] : [`${x(chart, i)},${y(chart, height, value)}`]));
  const end = values.findLastIndex((value) => value !== undefined);
  return svg`<polyline points=${dots.join(' ')} />
    ${nameY === undefined ? nothing : svg`<text class="name" x=${x(chart, end) + 6} y=${nameY + 4}>${name}</text>`}`;
}

/** How far down the name of each stands. */
function namesAt(chart: Chart, height: number): ReadonlyMap<string, number> {
  if (chart.of === 'laps' && chart.lines.length > timesNamedMost) return new Map();
  const ends = chart.lines.flatMap(({ entry, values }) => {
    const end = values.findLast((value) => value !== undefined);
    return end === undefined ? [] : [{ entry, at: y(chart, height, end) }];
  });
  const sorted = ends.sort((a, b) => a.at - b.at);
  const places = spread(
    sorted.map(({ at }) => at),
    nameHeight,
    height + edge,
  );
  return new Map(sorted.map(({ entry }, i) => [entry, places[i] ?? 0]));
}

const round = (value: number) => Math.round(value * 10) / 10;

function x({ points }: Chart, at: number): number {
  return round(left + (at * (width - left - right)) / (points.length - 1));
}

function y({ top, bottom }: Chart, height: number, value: number): number {
  return round(edge + ((value - top) * height) / (bottom - top));
}

customElements.define('lap-chart', LapChart);
