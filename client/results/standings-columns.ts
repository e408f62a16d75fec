// The columns of an event's standings: those that have something to say. Pure.
import { formatDiff, formatSamalog, formatTime } from '../../shared/format-time.ts';
import type { EventState, MeetState, Standing } from '../../shared/meet-state.ts';
import { roundWord, words } from '../kit/desk-words.ts';
import { cupText } from '../kit/row-texts.ts';

type Events = MeetState['events'];

export interface StandingColumn {
  readonly head: string;
  readonly text: (row: Standing) => string;
  /** This cell is the result that counts. */
  readonly counts?: (row: Standing) => boolean;
  /** What the standings go by, else what it is made of: a phone has that below the name. */
  readonly side?: 'time' | 'part';
}

/** A run, or a distance by its name. */
function partColumn(key: string, events: Events, digits: 2 | 3): StandingColumn {
  const text = ({ parts }: Standing) => {
    const { status, timeUs } = parts?.[key] ?? {};
    return status ?? (timeUs === undefined ? '' : formatTime(timeUs, { digits }));
  };
  const head = /^\d+$/.test(key) ? words('run', { run: key }) : (events[key]?.name ?? key);
  return { head, text, side: 'part', counts: ({ parts }) => parts?.[key]?.counts === true };
}

function partKeys(rows: readonly Standing[]): readonly string[] {
  const orders = new Map(
    rows.flatMap(({ parts = {} }) => Object.entries(parts).map(([key, { order }]) => [key, order] as const)),
  );
  return [...orders].sort(([, a], [, b]) => a - b).map(([key]) => key);
}

function resultOf(row: Standing, digits: 2 | 3): string {
  if (row.status !== undefined) return row.code === undefined ? row.status : `${row.status} ${row.code}`;
  return row.timeUs === undefined ? '' : formatTime(row.timeUs, { digits, thousandth: row.thousandth === true });
}

export function standingColumns(
  { event }: Pick<EventState, 'event'>,
  rows: readonly Standing[],
  events: Events = {},
): readonly StandingColumn[] {
  const digits = event.digits ?? 2;
  const has = (key: keyof Standing) => rows.some((row) => row[key] !== undefined);
  const candidates: (StandingColumn | false)[] = [
    ...partKeys(rows).map((key) => partColumn(key, events, digits)),
    has('round') && { head: words('round'), text: ({ round }) => (round === undefined ? '' : roundWord(round)) },
    has('points') && { head: words('points'), text: ({ points }) => String(points ?? '') },
    has('samalog') && {
      head: words('points'),
      side: 'time',
      text: ({ samalog }) => (samalog === undefined ? '' : formatSamalog(samalog)),
    },
    (has('timeUs') || has('status')) && { head: words('time'), side: 'time', text: (row) => resultOf(row, digits) },
    has('behindUs') && {
      head: words('behindHead'),
      text: ({ behindUs = 0 }) => (behindUs === 0 ? '' : formatDiff(behindUs, digits)),
    },
    has('cup') && { head: words('cup'), text: ({ cup }) => cupText(cup) },
  ];
  return candidates.filter((column) => column !== false);
}
