// What a correction would change, row by row: the board as it is beside the board as it would be. Pure.
import type { Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { apply, type JsonObject } from '../../shared/patch.ts';
import { say, statusWord } from './console-words.ts';
import { type Told, toldOf } from './told.ts';

export type ChangedField = 'entry' | 'rank' | 'position' | 'laps' | 'time' | 'points' | 'status' | 'marks';

export interface Change {
  readonly entry: string;
  readonly name: string;
  readonly bib?: string;
  readonly fields: Readonly<Partial<Record<ChangedField, readonly [before: string, after: string]>>>;
}

export interface Changes {
  readonly rows: readonly Change[];
  /** Of the race itself, its sheet, the programme and the selections: what it is, before and after. */
  readonly told: readonly (readonly [what: string, before: string, after: string])[];
  /** A signed result stands as it is: who would change is only announced. */
  readonly pending: readonly string[];
  readonly isSigned: boolean;
}

const text = (value: number | undefined) => (value === undefined ? '' : String(value));

function fieldsOf(row: Row | undefined, digits: 2 | 3): Record<ChangedField, string> {
  if (row === undefined)
    return { entry: '', rank: '', position: '', laps: '', time: '', points: '', status: '', marks: '' };
  const { bib, name, lane, startGroup, helmet } = row;
  return {
    entry: [bib, name, lane, startGroup, helmet].filter((part) => part !== undefined).join(' '),
    rank: text(row.rank),
    position: text(row.position),
    laps: text(row.laps),
    time: row.timeUs === undefined ? '' : formatTime(row.timeUs, { digits, thousandth: row.flags.thousandth === true }),
    points: text(row.points?.total),
    status: [row.status, row.code].filter((part) => part !== undefined).join(' '),
    marks: Object.keys(row.marks).sort().join(' '),
  };
}

function changeOf(entry: string, before: Row | undefined, after: Row | undefined, digits: 2 | 3): Change | undefined {
  const [from, to] = [fieldsOf(before, digits), fieldsOf(after, digits)];
  const keys = (Object.keys(from) as ChangedField[]).filter((key) => from[key] !== to[key]);
  // Order on the ice follows from the rest, and says nothing by itself where the rank moves too.
  const told = keys.includes('rank') ? keys.filter((key) => key !== 'position') : keys;
  if (told.length === 0) return undefined;
  const { name, bib } = (after ?? before) as Row;
  const fields = Object.fromEntries(told.map((key) => [key, [from[key], to[key]] as const]));
  return { entry, name, ...(bib !== undefined && { bib }), fields };
}

/** Who only moves up or down because of others comes after those it is about. */
const matters = ({ fields }: Change) =>
  fields.status !== undefined
    ? 0
    : fields.time !== undefined || fields.laps !== undefined
      ? 1
      : fields.points !== undefined
        ? 2
        : 3;

/** What a desk tells of a race besides its rows, and what is told of it in the head of the page. */
function toldWithHead(told: Told): ReadonlyMap<string, string> {
  const { race, laps } = told.board;
  return new Map([
    [say('raceStatus'), statusWord(race.status)],
    [say('lapsTotal'), text(laps.total)],
    ...toldOf(told),
    ...chosenIn(told),
  ]);
}

/** Who is in, by selection. */
function chosenIn({ selections }: Told): readonly (readonly [string, string])[] {
  return Object.values(selections?.selections ?? {}).flatMap(({ name, candidates }) =>
    Object.values(candidates).flatMap((one) =>
      one.selected === true ? [[`${name}: ${one.name}`, say('selectedWord')] as const] : [],
    ),
  );
}

function toldChanges(before: Told, after: Told): Changes['told'] {
  const [from, to] = [toldWithHead(before), toldWithHead(after)];
  const all = [...new Set([...from.keys(), ...to.keys()])];
  return all.flatMap((what) => {
    const [was = '', is = ''] = [from.get(what), to.get(what)];
    return was === is ? [] : [[what, was, is] as const];
  });
}

/** Rows that would change: those it is about first, then by the rank they would have; and all else that would. */
export function changesOf(before: Told, after: Told): Changes {
  const [was, is] = [before.board, after.board];
  const digits = was.race.digits ?? 2;
  const entries = [...new Set([...Object.keys(was.rows), ...Object.keys(is.rows)])];
  const rows = entries.flatMap((entry) => changeOf(entry, was.rows[entry], is.rows[entry], digits) ?? []);
  const place = ({ entry }: Change) => is.rows[entry]?.order ?? Number.POSITIVE_INFINITY;
  const announced = was.race.revision?.pending ?? {};
  const pending = Object.keys(is.race.revision?.pending ?? {}).filter((entry) => announced[entry] === undefined);
  return {
    rows: rows.sort((a, b) => matters(a) - matters(b) || place(a) - place(b)),
    told: toldChanges(before, after),
    pending,
    isSigned: is.race.status === 'official',
  };
}

export const noChanges: Changes = { rows: [], told: [], pending: [], isSigned: false };

/** The same by the patches of a dry run, by topic. */
export function changesBy({ board, meet, selections }: Told, patches: Readonly<Record<string, JsonObject>>): Changes {
  const after = <T extends object>(topic: string, state: T): T => apply(state, patches[topic] ?? {});
  return changesOf(
    { board, meet, selections },
    {
      board: after(`race/${board.race.id}`, board),
      meet: meet && after(`meet/${meet.meet.id}`, meet),
      selections: selections && after(`selection/${selections.meet}`, selections),
    },
  );
}
