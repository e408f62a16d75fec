// The figures of a picture: their values, as they are printed, asked of any board. Pure; which picture shows which is not
// known here.
import type { Figure } from '../../../shared/aired.ts';
import type { Board, Row } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { EventState, Standing } from '../../../shared/meet-state.ts';

export interface Shown {
  readonly board: Board;
  /** Where races are compared by time, their event's. */
  readonly event?: EventState | undefined;
}

/** That nothing is ruled of somebody was aired too. */
const noRuling = '';

/** Beside what a line of the standings shows: by which of somebody's results, so that the next one corrects nothing. */
export const byResult = 'by';

type Timed = Pick<Standing, 'timeUs' | 'status'>;

function timeOf({ timeUs, status }: Timed, digits: 2 | 3): number | undefined {
  return timeUs === undefined || status !== undefined ? undefined : truncateUs(timeUs, digits);
}

function rulingOf({ status, code }: { status?: string | undefined; code?: string | undefined }): string {
  if (status === undefined) return noRuling;
  return code === undefined ? status : `${status} ${code}`;
}

function ofSplit(row: Row, field: string, { course, race }: Board): Figure | undefined {
  const [kind, which] = field.split('.');
  const point = Object.keys(course).find((id) => course[id]?.name === which);
  const split = point === undefined ? undefined : row.splits[point];
  if (kind === 'splitRank') return split?.rank;
  const us = kind === 'diff' ? split?.diffUs : split?.timeUs;
  return us === undefined ? undefined : truncateUs(us, race.digits ?? 2);
}

function ofRow(row: Row, field: string, board: Board): Figure | undefined {
  const [kind = '', which = ''] = field.split('.');
  switch (kind) {
    case 'sprint':
      return row.points?.[`s${which}`] ?? 0;
    case 'split':
    case 'splitRank':
    case 'diff':
      return ofSplit(row, field, board);
    case 'mark':
      return row.marks[which] === true ? which : undefined;
    case 'time':
      // A reckoned time looks like one, and what is measured later corrects nothing.
      return row.flags.finished === true && row.flags.timeInvalid !== true && row.flags.estimated !== true
        ? timeOf(row, board.race.digits ?? 2)
        : undefined;
    case 'points':
      return row.points?.total;
    case 'status':
      return rulingOf(row);
    case 'members':
      return Object.values(row.members ?? {})
        .sort((a, b) => a.order - b.order)
        .map(({ name }) => name)
        .join(' · ');
    default:
      return row[kind as 'rank' | 'name' | 'nation' | 'club' | 'bib'];
  }
}

/** So many results somebody has, and in which round he is. */
function resultsIn({ parts, timeUs, status, round = '' }: Standing): string {
  const all: readonly Timed[] = parts === undefined ? [{ timeUs, status }] : Object.values(parts);
  return `${round}|${all.filter((one) => (one.timeUs ?? one.status) !== undefined).length}`;
}

function ofStanding(standing: Standing, field: string, digits: 2 | 3): Figure | undefined {
  const [kind = '', which = ''] = field.split('.');
  switch (kind) {
    case byResult:
      return resultsIn(standing);
    case 'mark':
      return standing.marks?.[which] === true ? which : undefined;
    case 'time':
      return timeOf(standing, digits);
    case 'status':
      return rulingOf(standing);
    default:
      return standing[kind as 'rank' | 'name' | 'nation'];
  }
}

/** The last clock of a race, once it stands. */
function ofRace(field: string, { race, clock, laps }: Board): Figure | undefined {
  if (field === 'name') return `${race.eventName} · ${race.name}`;
  if (field === 'laps') return laps.total;
  const [{ startUs, stopUs } = {}] = Object.values(clock).sort((a, b) => (b.startUs ?? 0) - (a.startUs ?? 0));
  return startUs === undefined || stopUs === undefined ? undefined : truncateUs(stopUs - startUs, race.digits ?? 2);
}

/** The row or the line of the standings that a key names; what is of the race itself is named by it. */
export function whoOf(key: string, { board, event }: Shown): Pick<Standing, 'order' | 'name' | 'nation'> | undefined {
  if (key === board.race.id) return { order: 0, name: board.race.name };
  return board.rows[key] ?? event?.standings[key];
}

/** The value of a figure, as it is printed; undefined where there is none. */
export function figureOf(key: string, field: string, { board, event }: Shown): Figure | undefined {
  if (key === board.race.id) return ofRace(field, board);
  const row = board.rows[key];
  if (row !== undefined) return ofRow(row, field, board);
  const standing = event?.standings[key];
  return standing && ofStanding(standing, field, event?.event.digits ?? 2);
}
