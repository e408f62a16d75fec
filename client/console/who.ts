// Whom a word means: a bib as printed, a helmet, a lane, or the beginning of a name. Pure.
import type { Board, Row } from '../../shared/board.ts';

type Rows = Board['rows'];

/** So many letters of a name are enough where nobody else has them. */
const fewestLetters = 3;

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function withRow(rows: Rows, fits: (row: Row) => boolean): readonly string[] {
  return Object.entries(rows).flatMap(([entry, row]) => (fits(row) ? [entry] : []));
}

const bare = (bib: string) => bib.replace(/^0+(?=.)/, '');
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a name, or a part of it, begins with what is typed, whatever its case and accents. */
export function beginsSo(typed: string, name: string): boolean {
  const start = folded(typed);
  if (start.length < fewestLetters) return false;
  const whole = folded(name);
  return whole.startsWith(start) || whole.includes(` ${start}`) || whole.includes(`-${start}`);
}

/** The ids of whom of the meet a name means: one, where it is clear. */
export function athletesOf(typed: string, athletes: ReadonlyMap<string, string>): readonly string[] {
  return [...athletes].flatMap(([id, name]) => (id === typed || beginsSo(typed, name) ? [id] : []));
}

/** The entry a word means, or undefined where it means nobody, or more than one. */
export function whoOf(word: string, rows: Rows): string | undefined {
  const exact = only(withRow(rows, ({ bib }) => bib === word));
  if (exact !== undefined) return exact;
  if (/^\d+$/.test(word)) return only(withRow(rows, ({ bib }) => bib !== undefined && bare(bib) === bare(word)));
  const worn = /^h(\d+)$/i.exec(word)?.[1];
  if (worn !== undefined)
    return only(withRow(rows, ({ helmet }) => helmet !== undefined && bare(helmet) === bare(worn)));
  const lower = folded(word);
  const lane = only(withRow(rows, (row) => row.lane !== undefined && (row.lane === lower || row.lane[0] === lower)));
  if (lane !== undefined) return lane;
  return only(withRow(rows, ({ name }) => beginsSo(word, name)));
}

/** Bib and name as a sentence says them. */
export function nameOf(entry: string, rows: Rows): string {
  const row = rows[entry];
  if (row === undefined) return entry;
  return row.bib === undefined ? row.name : `${row.bib} ${row.name}`;
}

export function namesOf(entries: readonly string[], rows: Rows): string {
  return entries.map((entry) => nameOf(entry, rows)).join(', ');
}
