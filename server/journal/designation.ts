// Whether the federation may give a slot of a selection to somebody: the slot must be there and be one it designates.
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import type { Refusal } from './journal.ts';
import { refuse } from './refusal.ts';

type Designation = Extract<FactDraft, { kind: 'designate' }>;

/** The slots of a selection that the federation designates, from 1. */
function designatedSlots(selection: NonNullable<Meet['selections']>[number]): readonly number[] {
  if (selection.kind !== 'matrix') return [];
  return selection.slots.flatMap((slot, i) => ('designated' in slot ? [i + 1] : []));
}

/** Why the slot cannot be given to him, or undefined where it can. */
export function misplaced(draft: Designation, { selections = [], athletes }: Meet, line: number): Refusal | undefined {
  const selection = selections.find(({ id }) => id === draft.selection);
  if (selection === undefined) {
    const known = selections.length === 0 ? 'it has none' : `it has ${selections.map(({ id }) => id).join(', ')}`;
    const says = `meet ${draft.meet} has no selection ${draft.selection}: ${known}`;
    return refuse('unknown-slot', says, { line, field: 'selection' });
  }
  const slots = designatedSlots(selection);
  if (!slots.includes(draft.slot)) {
    const known = slots.length === 0 ? 'there are none' : `those are ${slots.join(', ')}`;
    const says = `slot ${draft.slot} of ${draft.selection} is none that the federation designates: ${known}`;
    return refuse('unknown-slot', says, { line, field: 'slot' });
  }
  if (draft.athlete === undefined || athletes.some(({ id }) => id === draft.athlete)) return undefined;
  const says = `meet ${draft.meet} has no athlete ${draft.athlete}: put him into the meet first, or correct the id`;
  return refuse('unknown-athlete', says, { line, field: 'athlete' });
}
