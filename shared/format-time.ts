// Times, and points made of them, as people read them, by rules T1 to T5 and L10. The only place where a time becomes text.

/** Rule T1: what is printed is cut off, never rounded. `digits` is 2 (0.01 s) or 3 (0.001 s). */
export function truncateUs(us: number, digits: 2 | 3 = 2): number {
  const unit = digits === 2 ? 10_000 : 1_000;
  return Math.trunc(us / unit) * unit;
}

/** Rule T2: the lap between two cumulative times, so that printed laps add up to the printed time. */
export function lapUs(cumulativeUs: number, previousUs: number, digits: 2 | 3 = 2): number {
  return truncateUs(cumulativeUs, digits) - truncateUs(previousUs, digits);
}

function clockText(us: number, digits: number): string {
  const units = Math.trunc(us / 10 ** (6 - digits));
  const perSecond = 10 ** digits;
  const fraction = digits === 0 ? '' : `.${String(units % perSecond).padStart(digits, '0')}`;
  const seconds = Math.trunc(units / perSecond);
  if (seconds < 60) return `${seconds}${fraction}`;
  const minutes = Math.trunc(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${rest}${fraction}`;
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}${fraction}`;
}

/**
 * A time of `us` microseconds, never negative: `34.37`, `7:42.97`, `1:02:03.04`.
 * With `thousandth` (rule T4) the third digit follows in brackets: `34.37(4)`.
 */
export function formatTime(us: number, options: { digits?: 0 | 1 | 2 | 3 | 6; thousandth?: boolean } = {}): string {
  const text = clockText(Math.max(0, us), options.digits ?? 2);
  return options.thousandth === true ? `${text}(${Math.trunc(us / 1000) % 10})` : text;
}

/** A signed difference, rule T5: `+0.51`, `-0.08`, `+1:07.21`; nothing at all is `0.00`. */
export function formatDiff(us: number, digits: 1 | 2 | 3 = 2): string {
  const text = clockText(Math.abs(us), digits);
  if (!/[1-9]/.test(text)) return text;
  return `${us < 0 ? '-' : '+'}${text}`;
}

/** Whole seconds gone, as a running clock shows them: `0:07`, `12:30`. */
export function formatClock(us: number): string {
  const text = clockText(Math.max(0, us), 0);
  return text.includes(':') ? text : `0:${text.padStart(2, '0')}`;
}

/** Points of a combined event, rule L10, of thousandths of one: `34.186`, `154.560`. */
export function formatSamalog(thousandths: number): string {
  return `${Math.trunc(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
}
