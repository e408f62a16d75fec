// The parameter `delayMs` of a GET: the same answer as it was so long ago.
import type { Request } from 'express';
import { maxDelayMs } from '../../shared/protocol.ts';
import { problem } from './problem.ts';
import type { Reply } from './reply.ts';

const stepMs = 1000;

export const delayParameter = {
  name: 'delayMs',
  in: 'query',
  says: `as it was so many milliseconds ago: whole seconds, to ${maxDelayMs}`,
} as const;

/** The delay that is asked for, 0 where none is; a wrong one is refused, never served as something newer. */
export function readDelay({ delayMs = '0' }: Request['query']): number | Reply {
  const asked = typeof delayMs === 'string' && /^\d{1,6}$/.test(delayMs) ? Number(delayMs) : Number.NaN;
  if (asked <= maxDelayMs && asked % stepMs === 0) return asked;
  const says = `The parameter "delayMs" is a multiple of ${stepMs} from 0 to ${maxDelayMs}.`;
  return problem('unknown-parameter', says);
}
