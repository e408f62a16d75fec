// The walk down a selection matrix (Q1): each slot in turn, until so many different people have one. Knows no forecast.
import type { SelectionDoc } from '../../../shared/selection.ts';
import type { Distance } from './distance.ts';

export type MatrixDoc = Extract<SelectionDoc, { kind: 'matrix' }>;

/** What a criterion looks at. */
export interface Given {
  /** By id; every one that the selections name. */
  readonly distances: ReadonlyMap<string, Distance>;
  /** By slot: whom the federation named last, undefined for nobody. */
  readonly designated: ReadonlyMap<number, string | undefined>;
}

export interface Step {
  readonly state: 'open' | 'provisional' | 'filled' | 'none';
  readonly person?: string;
  /** The slot gave him his ticket. */
  readonly counts: boolean;
  readonly distinct: number;
}

export interface Walked {
  /** By slot, in order. */
  readonly steps: readonly Step[];
  /** Slot from 1 by person, in the order in which they have a ticket. */
  readonly tickets: ReadonlyMap<string, number>;
  /** Who would be next were the quota larger, in order. */
  readonly reserves: readonly string[];
}

type Held = Pick<Step, 'state' | 'person'>;

/** Who holds each slot, the quota aside. Of designated ones the first so many that are taken up count. */
export function holdersOf({ slots, designated: most = slots.length }: MatrixDoc, given: Given): readonly Held[] {
  let left = most;
  return slots.map((slot, i): Held => {
    if ('event' in slot) return placeOf(given.distances.get(slot.event), slot.place);
    if (left === 0) return { state: 'none' };
    const person = given.designated.has(i + 1) ? given.designated.get(i + 1) : slot.athlete;
    if (person === undefined) return { state: 'open' };
    left -= 1;
    return { state: 'filled', person };
  });
}

/**
 * Q4. The place is that of the standings counted from the top: of two who share rank 2 the first has place 2, the other
 * place 3 (T5), and where only one of them gets a ticket by it, the slot says that it is a tie.
 */
function placeOf(distance: Distance | undefined, place: number): Held {
  if (distance === undefined || distance.phase === 'open') return { state: 'open' };
  const person = distance.ranked[place - 1]?.person;
  if (person !== undefined) return { state: distance.phase, person };
  return { state: distance.phase === 'filled' ? 'none' : 'provisional' };
}

export function walk(doc: MatrixDoc, given: Given): Walked {
  const tickets = new Map<string, number>();
  const reserves = new Set<string>();
  const steps = holdersOf(doc, given).map(({ state, person }, i): Step => {
    if (tickets.size === doc.quota) {
      if (person !== undefined && !tickets.has(person)) reserves.add(person);
      return { state: 'none', counts: false, distinct: tickets.size };
    }
    const counts = person !== undefined && !tickets.has(person);
    if (counts) tickets.set(person, i + 1);
    return { state, counts, distinct: tickets.size, ...(person !== undefined && { person }) };
  });
  return { steps, tickets, reserves: [...reserves] };
}
