// What was aired and is not so any more, in words: which figure, its values, and why. Pure.
import type { AiredAlert, AiredState, Changed, Figure } from '../../shared/aired.ts';
import type { Says } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { type AirLabel, words } from './air-words.ts';
import { sentence } from './messages.ts';

/** `rank`, `split.600`, `sprint.2`, … */
export function fieldText(field: string): string {
  const [kind, which = ''] = field.split('.');
  return words(`field.${kind}` as AirLabel, { which });
}

const times: readonly string[] = ['time', 'split', 'clock'];

/** A value as it was printed; what there was not has no value. */
export function figureText(field: string, figure: Figure | undefined, digits: 2 | 3 = 2): string {
  if (figure === undefined || figure === '') return words('none');
  const [kind = ''] = field.split('.');
  if (typeof figure === 'string') return figure;
  if (kind === 'diff') return formatDiff(figure, digits);
  return times.includes(kind) ? formatTime(figure, { digits }) : String(figure);
}

/** Why; what no moment of the race tells is a reading that came later. */
export function causeText(cause: Says, about: string, digits: 2 | 3 = 2): string {
  return sentence(cause, about, digits) ?? words('cause.late');
}

/** The newest first. */
export function alertsOf(state: AiredState | undefined): readonly (readonly [key: string, alert: AiredAlert])[] {
  return Object.entries(state?.alerts ?? {}).sort(([, a], [, b]) => b.at - a.at);
}

/** Who changed, whom the cause is about first. */
export function changedOf({ changes }: AiredAlert): readonly (readonly [key: string, changed: Changed])[] {
  return Object.entries(changes).sort(([, a], [, b]) => a.order - b.order);
}

/** What a viewer looks at first. */
const weight = [
  ...['rank', 'time', 'sprint', 'splitRank', 'diff', 'split', 'points', 'status', 'mark'],
  ...['clock', 'laps', 'name', 'nation', 'club', 'members', 'bib'],
];

/** The figures that changed, the weightiest first. */
export function fieldsOf({
  fields,
}: Changed): readonly (readonly [field: string, change: Changed['fields'][string]])[] {
  const weightOf = (field: string) => weight.indexOf(field.split('.')[0] ?? '');
  return Object.entries(fields).sort(([a], [b]) => weightOf(a) - weightOf(b));
}
