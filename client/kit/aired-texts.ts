// What was aired and is not so any more, in words: which figure, its values, and why. Pure.
import type { Says } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { type AirLabel, words } from './air-words.ts';
import { sentence } from './messages.ts';

type Figure = number | string | undefined;

/** `time`, `rank`, `points`, … */
export function fieldText(field: string): string {
  return words(`field.${field}` as AirLabel);
}

/** A value as it was printed; what there was not has no value. */
export function figureText(field: string, figure: Figure, digits: 2 | 3 = 2): string {
  if (figure === undefined) return words('none');
  return field === 'time' && typeof figure === 'number' ? formatTime(figure, { digits }) : String(figure);
}

/** Why; what no moment of the race tells is a reading that came later. */
export function causeText(cause: Says, about: string, digits: 2 | 3 = 2): string {
  return sentence(cause, about, digits) ?? words('cause.late');
}
