// Whose row is whose: pinned skaters through the races of a meet, those a moment is about, the row of a bib. Pure.
import type { Board, Moment, Row } from '../../shared/board.ts';
import { sentence } from './messages.ts';

type Rows = Board['rows'];

/** What a skater is remembered by from race to race. */
export function keyOf(entry: string, { athlete }: Row): string {
  return athlete ?? entry;
}

/** The entries whose bib begins so, the one whose bib it is first. */
export function entriesOfBib(rows: Rows, typed: string): string[] {
  const numberOf = ({ bib, helmet }: Row) => bib ?? helmet ?? '';
  return Object.entries(rows)
    .filter(([, row]) => numberOf(row).startsWith(typed))
    .sort(([, a], [, b]) => numberOf(a).length - numberOf(b).length || a.order - b.order)
    .map(([entry]) => entry);
}

/** The entry whose bib it is; where none is, the only one whose bib begins so. */
export function entryOfBib(rows: Rows, typed: string): string | undefined {
  const [first, second] = entriesOfBib(rows, typed);
  const row = first === undefined ? undefined : rows[first];
  return second === undefined || (row?.bib ?? row?.helmet) === typed ? first : undefined;
}

/** Rows as they stand, the pinned ones first among them. */
export function inOrder(rows: Rows, pinned: readonly string[]): [entry: string, row: Row][] {
  const isPinned = (entry: string, row: Row) => (pinned.includes(keyOf(entry, row)) ? 0 : 1);
  return Object.entries(rows).sort(
    ([a, one], [b, other]) => isPinned(a, one) - isPinned(b, other) || one.order - other.order,
  );
}

/** What a moment says, or undefined where this page has no words for it. */
export function momentText(
  { says, about = [] }: Moment,
  { rows, race }: Pick<Board, 'rows' | 'race'>,
): string | undefined {
  return sentence(says, about.map((entry) => rows[entry]?.name ?? entry).join(', '), race.digits);
}
