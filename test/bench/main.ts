// `npm run bench`: every figure beside its bar, as a table, or as JSON with `--json`; `npm run bench -- engine paint` measures
// those parts alone. Loads loopback only, and ends by itself.
import { engineBench } from './engine.ts';
import { factToFrameBench } from './fact-to-frame.ts';
import { fanOutBench } from './fan-out.ts';
import { pagesBench } from './pages.ts';
import { paintBench } from './paint.ts';
import type { Row } from './row.ts';
import { servingBench } from './serving.ts';

const readings = 400;
const journalFacts = 100_000;
const audiences = [1_000, 5_000];
const secondsPerAudience = 25;

function cells(row: Row): string[] {
  const value = row.value >= 100 ? row.value.toFixed(0) : row.value.toFixed(row.value >= 10 ? 1 : 3);
  const verdict = row.met === undefined ? '' : row.met ? 'met' : 'MISSED';
  return [row.name, value, row.unit, row.bar ?? '', verdict];
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly Row[]): string {
  const lines = [['', 'value', 'unit', 'bar', ''], ...rows.map(cells)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  engine: engineBench,
  frame: () => factToFrameBench({ facts: readings }),
  serving: () => servingBench({ facts: journalFacts }),
  paint: paintBench,
  pages: pagesBench,
  ...Object.fromEntries(
    audiences.map((clients) => [`fan-out-${clients}`, () => fanOutBench({ clients, seconds: secondsPerAudience })]),
  ),
};

const asked = process.argv.slice(2).filter((word) => word !== '--json');
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length === 0 || asked.some((word) => name.startsWith(word))) rows.push(...(await measure()));
}
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(rows, undefined, 2)}\n` : `${table(rows)}\n`);
