// What `splitcast meet` prints: how a list was understood and what it changes, one line a change.
import type { Changes } from '../startlist/changes.ts';
import type { Understood } from '../startlist/import-list.ts';
import type { Remark } from '../startlist/line.ts';
import { whereText } from './meet-server.ts';

/** The answer of the server to a list. */
export interface ListReceipt extends Changes {
  readonly stored: boolean;
  readonly version: number;
  readonly understood: Understood;
  readonly remarks: readonly Remark[];
}

const separatorWords: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

export function understoodLines({ format, encoding, separator, ignored, lines }: Understood): readonly string[] {
  const how = [
    format.toUpperCase(),
    encoding,
    ...(separator === undefined ? [] : [separatorWords[separator] ?? separator]),
  ];
  const read = `read     ${lines} ${lines === 1 ? 'entry' : 'entries'} (${how.join(', ')})`;
  return ignored.length === 0 ? [read] : [read, `ignored  ${ignored.join(', ')}: nobody knows what these columns hold`];
}

/** `added    ms-final  Kai Verbij`, and for what has changed which fields. */
export function changeLines({ entries, athletes }: Changes): readonly string[] {
  const width = Math.max(0, ...entries.map(({ race }) => race.length));
  return [
    ...entries.map(({ race, name, change, fields = [] }) => {
      const what = fields.length === 0 ? '' : ` (${fields.join(', ')})`;
      return `${change.padEnd(8)} ${race.padEnd(width)}  ${name}${what}`;
    }),
    ...athletes.map(({ athlete, name, change }) => `${change.padEnd(8)} athlete ${athlete}  ${name}`),
  ];
}

export function remarkLines(remarks: readonly Remark[]): readonly string[] {
  return remarks.map((remark) => `note     ${whereText(remark)}${remark.says}`);
}

export function isNothing({ entries, athletes }: Changes): boolean {
  return entries.length === 0 && athletes.length === 0;
}
