// A file with a start list, and the meet it is for, to the meet with the list in it: all of it, or everything that is wrong.
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { isNation } from '../../shared/nations.ts';
import { type Changes, changesOf } from './changes.ts';
import { conflictsIn } from './conflicts.ts';
import { decodeText } from './decode.ts';
import { readJsonList } from './json-list.ts';
import type { ListLine, Remark } from './line.ts';
import { type ListedEntry, type MergeOptions, mergeList } from './merge.ts';
import { readRow } from './read-row.ts';
import { readTable, type Separator } from './table.ts';

/** A championship's entries many times over. */
export const linesMax = 20_000;

/** How the file was understood. */
export interface Understood {
  readonly format: 'csv' | 'json';
  readonly encoding: string;
  readonly separator?: Separator;
  /** Titles of columns nobody knows. */
  readonly ignored: readonly string[];
  /** Entries read. */
  readonly lines: number;
}

export type Imported =
  | {
      readonly ok: true;
      readonly meet: Meet;
      readonly listed: readonly ListedEntry[];
      readonly changes: Changes;
      readonly understood: Understood;
    }
  | { readonly ok: false; readonly faults: readonly Remark[] };

interface Read {
  readonly lines: readonly ListLine[];
  readonly faults: readonly Remark[];
  readonly understood: Understood;
}

type IsNation = (code: string) => boolean;

/** Codes of the table, of the meet's own, and those it has already. */
function nationsOf({ nations, athletes, races }: Meet): IsNation {
  const used = new Set([...athletes, ...races.flatMap(({ entries }) => entries)].map(({ nation }) => nation));
  return (code) => isNation(code, nations) || used.has(code);
}

function readCsv(text: string, encoding: string, isKnown: IsNation): Read | readonly Remark[] {
  const table = readTable(text);
  if (!('rows' in table)) return table;
  const rows = table.rows.map((row) => readRow(row, table, isKnown));
  const { separator, ignored } = table;
  return {
    lines: rows.map(({ line }) => line),
    faults: rows.flatMap(({ faults }) => faults),
    understood: { format: 'csv', encoding, separator, ignored, lines: rows.length },
  };
}

function readJson(text: string, encoding: string, isKnown: IsNation): Read | readonly Remark[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [{ says: `the list is no JSON: ${(error as Error).message}` }];
  }
  const { lines, faults } = readJsonList(value);
  const unknown = lines.flatMap(({ place, said: { nation } }): Remark[] =>
    nation === undefined || isKnown(nation)
      ? []
      : [{ ...place, field: 'nation', says: `"${nation}" is no nation of the IOC` }],
  );
  return {
    lines,
    faults: [...faults, ...unknown],
    understood: { format: 'json', encoding, ignored: [], lines: lines.length },
  };
}

/** Whether a text is JSON rather than a table. */
export function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** In the order of the file; what is about no line first. */
function inOrder(faults: readonly Remark[]): readonly Remark[] {
  const place = ({ line, index }: Remark) => line ?? index ?? 0;
  return faults.toSorted((a, b) => place(a) - place(b));
}

/** The limits of the meet itself, which a list of good lines may still break. */
function beyondMeet(meet: Meet): readonly Remark[] {
  const { error } = meetSchema.safeParse(meet);
  return (error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    says: `the meet would be wrong: ${message}`,
  }));
}

/** Reads `bytes` (CSV or a JSON list of entries) into `meet`; where anything is wrong all of it is told and nothing is done. */
export function importList(bytes: Uint8Array, meet: Meet, options: MergeOptions): Imported {
  const { text, encoding } = decodeText(bytes);
  const isKnown = nationsOf(meet);
  const read = isJsonText(text) ? readJson(text, encoding, isKnown) : readCsv(text, encoding, isKnown);
  if (!('lines' in read)) return { ok: false, faults: read };
  const { lines, understood } = read;
  if (lines.length > linesMax) return { ok: false, faults: [{ says: `the list has more than ${linesMax} lines` }] };
  if (lines.length === 0 && read.faults.length === 0) return { ok: false, faults: [{ says: 'the list names nobody' }] };
  const merged = mergeList(lines, meet, options);
  const faults = [...read.faults, ...merged.faults, ...conflictsIn(merged.listed)];
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) };
  const beyond = beyondMeet(merged.meet);
  if (beyond.length > 0) return { ok: false, faults: beyond };
  return { ok: true, meet: merged.meet, listed: merged.listed, changes: changesOf(meet, merged.meet), understood };
}
