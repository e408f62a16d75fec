// How far the replay of a race goes. Pure.
import type { Board } from '../../shared/board.ts';
import type { Span } from './replay.ts';
import type { Tape } from './tape.ts';

/** When a race first went to the ice; undefined of one that did not, and of all that is no race. */
function movedUs(tape: Tape): number | undefined {
  for (let index = 0; index < tape.length; index += 1) {
    const { race } = tape.state(index) as { race?: Partial<Board['race']> };
    if (race?.status !== undefined && race.status !== 'scheduled') return tape.atUs(index);
  }
  return undefined;
}

/**
 * From where a race first went to the ice to its last change; before that only its list did. The moment asked for is in
 * it, so that another race seen at that moment is seen at no other.
 */
export function spanOf(tape: Tape, atUs: number): Span {
  const firstUs = tape.atUs(0) ?? 0;
  const lastUs = tape.atUs(tape.length - 1) ?? 0;
  return { fromUs: Math.max(firstUs, Math.min(movedUs(tape) ?? firstUs, atUs)), toUs: Math.max(lastUs, atUs) };
}
