// <gap-chart>: the lines of chart-lines.ts, drawn by uPlot. The first is at the top, as on the ice. What it says stands
// in the tables beside it too, for those who do not see it. uPlot comes after the first picture: numbers do not wait for it.
import { html, type PropertyValues } from 'lit';
import type uPlot from 'uplot';
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { type Chart, chartOf, type Line } from './chart-lines.ts';
import { labelEnds } from './line-names.ts';
import type { Prefs } from './prefs.ts';

/** Tints of lines, by the colours of the theme; none is told from another by red against green. */
const tints = ['--ice', '--gold', '--slower', '--tint-4', '--tint-5', '--tint-6'];

export class GapChart extends LightElement {
  static override properties = {
    board: { attribute: false },
    prefs: { attribute: false },
    chosen: { attribute: false },
    theme: { attribute: false },
  };
  declare board: Board;
  declare prefs: Prefs;
  declare chosen: string | undefined;
  /** Drawn anew where it changes: a canvas does not follow a style sheet. */
  declare theme: string;
  #draws: typeof uPlot | undefined;
  #isLoading = false;
  #plot: uPlot | undefined;
  #chart: Chart | undefined;
  #size: ResizeObserver | undefined;
  #drawn = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
    this.#size = undefined;
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#drawn = '';
  }

  /** A canvas does not wait for a font, nor draw again when it has come. What cannot be fetched now is asked for again. */
  #load(): void {
    if (this.#isLoading) return;
    const { fontFamily } = getComputedStyle(this);
    this.#isLoading = true;
    Promise.all([import('uplot'), document.fonts.load(`600 12px ${fontFamily}`)])
      .then(([{ default: draws }]) => {
        this.#draws = draws;
        this.requestUpdate();
      })
      .catch(() => undefined)
      .finally(() => {
        this.#isLoading = false;
      });
  }

  protected override render() {
    this.#chart = chartOf(this.board, this.prefs, this.chosen);
    const { title } = this.#chart;
    return html`<h2>${words(title)}</h2><div class="plot" role="img" aria-label=${words(title)}></div>`;
  }

  protected override updated(_: PropertyValues): void {
    const box = this.querySelector<HTMLElement>('.plot');
    const chart = this.#chart;
    if (box === null || chart === undefined) return;
    if (this.#draws === undefined) {
      this.#load();
      return;
    }
    if (this.#size === undefined) {
      this.#size = new ResizeObserver(() => this.#resize(box));
      this.#size.observe(box);
    }
    const drawn = [
      this.theme,
      chart.points.length,
      chart.unit,
      ...chart.lines.map(({ key, tint }) => `${key}:${tint}`),
    ].join(' ');
    if (drawn === this.#drawn) this.#plot?.setData(dataOf(chart));
    else {
      this.#drawn = drawn;
      this.#plot?.destroy();
      this.#plot = new this.#draws(this.#options(box, chart), dataOf(chart), box);
    }
  }

  #resize(box: HTMLElement): void {
    this.#plot?.setSize({ width: box.clientWidth, height: box.clientHeight });
  }

  #options(box: HTMLElement, chart: Chart): uPlot.Options {
    const style = getComputedStyle(this);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const font = `600 ${Math.round(px * 0.8)}px ${style.fontFamily}`;
    const tintOf = ({ tint }: Line) =>
      colour(tint === undefined ? '--tint-0' : (tints[tint % tints.length] ?? '--ice'));
    const axis = {
      stroke: colour('--dim'),
      font,
      grid: { stroke: colour('--hairline'), width: 1 },
      ticks: { show: false },
    };
    const current = () => this.#chart ?? chart;
    return {
      width: box.clientWidth,
      height: box.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      // Names at the ends of the lines need room.
      padding: [px * 0.6, px * 9, 0, 0],
      scales: {
        x: { time: false, range: () => [chart.unit === 'places' ? 1 : 0.5, current().points.length] },
        y: { dir: -1, range: () => rangeOf(current()) },
      },
      axes: [
        {
          ...axis,
          size: px * 1.8,
          gap: 4,
          incrs: [1, 2, 4, 5, 10],
          values: (_, all) => all.map((at) => current().points[at - 1]?.name ?? ''),
        },
        {
          ...axis,
          size: px * 3.2,
          space: px * 3,
          gap: 6,
          ...(chart.unit === 'places' && { incrs: [1, 2, 5] }),
          values: (_, all) => all.map((value) => (chart.unit === 'places' ? String(value) : signed(value, all))),
        },
      ],
      series: [
        {},
        ...chart.lines.map(
          (line): uPlot.Series => ({
            stroke: tintOf(line),
            width: line.strong ? 2.5 : 1,
            spanGaps: true,
            points: { show: line.strong, size: line.strong ? 6 : 0, fill: tintOf(line) },
          }),
        ),
      ],
      hooks: {
        drawAxes: [(plot) => drawMarks(plot, current(), { sprint: colour('--gold'), zero: colour('--soft') })],
        draw: [(plot) => labelEnds(plot, current().lines, { font, colour: tintOf })],
      },
    };
  }
}

/** Where names end below a line there is room before the axis. */
function rangeOf({ least, most, unit }: Chart): [number, number] {
  return [least, unit === 'places' ? most : most + (most - least) * 0.06];
}

/** With as many digits as tell one from the next. */
function signed(value: number, all: readonly number[]): string {
  const step = Math.abs((all[1] ?? 1) - (all[0] ?? 0));
  const digits = [0, 1].find((some) => Number.isInteger(Number((step * 10 ** some).toFixed(6)))) ?? 2;
  return `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
}

/** Points are numbered from 1, so that laps are their own numbers. */
function dataOf({ points, lines }: Chart): uPlot.AlignedData {
  return [points.map((_, i) => i + 1), ...lines.map(({ values }) => points.map((_, i) => values[i] ?? null))];
}

interface MarkColours {
  readonly sprint: string;
  readonly zero: string;
}

/** A dotted line where a sprint is, and one along nothing where lines lie on both sides of it. */
function drawMarks({ ctx, bbox, valToPos }: uPlot, { marked, least }: Chart, { sprint, zero }: MarkColours): void {
  const { left, top, width, height } = bbox;
  const line = (fromX: number, fromY: number, toX: number, toY: number, colour: string) => {
    ctx.strokeStyle = colour;
    ctx.beginPath();
    ctx.moveTo(fromX, fromY);
    ctx.lineTo(toX, toY);
    ctx.stroke();
  };
  ctx.save();
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio]);
  for (const at of marked) {
    const x = valToPos(at, 'x', true);
    line(x, top, x, top + height, sprint);
  }
  if (least < 0) {
    const y = valToPos(0, 'y', true);
    line(left, y, left + width, y, zero);
  }
  ctx.restore();
}

customElements.define('gap-chart', GapChart);
