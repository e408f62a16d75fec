// The result of a race as CSV: the columns of its sheet (M10), as far as they say something. Knows no clock and no file.
import { stringify } from 'csv-stringify/sync';
import type { Board, Row } from '../../shared/board.ts';
import { formatDiff, formatTime, truncateUs } from '../../shared/format-time.ts';
import { toFormulaSafe } from './formula-safe.ts';

type Cell = (row: Row) => string | number | undefined;

function timeOf({ race }: Board): Cell {
  const digits = race.digits ?? 2;
  return ({ timeUs, status, flags }) =>
    timeUs === undefined || flags.finished !== true || flags.timeInvalid === true || status !== undefined
      ? undefined
      : formatTime(timeUs, { digits, thousandth: flags.thousandth === true });
}

/** T5: behind the best of the race, of truncated times. */
function behindOf(board: Board): Cell {
  const time = timeOf(board);
  const times = Object.values(board.rows).flatMap((row) =>
    time(row) === undefined ? [] : [truncateUs(row.timeUs ?? 0)],
  );
  const bestUs = times.length === 0 ? 0 : Math.min(...times);
  return (row) => {
    const us = time(row) === undefined ? 0 : truncateUs(row.timeUs ?? 0) - bestUs;
    return us === 0 ? undefined : formatDiff(us);
  };
}

/** Every column a sheet may have, in its order. */
function columnsOf(board: Board): readonly (readonly [title: string, cell: Cell])[] {
  const sprints = Object.entries(board.sprints).sort(([, a], [, b]) => a.lap - b.lap);
  const points = Object.entries(board.course).sort(([, a], [, b]) => a.order - b.order);
  return [
    ['rank', ({ rank }) => rank],
    ['bib', ({ bib }) => bib],
    ['helmet', ({ helmet }) => helmet],
    ['name', ({ name }) => name],
    ['nation', ({ nation }) => nation],
    ['club', ({ club }) => club],
    ['lane', ({ lane }) => lane],
    ['laps', ({ laps }) => (board.race.kind === 'massStart' ? laps : undefined)],
    ...sprints.map(
      ([n, { finish }]) => [finish ? 'finish points' : `S${n}`, ({ points }: Row) => points?.[`s${n}`]] as const,
    ),
    ['points', ({ points }) => points?.total],
    ['time', timeOf(board)],
    ['behind', board.race.kind === 'massStart' ? () => undefined : behindOf(board)],
    ['status', ({ status }) => status],
    ['code', ({ code }) => code],
    ['marks', ({ marks }) => Object.keys(marks).join(' ') || undefined],
    ['world cup points', ({ cup }) => cup?.points],
    ['reaction', ({ reactionUs }) => (reactionUs === undefined ? undefined : (reactionUs / 1e6).toFixed(3))],
    ...points.map(
      ([key, { name }]) =>
        [
          `split ${name}`,
          ({ splits }: Row) =>
            splits[key] === undefined ? undefined : formatTime(splits[key].timeUs, { digits: board.race.digits ?? 2 }),
        ] as const,
    ),
  ];
}

/** A signed time is what it says; a name is not. */
function guarded(text: string): string {
  return /^[+-]\d[\d:.]*$/.test(text) ? text : toFormulaSafe(text);
}

/** The rows as they stand, as CSV (RFC 4180, UTF-8 with a byte order mark); no cell is a formula. */
export function resultCsv(board: Board): string {
  const rows = Object.values(board.rows).sort((a, b) => a.order - b.order);
  const columns = columnsOf(board).filter(
    ([title, cell]) => title === 'rank' || title === 'name' || rows.some((row) => cell(row) !== undefined),
  );
  const table = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, cell]) => guarded(String(cell(row) ?? '')))),
  ];
  return stringify(table, { bom: true, record_delimiter: 'windows' });
}
