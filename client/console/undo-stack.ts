// What was sent from this page, so that it can be taken back and done again: each time by facts of their own. Pure.
import type { FactBody, Saying } from './outcome.ts';

/** Of one fact as it was sent, what taking it back needs. */
interface Sent {
  readonly id: string;
  readonly kind: string;
  /** Its race: none where it is about the whole meet, and another where one was called up. */
  readonly race?: string;
  readonly target?: string;
}

/** Everything one Enter sent. */
export interface Step {
  /** Where it was sent, and is taken back. */
  readonly race: string;
  readonly says: Saying;
  readonly sent: readonly Sent[];
  readonly undone?: true;
}

/** So many steps are kept: more than an operator decides in a race. */
export const mostSteps = 200;

export function stepOf(race: string, says: Saying, facts: readonly (FactBody & { readonly id: string })[]): Step {
  const sent = facts.map((fact) => ({
    id: fact.id,
    kind: fact.kind,
    ...('race' in fact && fact.race !== undefined && { race: fact.race }),
    ...('target' in fact && { target: fact.target }),
  }));
  return { race, says, sent };
}

/** A new step; what was undone before it stays undone. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  return [...steps, step].slice(-mostSteps);
}

/** The last step in a race that can be taken back. */
export function nextUndo(steps: readonly Step[], race: string): Step | undefined {
  return steps.findLast((step) => step.race === race && step.undone === undefined);
}

/** Of those taken back since, the first to be done again. */
export function nextRedo(steps: readonly Step[], race: string): Step | undefined {
  const own = steps.filter((step) => step.race === race);
  const lastDone = own.findLastIndex(({ undone }) => undone === undefined);
  return own[lastDone + 1];
}

/** Steps after `step` was taken back, or done again; a reload makes them anew, so the facts say which it is. */
export function turned(steps: readonly Step[], step: Step): readonly Step[] {
  return steps.map((one) => {
    if (one.sent[0]?.id !== step.sent[0]?.id) return one;
    const { undone, ...rest } = one;
    return undone === undefined ? { ...rest, undone: true as const } : rest;
  });
}

/** Facts that take a step back, the last of it first; of one that was taken back, those that do it again. */
export function turning({ sent, undone }: Step): readonly FactBody[] {
  const bodies = sent.map(({ id, kind, race, target }): FactBody => {
    const of = race === undefined ? {} : { race };
    const takesAway = kind === 'retract';
    const aims = (kind === 'retract' || kind === 'restore') && target !== undefined;
    const isGone = undone === true ? !takesAway : takesAway;
    if (aims) return { kind: isGone ? 'restore' : 'retract', ...of, target };
    return { kind: undone === true ? 'restore' : 'retract', ...of, target: id };
  });
  return undone === true ? bodies : bodies.toReversed();
}
