// How a refusal is made. A refusal is a value: nothing was stored, and its sentence says what to do.
import type { Refusal } from './journal.ts';

/** Which of the facts, from 0, and which of its fields; for a meet a path like `races.3.id`. */
export interface Where {
  readonly line?: number;
  readonly field?: string;
}

export function refuse(code: Refusal['code'], says: string, where: Where = {}): Refusal {
  return { ok: false, code, says, ...where };
}
