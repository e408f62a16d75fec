// A race as a list of facts to send, timed from its own zero; and what turns such a step into a dated fact.
import type { FactDraft } from '../../shared/facts.ts';

type WithoutId<F> = F extends FactDraft ? Omit<F, 'id'> : never;

/** A fact whose instants (`at`, `fromUs`, `toUs`, `upTo`) are microseconds since the gun of its attempt, or before it. */
export type UndatedFact = WithoutId<FactDraft>;

export interface Step {
  /** When it is sent: microseconds since the zero of the race, as they pass on the ice. */
  readonly dueUs: number;
  /** The gun of its attempt, since the same zero. */
  readonly gunUs: number;
  readonly fact: UndatedFact;
}

/** All of a race in the order in which it is sent; zero is the instant for which the race is scheduled. */
export type Script = readonly Step[];

/** When the last step is due. */
export function endOf(script: Script): number {
  return script.at(-1)?.dueUs ?? 0;
}

/** In order of sending; steps due together keep the order they were given in. */
export function inOrder(steps: readonly Step[]): Script {
  return steps.toSorted((a, b) => a.dueUs - b.dueUs);
}

const instants = ['at', 'fromUs', 'toUs', 'upTo'] as const;

/**
 * The fact of a step, whose race begins at `zeroUs` and is sent `speed` times faster than it was skated: the gun is
 * when it is sent, but from there on instants lie as far apart as they did on the ice.
 */
export function dated({ fact, gunUs }: Step, id: string, zeroUs: number, speed: number): FactDraft {
  const gunInstantUs = zeroUs + Math.round(gunUs / speed);
  const moved = instants.flatMap((field) => {
    const sinceGunUs = (fact as Partial<Record<typeof field, number>>)[field];
    return sinceGunUs === undefined ? [] : [[field, gunInstantUs + sinceGunUs] as const];
  });
  return { ...fact, ...Object.fromEntries(moved), id } as FactDraft;
}
