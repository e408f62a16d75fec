// The order on the ice as lines: the rows as they stand, with a band before each group. Pure.
import type { Board, Group } from '../../shared/board.ts';
import { inOrder } from './gliding-line.ts';
import type { Line } from './row-layout.ts';

export interface IceLines {
  readonly lines: readonly Line[];
  /** Entries riding across to the group ahead. */
  readonly bridging: ReadonlySet<string>;
}

/** Key of the band before group `n`; no entry's, for ids hold no space. */
export const bandKey = (n: string) => `band ${n}`;

/**
 * A band stands before the first row of each group. Of several dropped groups only the first has one: seven stragglers
 * are one story, and their gaps are in their rows.
 */
export function iceLines({ rows, groups }: Pick<Board, 'rows' | 'groups'>): IceLines {
  const banded = new Set<string>();
  const lines: Line[] = [];
  let dropped = false;
  for (const [entry, row] of byPosition(rows)) {
    const n = row.group === undefined ? undefined : String(row.group);
    const group: Group | undefined = n === undefined ? undefined : groups[n];
    if (n !== undefined && group !== undefined && !banded.has(n)) {
      banded.add(n);
      if (group.name !== 'dropped' || !dropped) lines.push({ key: bandKey(n), kind: 'band' });
      dropped ||= group.name === 'dropped';
    }
    lines.push({ key: entry, kind: 'row' });
  }
  return { lines, bridging: new Set(Object.values(groups).flatMap(({ bridging }) => bridging ?? [])) };
}

/** The rows of a heat, which is too small for bands, as the board orders them. */
export function heatLines({ rows }: Pick<Board, 'rows'>): IceLines {
  return { lines: inOrder(rows).map(([key]) => ({ key, kind: 'row' })), bridging: new Set() };
}

/** Those seen on the ice by position, then the others as the board orders them. */
function byPosition(rows: Board['rows']): [string, Board['rows'][string]][] {
  return inOrder(rows).sort(([, a], [, b]) => (a.position ?? 1000 + a.order) - (b.position ?? 1000 + b.order));
}
