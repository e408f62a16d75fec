// Where each line of a list stands, so that any number of them fits its space: the first few large enough to be read
// from far away, the rest sharing what is left. Pure arithmetic in rem; nothing is ever measured on the page.

/** A line is a skater's row or a band: the heading of a group. */
export interface Line {
  readonly key: string;
  readonly kind: 'row' | 'band';
}

export interface PlacedLine {
  /** From 0, where there are several beside each other. */
  readonly column?: number;
  readonly top: number;
  readonly height: number;
  /** Size of its letters: a step of the scale (tokens.css). */
  readonly step: number;
}

export interface Space {
  readonly height: number;
  /** Height of a band. */
  readonly band: number;
  /** A row is never higher, so that a short list does not look blown up. */
  readonly rowMost: number;
  /** The first so many rows are `headScale` times as high as the others. */
  readonly head: number;
  readonly headScale: number;
  /** Letters of any row are at most of this step, where the list is wider than usual. */
  readonly stepMost?: number;
}

/** The sizes of letters in rem, `--type-1` and on. A row takes one of them, not one of its own: each more is a font to load. */
export const scale = [1.8, 2.1, 2.4, 2.8, 3.4, 4, 4.6, 5.4, 6.4];

/** Letters fill so much of a row at most; the caps keep usual names in their column when rows are high. */
const fontOfRow = 0.82;
const headStepMost = 7;
const rowStepMost = 5;

const stepOf = (height: number) => Math.max(1, scale.filter((size) => size <= round(fontOfRow * height)).length);

/** The place of each line by its key, from top to bottom in the order given. */
export function placeLines(lines: readonly Line[], space: Space): ReadonlyMap<string, PlacedLine> {
  const rows = lines.filter(({ kind }) => kind === 'row').length;
  const bands = lines.length - rows;
  const shares = rows + Math.min(rows, space.head) * (space.headScale - 1);
  const share = Math.min(space.rowMost, (space.height - bands * space.band) / Math.max(1, shares));
  const placed = new Map<string, PlacedLine>();
  let top = 0;
  let row = 0;
  for (const { key, kind } of lines) {
    const large = kind === 'row' && row < space.head;
    if (kind === 'row') row += 1;
    const height = kind === 'band' ? space.band : large ? share * space.headScale : share;
    const step = Math.min(stepOf(height), space.stepMost ?? (large ? headStepMost : rowStepMost));
    placed.set(key, { top: round(top), height: round(height), step });
    top += height;
  }
  return placed;
}

/** Rows of one height in several columns. */
export interface Grid {
  readonly columns: number;
  readonly perColumn: number;
  readonly rowHeight: number;
  readonly step: number;
}

/** The places of as many rows as a grid has, column by column. */
export function placeGrid(keys: readonly string[], grid: Grid): ReadonlyMap<string, PlacedLine> {
  const { columns, perColumn, rowHeight: height, step } = grid;
  const shown = keys.slice(0, columns * perColumn);
  return new Map(
    shown.map((key, i) => [
      key,
      { column: Math.floor(i / perColumn), top: round((i % perColumn) * height), height, step },
    ]),
  );
}

/** A hundredth of a rem is a tenth of a pixel: enough, and the same text for the same place. */
function round(rem: number): number {
  return Math.round(rem * 100) / 100;
}
