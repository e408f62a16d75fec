// A row of a table to what it says of an entry: each cell read by what its column holds, and every cell that cannot be named.
import { type EntryDoc, entryChangesSchema } from '../../shared/meet.ts';
import type { ColumnName } from './column-names.ts';
import type { Column, MemberColumn } from './columns.ts';
import { fromFormulaSafe } from './formula-safe.ts';
import type { ListLine, MemberLine, RaceWords, Remark, Said } from './line.ts';
import { plain } from './plain.ts';
import { readNation } from './read-nation.ts';
import { readTime } from './read-time.ts';
import type { Row, Table } from './table.ts';

interface Cell {
  readonly title: string;
  readonly text: string;
}
type Say = (says: string, field?: string) => void;

const raceColumns = ['race', 'event', 'round', 'run', 'heat', 'number'] as const satisfies readonly (keyof RaceWords)[];
const textColumns = ['entry', 'athlete', 'club', 'bib', 'helmet', 'startGroup', 'cupMark'] as const;

/** Words for the two lanes; other lanes (positions of a short track start) stay as they are. */
const lanes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'inner innerlane inside binnen binnenbaan indre inderbane indrebane inre innen innenbahn i'
      .split(' ')
      .map((word) => [word, 'inner']),
  ),
  ...Object.fromEntries(
    'outer outerlane outside buiten buitenbaan ydre yderbane ytre ytterbana yttre aussen aussenbahn o u'
      .split(' ')
      .map((word) => [word, 'outer']),
  ),
};

const armbands: Readonly<Record<string, NonNullable<EntryDoc['armband']>>> = {
  ...Object.fromEntries('white wit hvid hvit vit weiss w'.split(' ').map((word) => [word, 'white' as const])),
  ...Object.fromEntries('red rood rod rot r'.split(' ').map((word) => [word, 'red' as const])),
  ...Object.fromEntries('yellow geel gul gelb y g'.split(' ').map((word) => [word, 'yellow' as const])),
  ...Object.fromEntries('blue blauw bla blau b'.split(' ').map((word) => [word, 'blue' as const])),
};

/** Several transponders in one cell. */
const betweenTransponders = /[\s,;/+&|]+/;

function transpondersIn(text: string): string[] {
  return text.split(betweenTransponders).filter((one) => one !== '');
}

/** The cells of a row, found by what their columns hold. */
class Cells {
  readonly #byColumn = new Map<ColumnName, Cell[]>();
  readonly members = new Map<number, Map<MemberColumn['part'], Cell>>();

  constructor(row: Row, columns: readonly (Column | undefined)[]) {
    for (const [index, column] of columns.entries()) {
      if (column === undefined) continue;
      const { title, holds } = column;
      const cell = { title, text: fromFormulaSafe(row.cells[index] ?? '') };
      if (typeof holds === 'string') this.#byColumn.set(holds, [...this.all(holds), cell]);
      else this.members.set(holds.member, (this.members.get(holds.member) ?? new Map()).set(holds.part, cell));
    }
  }

  all(column: ColumnName): readonly Cell[] {
    return this.#byColumn.get(column) ?? [];
  }

  has(column: ColumnName): boolean {
    return this.#byColumn.has(column);
  }

  /** The first that is not empty. */
  one(column: ColumnName): Cell | undefined {
    return this.all(column).find(({ text }) => text !== '');
  }

  text(column: ColumnName): string | undefined {
    return this.one(column)?.text;
  }
}

function nameIn(cells: Cells): string | undefined {
  const parts = [cells.text('given'), cells.text('infix'), cells.text('family')].filter((part) => part !== undefined);
  return cells.text('name') ?? (parts.length > 0 ? parts.join(' ') : undefined) ?? cells.text('team');
}

function timeIn(cell: Cell | undefined, say: Say): number | undefined {
  const time = cell === undefined ? 'none' : readTime(cell.text);
  if (time === undefined) say(`"${cell?.text}" is no time: write it as 34.37 or 1:08.55`, cell?.title);
  return time === 'none' ? undefined : time;
}

function armbandIn(cell: Cell | undefined, say: Say): EntryDoc['armband'] {
  if (cell === undefined) return undefined;
  const color = armbands[plain(cell.text)];
  if (color === undefined) say(`"${cell.text}" is no colour of an armband: white, red, yellow or blue`, cell.title);
  return color;
}

