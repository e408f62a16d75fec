// How a placed line gets to its place: by a transform that the style sheet lets glide, so nothing is laid out anew.
import type { PlacedLine } from './row-layout.ts';

/** Above any place in tenths of a rem. */
const layerMost = 2000;

/**
 * The style of a line, to be set as the `style` property (an attribute would need an exception in the page's content
 * security policy). Lines stay where they are in the document whatever their order: moving a node ends its transition.
 */
export function styleOf(placed: PlacedLine | undefined): string {
  if (placed === undefined) return 'display:none';
  const { column = 0, top, height, step } = placed;
  const right = column === 0 ? '0px' : `calc(${column} * (100% + var(--column-gap)))`;
  // Who is ahead passes above who is behind, so that a list can be read while its rows change places.
  return `transform:translate(${right},${top}rem);z-index:${layerMost - Math.round(top * 10)};--h:${height}rem;--f:var(--type-${step});--s:var(--type-${Math.max(1, step - 1)})`;
}

/** Where each line stands. */
export type Places = ReadonlyMap<string, PlacedLine>;

/**
 * Whether more than half of the lines change their places in one step. A picture that was lost and found or corrected as
 * a whole stands at once: so many rows across each other say nothing, and cost a slow computer a second frame.
 */
export function standsAtOnce(before: Places, after: Places): boolean {
  let moved = 0;
  for (const [key, { top }] of after) if (before.has(key) && before.get(key)?.top !== top) moved += 1;
  return moved * 2 > after.size;
}

/** Entries of a record in an order that never changes with the race. */
export function steady<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Entries of a record of rows by their place on the screen. */
export function inOrder<T extends { readonly order: number }>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([, a], [, b]) => a.order - b.order);
}
