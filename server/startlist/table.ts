// Text of a list to its table: separator, header line and rows found, whatever spreadsheet wrote it. Knows columns, not entries.
import { CsvError, parse } from 'csv-parse/sync';
import { type Column, columnOf } from './columns.ts';
import type { Remark } from './line.ts';

export interface Row {
  /** In the file, from 1; of a cell that goes over several lines the first. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly separator: Separator;
  /** By position; undefined where nobody knows what the column holds. */
  readonly columns: readonly (Column | undefined)[];
  /** Titles of those columns. */
  readonly ignored: readonly string[];
  readonly rows: readonly Row[];
}

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** Titles, dates and empty lines may stand above the header, but not more than this. */
const headerWithin = 20;
/** A spreadsheet's own hint in the first line. */
const hintPattern = /^sep=(.)\r?\n/i;
/** How a spreadsheet is made to keep a leading zero. */
const keptZero = /^="(.*)"$/s;

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

function parsedOf(text: string, delimiter: string, to?: number): readonly Parsed[] {
  return parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    ...(to !== undefined && { to }),
  }) as unknown as readonly Parsed[];
}

function rowsOf(text: string, delimiter: string, to?: number): readonly Row[] {
  let before = 0;
  return parsedOf(text, delimiter, to).map(({ info, record }) => {
    const line = before + 1;
    before = info.lines;
    return { line, cells: record.map((cell) => cell.replace(keptZero, '$1')) };
  });
}

function known(row: Row): number {
  return row.cells.filter((cell) => columnOf(cell) !== undefined).length;
}

/** The line that names most columns we know, by this separator. */
function headerBy(text: string, separator: Separator): { row: Row; names: number } | undefined {
  let best: { row: Row; names: number } | undefined;
  for (const row of firstRows(text, separator)) {
    const names = known(row);
    if (names > (best?.names ?? 0)) best = { row, names };
  }
  return best;
}

function firstRows(text: string, separator: Separator): readonly Row[] {
  try {
    return rowsOf(text, separator, headerWithin);
  } catch {
    // A quote that is not closed below: told once the header is found.
    return [];
  }
}

/** Where a text stops being a table: the line after the last that could be read. */
function unreadable(text: string, delimiter: string, error: unknown, shift: number): Remark {
  if (!(error instanceof CsvError)) throw error;
  const good = Number(error.records ?? 0);
  const before = good === 0 ? 0 : lastLineOf(text, delimiter, good);
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return {
    line: before + 1 + shift,
    says: isOpen
      ? 'a cell that is opened by a quotation mark is not closed by one'
      : `cannot be read: ${error.message}`,
  };
}

function lastLineOf(text: string, delimiter: string, records: number): number {
  return parsedOf(text, delimiter, records).at(-1)?.info.lines ?? 0;
}

/** The table of a text, or what is wrong with it as a whole. */
export function readTable(whole: string): Table | readonly Remark[] {
  const hint = hintPattern.exec(whole);
  const text = hint === null ? whole : whole.slice(hint[0].length);
  const shift = hint === null ? 0 : 1;
  const hinted = separators.filter((one) => one === hint?.[1]);
  let found: { separator: Separator; row: Row; names: number } | undefined;
  for (const separator of hinted.length > 0 ? hinted : separators) {
    const header = headerBy(text, separator);
    if (header !== undefined && header.names > (found?.names ?? 0)) found = { separator, ...header };
  }
  let rows: readonly Row[];
  try {
    rows = rowsOf(text, found?.separator ?? ',');
  } catch (error) {
    return [unreadable(text, found?.separator ?? ',', error, shift)];
  }
  if (found === undefined) {
    return [
      { line: 1, says: 'names no column we know: the first line of a list says what is in it, as in bib,name,nation' },
    ];
  }
  const { row: header, separator } = found;
  const columns = header.cells.map(columnOf);
  const below = rows.filter(({ line, cells }) => line > header.line && cells.some((cell) => cell !== ''));
  return {
    separator,
    columns,
    ignored: header.cells.filter((cell, index) => cell !== '' && columns[index] === undefined),
    rows: below.map(({ line, cells }) => ({ line: line + shift, cells })),
  };
}
