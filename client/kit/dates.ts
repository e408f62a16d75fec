// Days, hours and numbers as the reader's language writes them. Where a zone is given, the clock is that of the rink.
import { language } from './language.ts';

/** Hours and minutes; where the screen hangs, unless a zone is named. */
export function timeOfDay(instantUs: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone }).format(
    instantUs / 1000,
  );
}

/** "Saturday 22 November", in the order in which the language has it. */
export function dayOf(instantUs: number, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(language(), options).format(instantUs / 1000);
}

/** A number with so many digits behind the sign the language has there. */
export function numberText(value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language(), options).format(value);
}
