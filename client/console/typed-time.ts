// Times as they are typed: `7:42.97`, `34.5`, `1:02:03.04`, steps `+0.05`, `-1`, and times of the day `15:42`. Pure; the
// other way is format-time.

const time = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,5})(?:[.,](\d{1,6}))?$/;

/** Microseconds, or undefined for what is no time. */
export function typedTimeUs(text: string): number | undefined {
  const match = time.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds = '0', fraction = ''] = match;
  if (minutes !== undefined && Number(seconds) >= 60) return undefined;
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds);
  return whole * 1_000_000 + Number(fraction.padEnd(6, '0'));
}

/** Signed microseconds, or undefined for what has no sign or is no time. */
export function typedStepUs(text: string): number | undefined {
  const sign = text[0];
  if (sign !== '+' && sign !== '-') return undefined;
  const us = typedTimeUs(text.slice(1));
  return us === undefined ? undefined : sign === '-' ? 0 - us : us;
}

const minuteUs = 60_000_000;
const dayMinutes = 24 * 60;

/** Minutes since midnight where the clock of `timeZone` stands, or that of this desk. */
function minutesOfDay(us: number, timeZone: string | undefined): number {
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone });
  const [hours = 0, minutes = 0] = format
    .format(us / 1000)
    .split(':')
    .map(Number);
  return hours * 60 + minutes;
}

/** The instant of `15:42` that is nearest to now, or of `+30` minutes from now; undefined for what is neither. */
export function typedInstantUs(text: string, nowUs: number, timeZone: string | undefined): number | undefined {
  const inMinutes = /^\+(\d{1,3})$/.exec(text)?.[1];
  if (inMinutes !== undefined) return nowUs + Number(inMinutes) * minuteUs;
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const ahead = Number(hours) * 60 + Number(minutes) - minutesOfDay(nowUs, timeZone);
  const nearest = ((((ahead + dayMinutes / 2) % dayMinutes) + dayMinutes) % dayMinutes) - dayMinutes / 2;
  return (Math.floor(nowUs / minuteUs) + nearest) * minuteUs;
}
