// The columns of the order that a commentator may choose: what heads them and what they say of a row. Pure.
import { html, type TemplateResult } from 'lit';
import type { Board, Row } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { type DeskLabel, words } from '../kit/desk-words.ts';
import { gapText, pointsText, resultText } from '../kit/row-texts.ts';
import type { Trend } from '../kit/trends.ts';
import type { ColumnName } from './prefs.ts';

type Digits = Board['race']['digits'];
type Cell = string | TemplateResult;

interface Column {
  readonly head: DeskLabel;
  readonly cell: (row: Row, digits: Digits, trend: Trend | undefined) => Cell;
}

const arrows = { grows: '▲', shrinks: '▼', steady: '=' } as const;

/** Which way, by how much a lap; the sign and the arrow say it without the colour. */
function trendCell(row: Row, trend: Trend | undefined): Cell {
  if (trend === undefined || row.position === 1 || row.status !== undefined) return '';
  const { way, perLapUs } = trend;
  return html`<span class="trend ${way}">${way === 'steady' ? '' : formatDiff(perLapUs)} <i>${arrows[way]}</i></span>`;
}

function bestLap({ splits }: Row): string {
  const laps = Object.values(splits).flatMap(({ lapUs }) => lapUs ?? []);
  return laps.length === 0 ? '' : formatTime(Math.min(...laps));
}

export const orderColumns: Readonly<Record<ColumnName, Column>> = {
  gap: { head: 'gap', cell: (row, digits) => gapText(row, digits) },
  interval: {
    head: 'interval',
    cell: ({ intervalUs, position, status, lapsDown = 0 }, digits) =>
      intervalUs === undefined || position === 1 || status !== undefined || lapsDown > 0
        ? ''
        : formatDiff(intervalUs, digits),
  },
  trend: { head: 'trend', cell: (row, _, trend) => trendCell(row, trend) },
  lap: { head: 'lapTime', cell: ({ lapUs }) => (lapUs === undefined ? '' : formatTime(lapUs)) },
  laps: { head: 'lapsInAll', cell: ({ laps }) => String(laps) },
  best: { head: 'bestLap', cell: bestLap },
  points: { head: 'points', cell: ({ points }) => pointsText(points?.total) },
  time: { head: 'time', cell: (row, digits) => resultText(row, digits) },
  club: { head: 'club', cell: ({ club }) => club ?? '' },
};

/** What heads a column. */
export const columnTitle = (name: ColumnName): string => words(orderColumns[name].head);
