// What one distance still decides about tickets: for the boards of its races. Knows no board.
import type { Outlook } from '../../../shared/board.ts';
import { memo } from '../memo.ts';
import type { Criterion, Selections } from './selections.ts';

export interface TicketsAt {
  /** By person (see `personOf`): in or out for certain, or what at this distance would be enough. */
  readonly outlooks: ReadonlyMap<string, Outlook>;
  /** The time to beat: of the last who has a ticket by this distance as it stands. */
  readonly target?: { readonly timeUs: number; readonly name: string };
}

const nothing: TicketsAt = { outlooks: new Map() };

/** What is enough elsewhere is not said at this distance. */
function here(outlook: Outlook, event: string): Outlook {
  const needs = outlook.needs?.filter(({ values }) => values.event === event) ?? [];
  return needs.length === 0 ? { state: outlook.state } : { state: outlook.state, needs };
}

/** The last place that gives a ticket as it stands; none where a slot of the distance waits for somebody. */
function targetOf({ state, distances }: Criterion, event: string): TicketsAt['target'] {
  const distance = distances.find(({ id }) => id === event);
  const slots = Object.values(state.slots ?? {}).filter((slot) => slot.event === event);
  if (distance?.timed !== true || slots.some((slot) => slot.state !== 'none' && slot.athlete === undefined))
    return undefined;
  const last = slots.filter(({ counts }) => counts).sort((a, b) => (b.place ?? 0) - (a.place ?? 0))[0];
  const timeUs = distance.ranked.find(({ person }) => person === last?.athlete)?.timeUs;
  const name = last?.athleteName;
  return timeUs === undefined || name === undefined ? undefined : { timeUs, name };
}

/** Remembered: most facts change no selection. */
const ofCriterion = memo((criterion: Criterion, event: string): TicketsAt => {
  const people = criterion.distances.find(({ id }) => id === event)?.people;
  if (people === undefined) return nothing;
  const outlooks = new Map<string, Outlook>();
  for (const person of Object.keys(people)) {
    const outlook = criterion.outlooks.get(person);
    if (outlook !== undefined) outlooks.set(person, here(outlook, event));
  }
  const target = targetOf(criterion, event);
  return target === undefined ? { outlooks } : { outlooks, target };
});

/** The same object while no selection changed; of several that read the distance the first in the document speaks. */
export function ticketsAt(selections: Selections | undefined, event: string): TicketsAt {
  for (const criterion of selections?.criteria.values() ?? []) {
    if (criterion.distances.some(({ id }) => id === event)) return ofCriterion(criterion, event);
  }
  return nothing;
}
