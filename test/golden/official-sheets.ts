// The official mass-start sheets that lie beside the checkout, read into our own words. They are not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MassStartLine, type MassStartSheet, printedTime } from '../../server/demo/sheet.ts';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const file = `${folder}mass-start/official-sheets.json`;
const pairsFile = `${folder}pairs/official-sheets.json`;

interface SheetRow {
  rank: number;
  nr: number;
  name: string;
  country: string;
  laps: number;
  sprint_points: number[];
  total: number;
  time: string | null;
  status: 'DQ' | null;
  note: string | null;
  wc_points: number | null;
  wc_points_N: boolean;
}

/** One line as the sheet prints it, column by column. */
export interface PrintedLine {
  readonly rank: number;
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  readonly laps: number;
  readonly points: readonly number[];
  readonly total: number;
  readonly time?: string;
  readonly status?: 'DQ';
  readonly code?: string;
}

export interface OfficialSheet {
  readonly title: string;
  readonly sheet: MassStartSheet;
  readonly printed: readonly PrintedLine[];
  /** The column of World Cup points by bib, where it is filled. */
  readonly cup: ReadonlyMap<string, { readonly points: number; readonly mark?: 'N' }>;
}

function lineOf(row: SheetRow): MassStartLine {
  return {
    entry: `bib-${row.nr}`,
    bib: String(row.nr),
    name: row.name,
    nation: row.country,
    laps: row.laps,
    points: row.sprint_points,
    total: row.total,
    ...(row.time !== null && printedTime(row.time)),
    ...(row.status !== null && { status: row.status }),
    ...(row.note !== null && { code: row.note }),
  };
}

function printedOf(row: SheetRow): PrintedLine {
  const { rank, nr, name, country: nation, laps, sprint_points: points, total, time, status, note } = row;
  return {
    ...{ rank, bib: String(nr), name, nation, laps, points, total },
    ...(time !== null && { time }),
    ...(status !== null && { status }),
    ...(note !== null && { code: note }),
  };
}

function cupOf({ wc_points_N: isN }: SheetRow, points: number): { points: number; mark?: 'N' } {
  return { points, ...(isN && { mark: 'N' as const }) };
}

function read(): OfficialSheet[] {
  const sheets = JSON.parse(readFileSync(file, 'utf8')) as { event: string; race: string; rows: SheetRow[] }[];
  return sheets.map(({ event, race, rows }) => ({
    title: `${event.slice(-2)} ${race.replace(' RESULT', '')}`,
    sheet: {
      id: `${event} ${race}`,
      laps: Math.max(...rows.map(({ laps }) => laps)),
      sprintLaps: [4, 8, 12],
      lines: rows.map(lineOf),
    },
    printed: rows.map(printedOf),
    cup: new Map(rows.flatMap((row) => (row.wc_points === null ? [] : [[String(row.nr), cupOf(row, row.wc_points)]]))),
  }));
}

/** Empty where the folder is absent; {@link whyAbsent} says so in the title of a skipped test. */
export const officialSheets: readonly OfficialSheet[] = existsSync(file) ? read() : [];
export const whyAbsent = 'skipped where there are no official sheets in ../shared/data beside the checkout';

interface PairRow {
  nr: number;
  name: string;
  country: string;
  pair: number;
  lane: 'In' | 'Out';
  time: string | null;
}

function readPairs() {
  const sheets = JSON.parse(readFileSync(pairsFile, 'utf8')) as { event: string; race: string; rows: PairRow[] }[];
  const found = sheets.find(({ event, race }) => event.endsWith('#1') && race === '8. RESULT 1000m Men');
  return (found?.rows ?? []).map(({ nr, name, country: nation, pair, lane, time }) => {
    return { pair, bib: String(nr), name, nation, lane: lane === 'In' ? 'inner' : 'outer', time };
  });
}

/** The men's 1000 m of World Cup 1. */
export const officialPairs = existsSync(pairsFile) ? readPairs() : [];
