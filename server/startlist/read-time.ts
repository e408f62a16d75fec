// A best time as people write it: 34.37, 34,37, 1:08.55, 1.08,55, 1'08"55.

const none: ReadonlySet<string> = new Set(['-', '–', '--', 'nt', 'n/a', 'geen', 'none', 'ingen', 'keine']);
const usPerSecond = 1_000_000;

/** Whole numbers and the signs between them: `1:08.55` is 1, 08, 55 and `:`, `.`. */
function partsOf(text: string): { numbers: readonly string[]; signs: readonly string[] } | undefined {
  if (!/^\d+(?:[:.,'’"”]\d+){0,3}$/.test(text)) return undefined;
  return { numbers: text.split(/\D/), signs: text.split(/\d+/).slice(1, -1) };
}

/** The last number is hundredths after a point or a comma, unless all there is are minutes and seconds. */
function hasFraction(signs: readonly string[]): boolean {
  const last = signs.at(-1);
  return last !== undefined && !/[:'’]/.test(last);
}

/** Microseconds; `none` where the cell says that there is no time, undefined where it is no time at all. */
export function readTime(cell: string): number | 'none' | undefined {
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/["”s]$/, '');
  if (text === '' || none.has(text) || /^[0:.,]+$/.test(text)) return 'none';
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const whole = [...parts.numbers];
  const fraction = hasFraction(parts.signs) ? (whole.pop() ?? '') : '';
  const [seconds = '', minutes, hours, ...more] = whole.reverse();
  const isSexagesimal =
    (minutes === undefined || /^[0-5]\d$/.test(seconds)) && (hours === undefined || Number(minutes) < 60);
  if (more.length > 0 || fraction.length > 6 || seconds.length > 5 || !isSexagesimal) return undefined;
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  const us = total * usPerSecond + Number(fraction.padEnd(6, '0'));
  return Number.isSafeInteger(us) ? us : undefined;
}
