// What the race step hands on: everything about one race that follows from its own facts.
import type { Basis, Group, RaceStatus, Revision } from '../../../shared/board.ts';
import type { MeetEvent } from '../../../shared/event.ts';
import type { Fact, FactOf } from '../../../shared/facts.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import type { Course } from '../disciplines/course.ts';
import type { Said } from '../story/moment.ts';
import type { Attempt } from './attempt.ts';
import type { Gap } from './gaps.ts';
import type { Racer } from './racers.ts';
import type { Roster } from './roster.ts';
import type { SprintResult } from './sprints.ts';
import type { Stop } from './stops.ts';

/** One entry as its race sees it. */
export interface Entrant {
  readonly racer: Racer;
  /** Order on the ice, of those who race. */
  readonly position?: number;
  /** P1a: so near to a neighbour, and seen by another kind of reading, that who is ahead is an estimate. */
  readonly uncertain: boolean;
  /** Order in the classification of this race. */
  readonly rank?: number;
  /** Where the row stands. */
  readonly order: number;
  readonly gap?: Gap;
  readonly group?: number;
  /** Points by sprint and the total that counts, where the discipline has points. */
  readonly points?: { readonly won: readonly number[]; readonly total: number };
  /** S7: on the ice when the referee ended the race: has finished without a time. */
  readonly cutShort?: true;
  /** Final time, where the course is complete or a hand time stands for it; who is ruled out has none (L7). */
  readonly result?: { readonly timeUs: number; readonly basis: Basis };
}

/** A race as computed from a set of facts. */
export interface Race {
  readonly doc: RaceDoc;
  readonly event: MeetEvent;
  readonly course: Course;
  readonly attempt: Attempt;
  readonly status: RaceStatus;
  /** By start group. */
  readonly stops: ReadonlyMap<string, Stop>;
  readonly laps: { readonly total: number; readonly leader: number; readonly toGo: number };
  readonly entrants: ReadonlyMap<string, Entrant>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly sprints: readonly SprintResult[];
  readonly decisions: readonly Fact[];
  /** Transponders read in this race that nobody known wears. */
  readonly unknown: readonly string[];
  /** S10 */
  readonly timesValid: boolean;
}

/** What a signature froze. */
export interface SignedRace {
  readonly fact: FactOf<'official'>;
  /** Of the facts it was made from. */
  readonly hash: string;
  readonly facts: readonly Fact[];
  readonly roster: Roster;
  readonly race: Race;
}

/** A race as shown: frozen where it is official. */
export interface RaceState {
  /** With every fact there is. */
  readonly now: Race;
  readonly shown: Race;
  readonly signed?: SignedRace;
  readonly revision?: Revision;
  /** What it tells by itself, in no order. */
  readonly told: readonly Said[];
}
