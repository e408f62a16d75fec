// The header of a list understood: which column holds what, and which nobody knows. Knows names of columns, not what cells mean.
import { type ColumnName, columnNames } from './column-names.ts';
import { plain } from './plain.ts';

/** A column of a team's skater: the how-manieth, from 1, and what of him. */
export interface MemberColumn {
  readonly member: number;
  readonly part: 'name' | 'id' | 'athlete' | 'transponders';
}

export interface Column {
  /** As the file writes it. */
  readonly title: string;
  readonly holds: ColumnName | MemberColumn;
}

/** A team has at most so many skaters; a column of a ninth is unknown. */
const membersMax = 8;

const byTitle: ReadonlyMap<string, ColumnName> = new Map(
  Object.entries(columnNames).flatMap(([name, titles]) =>
    titles.split(' ').map((title) => [title, name as ColumnName] as const),
  ),
);

/** `Transponder 2`, `chip links`: several columns of the same. */
const transponderPattern =
  /^(?:transponder|chip|tag|tp)s?(?:nr|no)?(?:[1-8]|left|right|links|rechts|venstre|hojre|l|r|v|h)$/;
const memberPattern = /^(?:member|skater|lid|teamlid|rijder|schaatser|medlem|lober|mitglied|laufer)([1-9])(.*)$/;
const partNames: Readonly<Record<string, MemberColumn['part']>> = {
  '': 'name',
  name: 'name',
  naam: 'name',
  navn: 'name',
  id: 'id',
  athlete: 'athlete',
  athleteid: 'athlete',
  transponder: 'transponders',
  transponders: 'transponders',
  chip: 'transponders',
  chips: 'transponders',
};

function memberColumn(title: string): MemberColumn | undefined {
  const match = memberPattern.exec(title);
  const part = partNames[match?.[2] ?? ''];
  const member = Number(match?.[1]);
  return match !== null && part !== undefined && member <= membersMax ? { member, part } : undefined;
}

/** What a column of this title holds; undefined where nobody knows. */
export function columnOf(title: string): Column | undefined {
  const written = plain(title);
  const isSign = written === '' && title.trim() === '#';
  const holds =
    (isSign ? 'bib' : byTitle.get(written)) ??
    (transponderPattern.test(written) ? ('transponders' as const) : memberColumn(written));
  return holds === undefined ? undefined : { title, holds };
}
