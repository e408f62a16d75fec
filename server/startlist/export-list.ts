// The start lists of a meet as CSV or as a JSON list, which an import reads back to the same. Knows no clock and no file.
import { stringify } from 'csv-stringify/sync';
import { formatTime } from '../../shared/format-time.ts';
import type { EntryDoc, Meet, Starter } from '../../shared/meet.ts';
import { toFormulaSafe } from './formula-safe.ts';
import type { Separator } from './table.ts';

/** One race's list as it stands. */
export interface RaceList {
  readonly race: string;
  readonly starters: readonly Starter[];
}

type Cells = Readonly<Record<string, string | undefined>>;

/** Titles that are always there, so that an empty list is a form to fill in. */
const always = ['race', 'bib', 'name', 'nation'];
const order = [
  'race',
  'entry',
  'athlete id',
  'bib',
  'name',
  'nation',
  'club',
  'lane',
  'helmet',
  'armband',
  'transponders',
  'pb',
  'sb',
  'start group',
  'cup mark',
  'scratched',
];
const exactDigits = [2, 3, 6] as const;

/** With as many digits as it takes to say it exactly. */
function timeText(us: number | undefined): string | undefined {
  if (us === undefined) return undefined;
  const digits = exactDigits.find((one) => us % 10 ** (6 - one) === 0) ?? 6;
  return formatTime(us, { digits });
}

interface Person {
  readonly name?: string | undefined;
  readonly nation?: string | undefined;
  readonly club?: string | undefined;
}

/** By athlete id. */
type Persons = ReadonlyMap<string, Person>;

function memberCells(members: NonNullable<EntryDoc['members']>, persons: Persons): Cells {
  const cells = members.map(({ id, athlete, name, transponders }, index) => {
    const title = `member ${index + 1}`;
    return {
      [title]: name ?? persons.get(athlete ?? '')?.name,
      [`${title} id`]: id,
      [`${title} athlete id`]: athlete,
      [`${title} transponders`]: transponders?.join(' '),
    };
  });
  return Object.assign({}, ...cells) as Cells;
}

function cellsOf(race: string, starter: Starter, persons: Persons): Cells {
  const { id, athlete, transponders, pbUs, sbUs, startGroup, cupMark, scratched, members = [] } = starter;
  const { bib, lane, helmet, armband } = starter;
  const person = persons.get(athlete ?? '');
  return {
    race,
    entry: id,
    'athlete id': athlete,
    bib,
    name: starter.name ?? person?.name,
    nation: starter.nation ?? person?.nation,
    club: starter.club ?? person?.club,
    lane,
    helmet,
    armband,
    transponders: transponders?.join(' '),
    pb: timeText(pbUs),
    sb: timeText(sbUs),
    'start group': startGroup,
    'cup mark': cupMark,
    scratched: scratched === true ? 'yes' : undefined,
    ...memberCells(members, persons),
  };
}

/** Titles of the columns that anybody has a value in, in their order; those of members last. */
function titlesOf(rows: readonly Cells[]): readonly string[] {
  const used = new Set([
    ...always,
    ...rows.flatMap((row) => Object.keys(row).filter((title) => row[title] !== undefined)),
  ]);
  const members = [...used].filter((title) => !order.includes(title)).sort((a, b) => a.localeCompare(b, 'en'));
  return [...order.filter((title) => used.has(title)), ...members];
}

export interface CsvOptions {
  readonly separator?: Separator;
}

/**
 * The lists as CSV (RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know it). No cell is a formula, and
 * spaces at its ends are in quotation marks.
 */
export function csvOf(meet: Meet, lists: readonly RaceList[], { separator = ',' }: CsvOptions = {}): string {
  const persons: Persons = new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  const rows = lists.flatMap(({ race, starters }) => starters.map((starter) => cellsOf(race, starter, persons)));
  const titles = titlesOf(rows);
  const table = [titles, ...rows.map((row) => titles.map((title) => toFormulaSafe(row[title] ?? '')))];
  return stringify(table as string[][], {
    bom: true,
    delimiter: separator,
    record_delimiter: 'windows',
    quoted_match: /^\s|\s$|^=|["\r\n,;\t|]/,
  });
}

/** The lists as JSON, one object an entry; names as they are shown. */
export function jsonOf(meet: Meet, lists: readonly RaceList[]): readonly object[] {
  const persons: Persons = new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  return lists.flatMap(({ race, starters }) =>
    starters.map((starter) => {
      const { name, nation, club } = persons.get(starter.athlete ?? '') ?? {};
      return {
        race,
        ...(name !== undefined && { name }),
        ...(nation && { nation }),
        ...(club && { club }),
        ...starter,
      };
    }),
  );
}
