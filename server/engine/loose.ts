// Facts that name no race: readings to be bound, and what was decided for the whole hall (assignments, clocks).
import type { Fact } from '../../shared/facts.ts';
import { isReading } from '../../shared/facts.ts';
import { ByTime } from './by-time.ts';
import { Growing } from './growing.ts';
import { type MeetDecisions, meetDecisions, withTurns } from './meet-decisions.ts';

export interface Loose {
  readonly all: Growing<Fact>;
  /** The readings among them. */
  readonly readings: ByTime;
  readonly decisions: readonly Fact[];
  /** Assignments and clocks, with what retracts or restores them: they count in every race. */
  readonly general: readonly Fact[];
  /** What was decided about whole meets and counts. */
  readonly byMeet: MeetDecisions;
}

export const nothingLoose: Loose = {
  all: new Growing(),
  readings: new ByTime(),
  decisions: [],
  general: [],
  byMeet: new Map(),
};

/** The assignments and clocks among decisions. */
export function generalOf(decisions: readonly Fact[]): readonly Fact[] {
  return withTurns(decisions, ({ kind }) => kind === 'assign' || kind === 'sync');
}

/** The loose facts grown to `all`; decisions keep their identity while only readings come. */
export function looseOf(before: Loose, all: Growing<Fact>): Loose {
  if (all === before.all) return before;
  const news = all.from(before.all.length);
  const readings = before.readings.add(news.filter(isReading));
  const added = news.filter((fact) => !isReading(fact));
  if (added.length === 0) return { ...before, all, readings };
  const decisions = before.decisions.concat(added);
  const general = generalOf(decisions);
  return {
    all,
    readings,
    decisions,
    general: general.length === before.general.length ? before.general : general,
    byMeet: meetDecisions(before.byMeet, decisions),
  };
}
