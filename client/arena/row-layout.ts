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
  /** Size of its letters. */
  readonly font: number;
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
  /** Letters of any row are at most this large, where the list is wider than usual. */
  readonly fontMost?: number;
}

/** Letters in a row of their size and no more; the caps keep usual names in their column when rows are high. */
const fontOfRow = 0.76;
const headFontMost = 4.5;
const rowFontMost = 3.6;

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
    const font = Math.min(fontOfRow * height, space.fontMost ?? (large ? headFontMost : rowFontMost));
    placed.set(key, { top: round(top), height: round(height), font: round(font) });
    top += height;
  }
  return placed;
}

/** Rows of one height in several columns. */
export interface Grid {
  readonly columns: number;
  readonly perColumn: number;
  readonly rowHeight: number;
  readonly font: number;
}

/** The places of as many rows as a grid has, column by column. */
export function placeGrid(keys: readonly string[], grid: Grid): ReadonlyMap<string, PlacedLine> {
  const { columns, perColumn, rowHeight: height, font } = grid;
  const shown = keys.slice(0, columns * perColumn);
  return new Map(
    shown.map((key, i) => [
      key,
      { column: Math.floor(i / perColumn), top: round((i % perColumn) * height), height, font },
    ]),
  );
}

/** A hundredth of a rem is a tenth of a pixel: enough, and the same text for the same place. */
function round(rem: number): number {
  return Math.round(rem * 100) / 100;
}
