// The official sheets of pairs, quartets and team pursuits that lie beside the checkout, read into our own words. They are
// not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printedTime } from '../../server/demo/sheet.ts';

const file = fileURLToPath(new URL('../../../shared/data/pairs/official-sheets.json', import.meta.url));

interface SheetRow {
  rank: number | null;
  nr: number;
  name: string;
  country: string | null;
  pair: number | null;
  lane: 'In' | 'Out' | 'Finish' | 'Crossing' | null;
  time: string | null;
  behind: string | null;
  status: 'DQ' | 'DNF' | 'WDR' | null;
  note: string | null;
  wc_points: number | null;
  wc_points_N: boolean;
}

/** One line as the sheet prints it, column by column; who is first has nothing behind. */
export interface PrintedPairLine {
  readonly rank?: number;
  readonly bib: string;
  readonly name: string;
  readonly nation?: string;
  readonly pair?: number;
  readonly lane?: string;
  readonly time?: string;
  readonly behind?: string;
  readonly status?: string;
  readonly code?: string;
}

/** One line with what it was skated as. */
export interface PairsLine {
  readonly entry: string;
  readonly printed: PrintedPairLine;
  /** As measured: with digits that the sheet does not print, made up so that its order and ranks come out. */
  readonly timeUs?: number;
  /** The column of World Cup points, where it is filled; `N` is printed behind who cannot win any. */
  readonly cup?: { readonly points: number; readonly isN: boolean };
}

/** The sheet of one event. */
export interface PairsSheet {
  readonly id: string;
  readonly title: string;
  readonly distance: number;
  readonly isPursuit: boolean;
  readonly lines: readonly PairsLine[];
}

/** A pursuit has eight laps of 400 m for men and six for women (L9). */
function distanceOf(race: string): number {
  const metres = /(\d+)m /.exec(`${race} `)?.[1];
  if (metres !== undefined) return Number(metres);
  return race.includes('Women') ? 2400 : 3200;
}

/** Behind the last printed digit anything may have been measured: here something else in each line. */
function measuredUs(time: string, index: number): number {
  const { timeUs, thousandth } = printedTime(time);
  const unprintedUs = 100 * ((index * 7) % 10);
  return timeUs + 1000 * (thousandth ?? (index * 3) % 10) + unprintedUs;
}

function lineOf(row: SheetRow, index: number): PairsLine {
  const { rank, nr, name, country, pair, lane, time, behind, status, note, wc_points: points } = row;
  return {
    entry: `bib-${nr}`,
    printed: {
      bib: String(nr),
      name,
      ...(rank !== null && { rank }),
      ...(country !== null && { nation: country }),
      ...(pair !== null && { pair }),
      ...(lane !== null && { lane }),
      ...(time !== null && { time }),
      ...(behind !== null && { behind }),
      ...(status !== null && { status }),
      ...(note !== null && { code: note }),
    },
    ...(time !== null && { timeUs: measuredUs(time, index) }),
    ...(points !== null && { cup: { points, isN: row.wc_points_N } }),
  };
}

function read(): PairsSheet[] {
  const sheets = JSON.parse(readFileSync(file, 'utf8')) as { event: string; race: string; rows: SheetRow[] }[];
  return sheets.map(({ event, race, rows }, index) => ({
    id: `sheet-${index + 1}`,
    title: `${event.slice(-2)} ${race.replace('RESULT ', '')}`,
    distance: distanceOf(race),
    isPursuit: race.includes('Team Pursuit'),
    lines: rows.map(lineOf),
  }));
}

/** Empty where the folder is absent; {@link whyNoPairs} says so in the title of a skipped test. */
export const pairsSheets: readonly PairsSheet[] = existsSync(file) ? read() : [];
export const whyNoPairs = 'skipped where there are no official sheets of pairs in ../shared/data beside the checkout';
