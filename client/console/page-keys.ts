// The keys that mean something to the page itself, whatever is in its line; the help sheet lists them all. Pure.

export type KeyAct = 'enter' | 'leave' | 'down' | 'up' | 'line' | 'undo' | 'redo' | 'help';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Keys that a line may begin or go on with mean something only while it is empty. */
export function actOf({ key, ctrlKey, metaKey, shiftKey }: Pressed, isEmpty: boolean): KeyAct | undefined {
  switch (key) {
    case 'Enter':
      return 'enter';
    case 'Escape':
      return 'leave';
    case 'ArrowDown':
      return 'down';
    case 'ArrowUp':
      return 'up';
    default:
      break;
  }
  if (!isEmpty) return undefined;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key === '?' ? 'help' : key === '/' ? 'line' : undefined;
}
