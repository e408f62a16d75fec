// Times as they are typed: `7:42.97`, `34.5`, `1:02:03.04`, and steps `+0.05`, `-1`. Pure; the other way is format-time.

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
