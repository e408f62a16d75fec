// What a page says: labels, and sentences for the codes of the wire, in the language it speaks (language.ts). Text is never on
// the wire.
import type { Says } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { catalogue, type Label } from './language.ts';
import { english } from './languages/en.ts';

export type Values = Says['values'];

/** What a code says besides itself, where that has a sentence of its own. */
const variants: Readonly<Record<string, (values: Values) => unknown>> = {
  cleared: ({ reason }) => reason,
  protest: ({ state }) => state,
  ruling: ({ status, code }) => (status === 'ok' && code !== undefined ? 'coded' : status),
  leader: ({ lap }) => lap !== undefined && 'lap',
  finished: ({ diffUs }) => typeof diffUs === 'number' && diffUs < 0 && 'best',
  sprintPoints: ({ points }) => points,
  askingRate: ({ laps }) => laps,
};

const place = /\{(\w+)\}/g;

/** Values that are differences and have a sign; every other one that ends in `Us` is a time or a length of time. */
const differences: ReadonlySet<string> = new Set(['diffUs']);

/** Laps to come, which nobody skates to the hundredth. */
const rates: ReadonlySet<string> = new Set(['lapUs', 'lastUs']);

function valueText(key: string, value: Values[string], digits: 2 | 3): string {
  if (typeof value !== 'number') return String(value);
  if (key === 'place') return (catalogue() ?? english).ordinal(value);
  if (rates.has(key)) return formatTime(value, { digits: 1 });
  if (!key.endsWith('Us')) return String(value);
  return differences.has(key) ? formatDiff(value, digits) : formatTime(value, { digits });
}

/** A text with its values, each as what it is called says. */
export function filled(text: string, values: Values, digits: 2 | 3 = 2): string {
  return text.replace(place, (whole, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined ? whole : valueText(key, value, digits);
  });
}

/** A label of the screen itself. */
export function words(label: Label, values: Values = {}): string {
  return filled(catalogue()?.labels[label] ?? english.labels[label], values);
}

/** The lane somebody starts in, as a pair has it; a number is its own word. */
export function laneWord(lane: string): string {
  return lane === 'inner' || lane === 'outer' ? words(`lane.${lane}`) : lane;
}

const optional = /\[(.*?)\]/g;

/** The text of a code, or of its variant with these values, with those optional parts whose values are known. */
function textOf(kind: 'moments' | 'needs', { code, values }: Says): string | undefined {
  const variant = Object.hasOwn(variants, code) ? variants[code]?.(values) : undefined;
  const own = catalogue()?.[kind] ?? {};
  const key = [`${code}.${variant}`, code].find((known) => Object.hasOwn(english[kind], known)) ?? '';
  return (own[key] ?? english[kind][key])?.replace(optional, (_, part: string) => {
    const isKnown = [...part.matchAll(place)].every(([, name = '']) => Object.hasOwn(values, name));
    return isKnown ? part : '';
  });
}

/** What a code of the wire says of `who`, times with so many digits, or undefined for one this page is too old to know. */
export function sentence(says: Says, who: string, digits: 2 | 3 = 2): string | undefined {
  const text = textOf('moments', says);
  return text === undefined ? undefined : filled(text, { who, ...says.values }, digits);
}

/** One thing that is enough, or a cut line: `2 points at lap 12 and 9th at the finish`. */
function need(says: Says, digits: 2 | 3): string | undefined {
  const text = textOf('needs', says);
  return text === undefined ? undefined : filled(text, says.values, digits);
}

/** What each by itself is enough: `2 points at lap 12 or 8th at the finish`; undefined where this page knows none of it. */
export function needed(all: readonly Says[], digits: 2 | 3 = 2): string | undefined {
  const texts = all.map((says) => need(says, digits)).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(` ${(catalogue() ?? english).or} `);
}
