// What every key does; the page acts, and the help lists the same table. Pure.
import type { DeskLabel } from '../kit/desk-words.ts';

export type Action =
  | 'down'
  | 'up'
  | 'take'
  | 'leave'
  | 'rubOut'
  | 'pin'
  | 'lines'
  | 'view'
  | 'columns'
  | 'sound'
  | 'theme'
  | 'help';

/** Keys of the browser's names, what they do, and what the help says of it. The bar of a replay has the other keys. */
export const keyTable: readonly {
  readonly keys: readonly string[];
  readonly act: Action;
  readonly label: DeskLabel;
}[] = [
  { keys: ['ArrowDown', 'j'], act: 'down', label: 'key.down' },
  { keys: ['ArrowUp', 'k'], act: 'up', label: 'key.up' },
  { keys: ['Enter'], act: 'take', label: 'key.take' },
  { keys: ['Backspace'], act: 'rubOut', label: 'key.rubOut' },
  { keys: ['Escape'], act: 'leave', label: 'key.leave' },
  { keys: ['p'], act: 'pin', label: 'key.pin' },
  { keys: ['g'], act: 'lines', label: 'key.lines' },
  { keys: ['v'], act: 'view', label: 'key.view' },
  { keys: ['c'], act: 'columns', label: 'key.columns' },
  { keys: ['s'], act: 'sound', label: 'key.sound' },
  { keys: ['t'], act: 'theme', label: 'key.theme' },
  { keys: ['?'], act: 'help', label: 'key.help' },
];

/** Keys of the bar of a replay and of the way there, which act by themselves. */
export const momentKeys: readonly { readonly keys: readonly string[]; readonly label: DeskLabel }[] = [
  { keys: ['r'], label: 'key.replay' },
  { keys: ['m'], label: 'key.share' },
  { keys: ['Space', '←', '→', '+', '−', 'l'], label: 'key.scrub' },
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The action of a key, or the digit to add to the bib that is typed; undefined for a key that is the browser's. */
export function pressed(press: Press): Action | { readonly digit: string } | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (/^\d$/.test(press.key)) return { digit: press.key };
  return keyTable.find(({ keys }) => keys.includes(press.key))?.act;
}
