// How a list without movement fills its space: one column while the rows are large, two when there are many. Pure.

/** Height of the list in rem. */
const spaceRem = 100;
/** A row is never higher, so that three names do not look like a poster. */
const rowMostRem = 12;
/** More rows than this are set in two columns. */
const oneColumnMost = 14;

/** One column, or two where one would make the rows too small to be read. */
export function columnsFor(count: number): 1 | 2 {
  return count > oneColumnMost ? 2 : 1;
}

/** The style of a grid for `count` rows, for the property `style`: its columns, rows a column, and the row height `--h`. */
export function inColumns(count: number): string {
  const columns = columnsFor(count);
  const perColumn = Math.max(1, Math.ceil(count / columns));
  const height = Math.round(Math.min(rowMostRem, spaceRem / perColumn) * 100) / 100;
  return `--h:${height}rem;grid-template:repeat(${perColumn},${height}rem)/repeat(${columns},minmax(0,1fr))`;
}
