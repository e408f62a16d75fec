// What a graphic claims of a race or an event: figures that nothing but a correction changes. Gaps, groups and forecasts go on
// by themselves as a race does, and claim nothing. Pure; a figure has a name, and its value can be asked of any later board.
import type { Figure } from '../../../shared/aired.ts';
import type { Board, Row } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { EventState, Standing } from '../../../shared/meet-state.ts';
import type { Take } from '../../../shared/on-air.ts';

/** Names of figures by whose they are: an entry of the race, or a line of the standings. */
export type Claims = ReadonlyMap<string, readonly string[]>;

export interface Shown {
  readonly board: Board;
  /** Where races are compared by time, their event's. */
  readonly event?: EventState | undefined;
}

const results = ['rank', 'time', 'points', 'status'];

const nothing: Claims = new Map();

/** That nothing is ruled of somebody was aired too. */
const noRuling = '';

function isOver({ race: { status } }: Board): boolean {
  return status === 'finished' || status === 'underReview' || status === 'official';
}

/** Ranked over the whole event, by time. */
function isTimed({ race: { kind } }: Board): boolean {
  return kind !== 'massStart' && kind !== 'shortTrack';
}

/** Of all who are in it; in standings ranks change with every race, and times do not. */
function ofResult({ board, event }: Shown): Claims {
  if (isTimed(board)) return new Map(Object.keys(event?.standings ?? {}).map((key) => [key, ['time', 'status']]));
  return isOver(board) ? new Map(Object.keys(board.rows).map((entry) => [entry, results])) : nothing;
}

/** The last split of each lane, and the result once it is there. */
function ofLanes({ rows, course }: Board): Claims {
  const points = Object.entries(course).sort(([, a], [, b]) => b.order - a.order);
  return new Map(
    Object.entries(rows).map(([entry, row]) => {
      const last = points.find(([id]) => row.splits[id] !== undefined && row.splits[id].estimated !== true);
      const over = row.flags.finished === true || row.status !== undefined;
      return [entry, [...(last === undefined ? [] : [`split.${last[1].name}`]), ...(over ? ['time', 'status'] : [])]];
    }),
  );
}

/** Who takes what in a sprint whose places are taken. */
function ofSprint({ sprints }: Board, number: string | undefined): Claims {
  const sprint = number === undefined ? undefined : sprints[number];
  if (sprint === undefined || sprint.state === 'ahead' || sprint.state === 'open') return nothing;
  return new Map(sprint.order.flat().map((entry) => [entry, [`sprint.${number}`]]));
}

export function claimsOf({ graphic, entry, sprint }: Take, shown: Shown): Claims {
  switch (graphic) {
    case 'result':
    case 'tower':
      return ofResult(shown);
    case 'pair':
      return ofLanes(shown.board);
    case 'sprint':
      return ofSprint(shown.board, sprint);
    case 'athlete':
      return entry === undefined ? nothing : new Map([[entry, ['name', 'nation']]]);
    default:
      return nothing;
  }
}

function timeOf({ timeUs, status }: Pick<Standing, 'timeUs' | 'status'>, digits: 2 | 3): number | undefined {
  return timeUs === undefined || status !== undefined ? undefined : truncateUs(timeUs, digits);
}

function ofRow(row: Row, field: string, { course, race }: Board): Figure | undefined {
  const digits = race.digits ?? 2;
  const [kind, which] = field.split('.');
  if (kind === 'sprint') return row.points?.[`s${which}`] ?? 0;
  if (kind === 'split') {
    const point = Object.keys(course).find((id) => course[id]?.name === which);
    const split = point === undefined ? undefined : row.splits[point];
    return split && truncateUs(split.timeUs, digits);
  }
  if (field === 'time') return row.flags.finished === true ? timeOf(row, digits) : undefined;
  if (field === 'points') return row.points?.total;
  if (field === 'status') return row.status ?? noRuling;
  return row[field as 'rank' | 'name' | 'nation'];
}

/** The row or the line of the standings that a key names. */
export function whoOf(key: string, { board, event }: Shown): Row | Standing | undefined {
  return board.rows[key] ?? event?.standings[key];
}

/** The value of a figure, as it is printed; undefined where there is none. */
export function figureOf(key: string, field: string, shown: Shown): Figure | undefined {
  const row = shown.board.rows[key];
  if (row !== undefined) return ofRow(row, field, shown.board);
  const standing = shown.event?.standings[key];
  if (standing === undefined) return undefined;
  return field === 'time' ? timeOf(standing, shown.event?.event.digits ?? 2) : (standing.status ?? noRuling);
}
