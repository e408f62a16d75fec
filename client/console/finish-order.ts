// A photo-finish order as it is typed: bibs from the first on, `=` before one who ties with the one before him. Pure.
import type { Board } from '../../shared/board.ts';
import { nameOf, whoOf } from './who.ts';

export interface TypedOrder {
  /** Best first; an inner list is a dead heat. */
  readonly order: readonly (readonly string[])[];
  /** The first word that means nobody. */
  readonly nobody?: string;
  /** Whoever was typed a second time. */
  readonly twice?: string;
}

/** `12 7 =3 5`: 12 first, 7 and 3 second, 5 fourth. */
export function typedOrder(words: readonly string[], rows: Board['rows']): TypedOrder {
  const order: string[][] = [];
  const seen = new Set<string>();
  // `7=3`, `7 =3` and `7 = 3` are the same.
  const marks = words
    .join(' ')
    .replaceAll(/\s*=\s*/g, ' =')
    .split(' ')
    .filter((mark) => mark !== '');
  for (const mark of marks) {
    const ties = mark.startsWith('=');
    const word = ties ? mark.slice(1) : mark;
    const entry = whoOf(word, rows);
    if (entry === undefined) return { order, nobody: word };
    if (seen.has(entry)) return { order, twice: entry };
    seen.add(entry);
    const last = order.at(-1);
    if (ties && last !== undefined) last.push(entry);
    else order.push([entry]);
  }
  return { order };
}

/** `1. 12 De Boer  2. 7 Kim = 3 Lee  4. 5 Ost`. */
export function orderText(order: TypedOrder['order'], rows: Board['rows']): string {
  let place = 1;
  return order
    .map((tied) => {
      const text = `${place}. ${tied.map((entry) => nameOf(entry, rows)).join(' = ')}`;
      place += tied.length;
      return text;
    })
    .join('  ');
}
