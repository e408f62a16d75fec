// One decisive moment with its id, which stays the same whatever comes later. Knows nothing of what is told.
import type { Moment } from '../../../shared/board.ts';

export type Said = readonly [id: string, moment: Moment];

/** Ids of entries in `about`, first on the ice first where that matters. */
export function said(
  id: string,
  at: number,
  code: string,
  values: Moment['says']['values'],
  about?: readonly string[],
): Said {
  return [id, { at, says: { code, values }, ...(about !== undefined && { about: [...about] }) }];
}
