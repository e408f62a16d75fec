// Facts that name no race: readings to be bound, and what was decided for the whole hall (assignments, clocks).
import type { Fact } from '../../shared/facts.ts';
import { isReading } from '../../shared/facts.ts';
import { Growing } from './growing.ts';
import { type MeetDecisions, meetDecisions } from './meet-decisions.ts';

export interface Loose {
  readonly all: Growing<Fact>;
  readonly decisions: readonly Fact[];
  /** Assignments and clocks, with what retracts or restores them: they count in every race. */
  readonly general: readonly Fact[];
  /** What was decided about whole meets and counts. */
  readonly byMeet: MeetDecisions;
}

export const nothingLoose: Loose = { all: new Growing(), decisions: [], general: [], byMeet: new Map() };

/** The assignments and clocks among decisions. */
export function generalOf(decisions: readonly Fact[]): readonly Fact[] {
  const general = decisions.filter(({ kind }) => kind === 'assign' || kind === 'sync');
  const ids = new Set(general.map(({ id }) => id));
  return decisions.filter((fact) => ids.has(fact.id) || ('target' in fact && ids.has(fact.target)));
}

/** The loose facts grown to `all`; decisions keep their identity while only readings come. */
export function looseOf(before: Loose, all: Growing<Fact>): Loose {
  if (all === before.all) return before;
  const added = all.from(before.all.length).filter((fact) => !isReading(fact));
  if (added.length === 0) return { ...before, all };
  const decisions = before.decisions.concat(added);
  const general = generalOf(decisions);
  return {
    all,
    decisions,
    general: general.length === before.general.length ? before.general : general,
    byMeet: meetDecisions(before.byMeet, decisions),
  };
}
