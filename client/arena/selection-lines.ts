// A selection as a hall reads it: its slots, and those near its line: who is in, who is first to be out, and by how much. Pure.
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import type { Candidate, SelectionState, Ticket } from '../../shared/selection-state.ts';
import type { Shape } from '../kit/shape.ts';
import { inOrder } from './gliding-line.ts';

/** So many who are out are near enough to hope. */
const outMost = 4;

interface Room {
  /** Rows of a column, and how many columns the people have where there are no slots, or no room for them. */
  readonly rows: number;
  readonly columns: number;
  readonly hasSlots: boolean;
}

const rooms: Readonly<Record<Shape, Room>> = {
  wide: { rows: 12, columns: 2, hasSlots: true },
  tall: { rows: 14, columns: 1, hasSlots: true },
  banner: { rows: 3, columns: 3, hasSlots: false },
};

/** Those who are in, and the first who are not, as many as the page of the last who is in has room for. */
function nearLine({ candidates }: Pick<SelectionState, 'candidates'>, perPage: number): [string, Candidate][] {
  const all = inOrder(candidates);
  const selected = all.filter((one) => one[1].selected === true).length;
  const room = perPage - (selected % perPage);
  const out = all.filter((one) => one[1].selected !== true).slice(0, Math.min(outMost, room));
  return all.filter((one) => one[1].selected === true || out.includes(one));
}

export interface SelectionPage {
  readonly slots: readonly [string, Ticket][];
  readonly people: readonly [string, Candidate][];
  /** Of the people. */
  readonly columns: number;
  readonly rows: number;
}

/** The pages of a selection; slots and people turn together, and who has fewer stays on his last. None where nobody is. */
export function selectionPages(selection: SelectionState, shape: Shape): readonly SelectionPage[] {
  const { rows, hasSlots, ...room } = rooms[shape];
  const slots = hasSlots ? inOrder(selection.slots ?? {}) : [];
  const near = nearLine(selection, rows * (slots.length > 0 ? 1 : room.columns));
  const columns = slots.length > 0 ? 1 : Math.min(room.columns, Math.ceil(near.length / rows));
  const people = nearLine(selection, rows * Math.max(1, columns));
  if (people.length === 0 && slots.length === 0) return [];
  const slotPages = Math.ceil(slots.length / rows);
  // All pages of slots are alike long: one left over would be a page of its own.
  const slotRows = Math.ceil(slots.length / Math.max(1, slotPages));
  const peoplePages = Math.ceil(people.length / (rows * columns));
  return Array.from({ length: Math.max(slotPages, peoplePages) }, (_, page) => {
    const ofSlots = Math.max(0, Math.min(page, slotPages - 1)) * slotRows;
    const ofPeople = Math.max(0, Math.min(page, peoplePages - 1)) * rows * columns;
    return {
      slots: slots.slice(ofSlots, ofSlots + slotRows),
      people: people.slice(ofPeople, ofPeople + rows * columns),
      columns: Math.max(1, columns),
      rows,
    };
  });
}

/** In for certain or as it stands, out, or still to come: who has no result yet is not out. */
export function candidateState({
  selected,
  provisional,
  forecast,
  rank,
}: Candidate): 'in' | 'inProvisional' | 'out' | 'forecast.open' {
  if (selected === true) return provisional === true ? 'inProvisional' : 'in';
  return rank === undefined && forecast?.state === 'open' ? 'forecast.open' : 'out';
}

/** By how much somebody is ahead of the first who is out, or behind the last who is in; without a margin what he has. */
export function marginText({ selected, marginUs, marginPoints, timeUs, points }: Candidate): string {
  const isIn = selected === true;
  if (marginUs !== undefined) return formatDiff(isIn ? -marginUs : marginUs);
  if (marginPoints !== undefined) return marginPoints === 0 ? '0' : `${isIn ? '+' : '-'}${marginPoints}`;
  if (points !== undefined) return String(points);
  return timeUs === undefined ? '' : formatTime(timeUs);
}
