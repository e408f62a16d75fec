// How a list without movement fills its space: columns as few as can be read, pages where even two are not enough. Pure.
import type { Shape } from '../kit/shape.ts';

interface Room {
  /** Height of the list in rem. */
  readonly height: number;
  /** A row is never higher, so that three names do not look like a poster. */
  readonly rowMost: number;
  /** More rows than this are set in two columns, if there may be two. */
  readonly oneColumnMost: number;
  readonly columns: number;
  /** More rows than this would be too small to be read: they turn pages. */
  readonly perPage: number;
}

const rooms: Readonly<Record<Shape, Room>> = {
  wide: { height: 100, rowMost: 12, oneColumnMost: 14, columns: 2, perPage: 44 },
  tall: { height: 124, rowMost: 7, oneColumnMost: 32, columns: 2, perPage: 64 },
  banner: { height: 17.2, rowMost: 5.7, oneColumnMost: 3, columns: 3, perPage: 9 },
};

/** How many pages so many rows need. */
export function pagesFor(count: number, shape: Shape): number {
  return Math.max(1, Math.ceil(count / rooms[shape].perPage));
}

/** The rows of a page, from 0. */
export function rowsOfPage<T>(rows: readonly T[], page: number, shape: Shape): readonly T[] {
  const { perPage } = rooms[shape];
  return rows.slice(page * perPage, (page + 1) * perPage);
}

/** One column, or more where one would make the rows too small to be read. */
export function columnsFor(count: number, shape: Shape): number {
  const { oneColumnMost, columns } = rooms[shape];
  return Math.min(columns, Math.max(1, Math.ceil(count / oneColumnMost)));
}

/** The style of a grid for `count` rows, for the property `style`: its columns, rows a column, and the row height `--h`. */
export function inColumns(count: number, shape: Shape): string {
  const { height, rowMost } = rooms[shape];
  const columns = columnsFor(count, shape);
  const perColumn = Math.max(1, Math.ceil(count / columns));
  const rowHeight = Math.floor(Math.min(rowMost, height / perColumn) * 100) / 100;
  return `--h:${rowHeight}rem;grid-template:repeat(${perColumn},${rowHeight}rem)/repeat(${columns},minmax(0,1fr))`;
}
