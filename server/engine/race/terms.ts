// What holds in a race whatever is read in it: the attempt and its guns, the course, what the officials said. It changes
// with a decision, and a decision seldom comes.
import type { MeetEvent } from '../../../shared/event.ts';
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { Course } from '../disciplines/course.ts';
import { finishOrder } from '../disciplines/discipline.ts';
import {
  courseOf,
  ridesInGroups,
  rulingRules,
  startsByPassing,
  type TeamRule,
  teamRuleOf,
} from '../disciplines/registry.ts';
import { memo } from '../memo.ts';
import { type Attempt, attemptOf, firstGunUs, onlyGroup } from './attempt.ts';
import { offsetsOf } from './clock.ts';
import type { Counting } from './effective.ts';
import { firstPassing, type Guns, gunsOf } from './gun.ts';
import { handTimes } from './hand-times.ts';
import { reactionsOf } from './reactions.ts';
import type { Roster } from './roster.ts';
import { type Ruling, rulingsOf } from './rulings.ts';
import type { PhotoOrder } from './sprints.ts';
import { isClosed, lastOfKind } from './status.ts';
import { type Window, windowsOf } from './window.ts';

/** The one line that every loop of the track counts as, where teams pass lines on both straights. */
export interface SharedLine {
  readonly id: string;
  readonly loops: ReadonlySet<string>;
}

export interface Terms {
  readonly event: MeetEvent;
  readonly roster: Roster;
  readonly attempt: Attempt;
  /** How far each source's clock is ahead of the race's. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly guns: Guns;
  readonly course: Course;
  readonly line: SharedLine | undefined;
  /** Undefined where entries are single skaters. */
  readonly team: TeamRule | undefined;
  /** S10 */
  readonly timesValid: boolean;
  readonly rulings: ReadonlyMap<string, Ruling>;
  /** Photo orders by number of the sprint. */
  readonly photo: ReadonlyMap<number, PhotoOrder>;
  /** Whom the photo finish saw at the end, in disciplines where that is who has finished. */
  readonly placed: ReadonlySet<string>;
  readonly hands: ReadonlyMap<string, number>;
  readonly reactions: ReadonlyMap<string, number>;
  /** The race was shut in this attempt. */
  readonly closed: boolean;
}

interface Called {
  readonly offsets: ReadonlyMap<string, number>;
  readonly attempt: Attempt;
  readonly windows: readonly Window[];
}

/** The attempt by decisions and guns alone; remembered, as both keep their identity while only readings come. */
const calledBy = memo((decisions: readonly Fact[], starts: readonly FactOf<'start'>[]): Called => {
  const offsets = offsetsOf(decisions);
  const attempt = attemptOf({ starts, decisions }, offsets);
  return { offsets, attempt, windows: windowsOf(decisions, firstGunUs(attempt)) };
});

/** P6: the attempt as a passing started it; remembered, as the first passing is mostly the same. */
const startedAt = memo((attempt: Attempt, startUs: number, source: string): Attempt => {
  return { ...attempt, starts: new Map([[onlyGroup, { startUs, source, shots: [] }]]) };
});

function attemptIn({ readings }: Counting, { attempt, windows, offsets }: Called, event: MeetEvent): Attempt {
  const first =
    startsByPassing(event) && attempt.starts.size === 0 ? firstPassing(attempt, readings, windows, offsets) : undefined;
  return first === undefined ? attempt : startedAt(attempt, first.instantUs, first.reading.source);
}

/** Photo orders of this attempt, by sprint; of each the last word holds. */
function photoOrders(decisions: readonly Fact[], attempt: Attempt): Map<number, PhotoOrder> {
  const orders = new Map<number, PhotoOrder>();
  for (const fact of decisions) {
    if (fact.seq <= attempt.afterSeq) continue;
    if (fact.kind === 'sprint') orders.set(fact.sprint, fact.order);
    else if (fact.kind === 'finish') orders.set(finishOrder, fact.order);
  }
  return orders;
}

function lineOf(event: MeetEvent, { line }: Course): SharedLine | undefined {
  return line === undefined ? undefined : { id: line, loops: new Set(event.track.loops.map(({ id }) => id)) };
}

const settled = memo(
  (
    decisions: readonly Fact[],
    { offsets, windows }: Called,
    attempt: Attempt,
    event: MeetEvent,
    roster: Roster,
  ): Terms => {
    const length = lastOfKind(decisions, 'length');
    const course = courseOf(event, length?.laps);
    const photo = photoOrders(decisions, attempt);
    return {
      event,
      roster,
      attempt,
      offsets,
      guns: gunsOf(attempt, roster),
      course,
      line: lineOf(event, course),
      team: teamRuleOf(event, course),
      timesValid: length?.timesValid !== false,
      rulings: rulingsOf(decisions, roster, rulingRules(event)),
      photo,
      placed: new Set(ridesInGroups(event) ? photo.get(finishOrder)?.flat() : []),
      hands: handTimes(decisions, attempt),
      reactions: reactionsOf(decisions, attempt),
      closed: isClosed(decisions, attempt, windows),
    };
  },
);

/** The same terms while nothing was decided, no gun fired and nobody put on the start list. */
export function termsOf(counting: Counting, event: MeetEvent, roster: Roster): Terms {
  const { decisions, starts } = counting;
  const called = calledBy(decisions, starts);
  return settled(decisions, called, attemptIn(counting, called, event), event, roster);
}
