// What a discipline is: how its course is made, and how entrants, groups and sprints follow from who has come how far.
import type { Group } from '../../../shared/board.ts';
import type { Entrant } from '../race/race-state.ts';
import type { Racer } from '../race/racers.ts';
import type { PhotoOrder, SprintResult } from '../race/sprints.ts';
import type { Course } from './course.ts';

export interface DisciplineInput {
  readonly course: Course;
  readonly racers: ReadonlyMap<string, Racer>;
  /** Photo orders by number of the sprint; the finish under {@link finishOrder}. */
  readonly photo: ReadonlyMap<number, PhotoOrder>;
  /** The race is over for everybody: its window was shut, or it was signed. */
  readonly closed: boolean;
}

/** Sprints count from 1, so the order of a `finish` fact has a number of its own. */
export const finishOrder = 0;

export interface Outcome {
  readonly entrants: ReadonlyMap<string, Entrant>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly sprints: readonly SprintResult[];
  /** First on the ice. */
  readonly leader: Racer | undefined;
  /** Nobody is expected any more. */
  readonly ended: boolean;
}
