// What the cells of a row say. Pure; absent where there is nothing to say, never a zero or a dash for something unknown.
import type { Row } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { words } from './messages.ts';

/** An estimate looks like an estimate (G4): a tilde before it, and the style sheet dims it. */
const approximately = (estimated: boolean | undefined, text: string) => (estimated === true ? `~${text}` : text);

/** G1: behind the leader in seconds; lapped skaters show laps and seconds. A ruling takes its place. */
export function gapText(row: Row, digits: 2 | 3 = 2): string {
  if (row.status !== undefined) return row.status;
  const seconds = row.gapUs === undefined ? '' : approximately(row.flags.estimated, formatDiff(row.gapUs, digits));
  if (row.lapsDown === undefined || row.lapsDown === 0) return row.position === 1 ? '' : seconds;
  const laps = row.lapsDown === 1 ? words('lapDown') : words('lapsDown', { laps: row.lapsDown });
  return seconds === '' ? laps : `${laps} ${seconds}`;
}

/** The final time with the thousandth in brackets where flagged (T4), or the ruling instead of one. */
export function resultText(row: Row, digits: 2 | 3 = 2): string {
  if (row.status !== undefined) return row.code === undefined ? row.status : `${row.status} ${row.code}`;
  if (row.flags.finished !== true || row.timeUs === undefined || row.flags.timeInvalid === true) return '';
  const text = formatTime(row.timeUs, { digits, thousandth: row.flags.thousandth === true });
  return approximately(row.flags.estimated, text);
}

/** Points of a sprint; nothing won says nothing. */
export function pointsText(points: number | undefined): string {
  return points === undefined || points === 0 ? '' : String(points);
}

/** L11: World Cup points, with what stands in brackets behind them. */
export function cupText(cup: Row['cup']): string {
  if (cup === undefined) return '';
  return cup.mark === undefined ? String(cup.points) : `${cup.points} (${cup.mark})`;
}

/** Marks and cards, in the order in which a sheet prints them. */
export function marksOf(row: Row): readonly string[] {
  return Object.keys(row.marks).sort((a, b) => markOrder.indexOf(a) - markOrder.indexOf(b));
}

const markOrder = [
  'WR',
  'WRJ',
  'TR',
  'TRJ',
  'NR',
  'NRJ',
  'PB',
  'SB',
  'Q',
  'QA',
  'QB',
  'q',
  'ADV',
  'ADA',
  'ADB',
  'YC',
  'RC',
];

/** Classes that say how sure a row is. */
export function rowClasses({ flags, lapsDown, status }: Row): string {
  const classes = ['line'];
  if (flags.overdue === true) classes.push('overdue');
  if (flags.gone === true || status !== undefined) classes.push('out');
  if (flags.lapped === true || (lapsDown ?? 0) > 0) classes.push('lapped');
  if (flags.estimated === true) classes.push('estimated');
  return classes.join(' ');
}
