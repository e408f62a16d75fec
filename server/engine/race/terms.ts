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
import { sameMap } from '../reuse.ts';
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

/** What readings are taken in by. */
export interface Basis {
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
  readonly rulings: ReadonlyMap<string, Ruling>;
}

export interface Terms {
  /** Keeps its identity through every decision that leaves it as it was. */
  readonly basis: Basis;
  /** S10 */
  readonly timesValid: boolean;
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

const basisBy = memo(
  (decisions: readonly Fact[], { offsets }: Called, attempt: Attempt, event: MeetEvent, roster: Roster): Basis => {
    const course = courseOf(event, lastOfKind(decisions, 'length')?.laps);
    return {
      event,
      roster,
      attempt,
      offsets,
      guns: gunsOf(attempt, roster),
      course,
      line: lineOf(event, course),
      team: teamRuleOf(event, course),
      rulings: rulingsOf(decisions, roster, rulingRules(event)),
    };
  },
);

function isSameAttempt(a: Attempt, b: Attempt): boolean {
  const isAfter = a.number === b.number && a.afterUs === b.afterUs && a.afterSeq === b.afterSeq;
  return isAfter && a.cleared === b.cleared && sameMap(a.starts, b.starts);
}

/** The basis of before where the newest decision left it as it was: guns, lines and teams follow from the rest. */
const keptBasis = memo((basis: Basis, before: Basis | undefined): Basis => {
  const isSame =
    before !== undefined &&
    before.event === basis.event &&
    before.roster === basis.roster &&
    before.course === basis.course &&
    isSameAttempt(before.attempt, basis.attempt) &&
    sameMap(before.offsets, basis.offsets) &&
    sameMap(before.rulings, basis.rulings);
  return isSame ? before : basis;
});

const settled = memo((decisions: readonly Fact[], { windows }: Called, basis: Basis): Terms => {
  const { event, attempt } = basis;
  const photo = photoOrders(decisions, attempt);
  return {
    basis,
    timesValid: lastOfKind(decisions, 'length')?.timesValid !== false,
    photo,
    placed: new Set(ridesInGroups(event) ? photo.get(finishOrder)?.flat() : []),
    hands: handTimes(decisions, attempt),
    reactions: reactionsOf(decisions, attempt),
    closed: isClosed(decisions, attempt, windows),
  };
});

/** The same terms while nothing was decided, no gun fired and nobody put on the start list. */
export function termsOf(counting: Counting, event: MeetEvent, roster: Roster, before: Terms | undefined): Terms {
  const { decisions, starts } = counting;
  const called = calledBy(decisions, starts);
  const basis = basisBy(decisions, called, attemptIn(counting, called, event), event, roster);
  return settled(decisions, called, keptBasis(basis, before?.basis));
}
