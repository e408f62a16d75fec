// What a correction would change, row by row: the board as it is beside the board as it would be. Pure.
import type { Board, RaceStatus, Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';

export type ChangedField = 'rank' | 'position' | 'laps' | 'time' | 'points' | 'status' | 'marks';

export interface Change {
  readonly entry: string;
  readonly name: string;
  readonly bib?: string;
  readonly fields: Readonly<Partial<Record<ChangedField, readonly [before: string, after: string]>>>;
}

export interface Changes {
  readonly rows: readonly Change[];
  /** Of the race: its status, its laps. */
  readonly status?: readonly [RaceStatus, RaceStatus];
  readonly laps?: readonly [string, string];
  /** A signed result stands as it is: who would change is only announced. */
  readonly pending: readonly string[];
}

const text = (value: number | undefined) => (value === undefined ? '' : String(value));

function fieldsOf(row: Row | undefined, digits: 2 | 3): Record<ChangedField, string> {
  if (row === undefined) return { rank: '', position: '', laps: '', time: '', points: '', status: '', marks: '' };
  return {
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

const pair = <T>(before: T, after: T) => (before === after ? undefined : ([before, after] as const));

/** Who only moves up or down because of others comes after those it is about. */
const matters = ({ fields }: Change) =>
  fields.status !== undefined
    ? 0
    : fields.time !== undefined || fields.laps !== undefined
      ? 1
      : fields.points !== undefined
        ? 2
        : 3;

/** Rows that would change: those it is about first, then by the rank they would have. */
export function changesOf(before: Board, after: Board): Changes {
  const digits = before.race.digits ?? 2;
  const entries = [...new Set([...Object.keys(before.rows), ...Object.keys(after.rows)])];
  const rows = entries.flatMap((entry) => changeOf(entry, before.rows[entry], after.rows[entry], digits) ?? []);
  const place = ({ entry }: Change) => after.rows[entry]?.order ?? Number.POSITIVE_INFINITY;
  const status = pair(before.race.status, after.race.status);
  const laps = pair(text(before.laps.total), text(after.laps.total));
  const announced = before.race.revision?.pending ?? {};
  const pending = Object.keys(after.race.revision?.pending ?? {}).filter((entry) => announced[entry] === undefined);
  return {
    rows: rows.sort((a, b) => matters(a) - matters(b) || place(a) - place(b)),
    ...(status !== undefined && { status }),
    ...(laps !== undefined && { laps }),
    pending,
  };
}
