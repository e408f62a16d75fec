// What every key of the rundown does; the page acts, and the help lists the same table. Pure.
import type { AirLabel } from '../kit/air-words.ts';

export type Action =
  | 'down'
  | 'up'
  | 'next'
  | 'before'
  | 'bib'
  | 'take'
  | 'rubOut'
  | 'leave'
  | 'clear'
  | 'latch'
  | 'caption'
  | 'help';

interface KeyLine {
  readonly keys: readonly string[];
  readonly act: Action;
}

/** Keys by the browser's names. */
const keyTable: readonly KeyLine[] = [
  { keys: ['ArrowDown'], act: 'down' },
  { keys: ['ArrowUp'], act: 'up' },
  { keys: ['ArrowRight'], act: 'next' },
  { keys: ['ArrowLeft'], act: 'before' },
  { keys: ['b', '/'], act: 'bib' },
  { keys: ['Enter', ' '], act: 'take' },
  { keys: ['Backspace', 'Delete'], act: 'rubOut' },
  { keys: ['Escape'], act: 'leave' },
  { keys: ['x'], act: 'clear' },
  { keys: ['l'], act: 'latch' },
  { keys: ['c'], act: 'caption' },
  { keys: ['?'], act: 'help' },
];

/** The help: what is on the keys, and what it does. */
export const helpLines: readonly (readonly [keys: readonly string[], says: AirLabel])[] = [
  [['↑', '↓'], 'press.choose'],
  [['1', '…', '9'], 'press.numbers'],
  [['←', '→'], 'press.option'],
  [['b'], 'press.bib'],
  [['Space', 'Enter'], 'press.take'],
  [['⌫', 'Esc'], 'press.out'],
  [['x'], 'press.clear'],
  [['l'], 'press.latch'],
  [['c'], 'press.caption'],
  [['?'], 'press.help'],
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The action of a key, or the digit it types; undefined for a key that is the browser's. */
export function pressed(press: Press): Action | { readonly digit: string } | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (/^\d$/.test(press.key)) return { digit: press.key };
  return keyTable.find(({ keys }) => keys.includes(press.key))?.act;
}
