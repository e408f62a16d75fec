// Writes the names of lines at their ends, none on top of another.
import type uPlot from 'uplot';
import { spread } from '../kit/spread.ts';
import type { Line } from './chart-lines.ts';

interface Look {
  readonly font: string;
  readonly colour: (line: Line) => string;
}

export function labelEnds(plot: uPlot, lines: readonly Line[], { font, colour }: Look): void {
  const { ctx, bbox } = plot;
  const size = Number.parseFloat(font.split(' ')[1] ?? '12') * devicePixelRatio;
  // The axis below has names too.
  const bottom = bbox.top + bbox.height - size * 0.6;
  const ends = lines
    .filter(({ strong }) => strong)
    .flatMap((line) => {
      const at = line.values.findLastIndex((value) => value !== null);
      const value = line.values[at];
      if (value === undefined || value === null) return [];
      const y = Math.min(plot.valToPos(value, 'y', true), bottom);
      return [{ line, x: plot.valToPos(at + 1, 'x', true), y }];
    })
    .sort((a, b) => a.y - b.y);
  const ys = spread(
    ends.map(({ y }) => y),
    size * 1.15,
    bottom,
  );
  // Below one another, where the last of the lines ends: none lies on another line.
  const x = Math.max(...ends.map((end) => end.x));
  ctx.save();
  ctx.font = font.replace(/[\d.]+px/, `${size}px`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const [i, { line }] of ends.entries()) {
    ctx.fillStyle = colour(line);
    ctx.fillText(line.name, x + size * 0.6, ys[i] ?? 0, ctx.canvas.width - x - size * 0.8);
  }
  ctx.restore();
}