function nationIn(cell: Cell | undefined, isNation: (code: string) => boolean, say: Say): string | undefined {
  if (cell === undefined) return undefined;
  const code = readNation(cell.text, isNation);
  if (code === undefined)
    say(`"${cell.text}" is no nation: write the three letters of the IOC, as NED or SUI`, cell.title);
  return code;
}

function membersIn(cells: Cells): MemberLine[] | undefined {
  const members = [...cells.members]
    .sort(([a], [b]) => a - b)
    .flatMap(([, parts]): MemberLine[] => {
      const text = (part: MemberColumn['part']) => parts.get(part)?.text || undefined;
      const [name, athlete, transponders] = [text('name'), text('athlete'), text('transponders')];
      if (name === undefined && athlete === undefined) return [];
      return [
        { id: text('id'), athlete, name, transponders: (transponders && transpondersIn(transponders)) || undefined },
      ];
    });
  return members.length > 0 ? members : undefined;
}

function saidIn(cells: Cells, isNation: (code: string) => boolean, say: Say): Said {
  const transponders = cells.all('transponders').flatMap(({ text }) => transpondersIn(text));
  const [lane, name] = [cells.text('lane'), nameIn(cells)];
  // A list of skaters may name their commercial team, which is their club then.
  const club = cells.text('club') ?? (name === cells.text('team') ? undefined : cells.text('team'));
  return {
    ...Object.fromEntries(textColumns.map((column) => [column, cells.text(column)])),
    name,
    club,
    nation: nationIn(cells.one('nation'), isNation, say),
    lane: lane === undefined ? undefined : (lanes[plain(lane)] ?? lane),
    armband: armbandIn(cells.one('armband'), say),
    transponders: transponders.length > 0 ? transponders : undefined,
    pbUs: timeIn(cells.one('pb'), say),
    sbUs: timeIn(cells.one('sb'), say),
    members: membersIn(cells),
  };
}

const columnsOfField: Partial<Record<keyof Said, readonly ColumnName[]>> = {
  name: ['name', 'given', 'infix', 'family', 'team'],
  pbUs: ['pb'],
  sbUs: ['sb'],
};

function speaksOf(cells: Cells): ReadonlySet<keyof Said> {
  const fields = [...textColumns, 'nation', 'lane', 'armband', 'transponders'] as const;
  const said = new Set<keyof Said>(fields.filter((field) => cells.has(field)));
  for (const [field, columns] of Object.entries(columnsOfField)) {
    if (columns.some((column) => cells.has(column))) said.add(field as keyof Said);
  }
  if (cells.members.size > 0) said.add('members');
  return said;
}

/** Limits of length and of characters, in the words of the schema. */
function checkLimits({ entry, members = [], ...fields }: Said, cells: Cells, say: Say): void {
  const ids = { athlete: entry };
  const own = { ...fields, members: members.map(({ id, ...member }) => ({ id: id ?? 'm', ...member })) };
  for (const value of [ids, own]) {
    const result = entryChangesSchema.safeParse(value);
    for (const { path, message } of result.error?.issues ?? []) {
      const field = value === ids ? 'entry' : String(path[0]);
      const [column = field] = columnsOfField[field as keyof Said] ?? [];
      const cell = cells.one(column as ColumnName);
      const what = cell === undefined ? field : `"${cell.text}"`;
      say(`${what} ${message.startsWith('must') ? message : `is wrong: ${message}`}`, cell?.title ?? field);
    }
  }
}

/** What a row says, with everything that is wrong with it. */
export function readRow(
  row: Row,
  { columns }: Pick<Table, 'columns'>,
  isNation: (code: string) => boolean,
): { readonly line: ListLine; readonly faults: readonly Remark[] } {
  const faults: Remark[] = [];
  const place = { line: row.line };
  const say: Say = (says, field) => void faults.push({ ...place, ...(field !== undefined && { field }), says });
  const beyond = row.cells.slice(columns.length).filter((cell) => cell !== '');
  if (beyond.length > 0) {
    say(
      `has ${row.cells.length} cells under ${columns.length} titles: a cell with the separator in it needs quotation marks`,
    );
  }
  const cells = new Cells(row, columns);
  const said = saidIn(cells, isNation, say);
  checkLimits(said, cells, say);
  const where = Object.fromEntries(raceColumns.map((column) => [column, cells.text(column)]));
  return { line: { place, where, said, speaksOf: speaksOf(cells) }, faults };
}
