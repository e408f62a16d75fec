// The disciplines there are. To add one: its rules in shared/meet.ts, its file beside this one, its line here.
import type { MeetEvent } from '../../../shared/meet.ts';
import { memo } from '../memo.ts';
import { type Course, courseOfDistance, courseOfLaps } from './course.ts';
import type { DisciplineInput, Outcome } from './discipline.ts';
import { massStart } from './mass-start.ts';
import { pairs } from './pairs.ts';

/** The course of a race of `event`; `laps` is the length decided during the race, where it was. */
export const courseOf = memo((event: MeetEvent, laps: number | undefined): Course => {
  switch (event.kind) {
    case 'massStart':
      return courseOfLaps(laps ?? event.rules.laps, event.track);
    case 'pairs':
      return courseOfDistance(event.distance, event.track);
  }
});

export function outcomeOf(event: MeetEvent, input: DisciplineInput): Outcome {
  switch (event.kind) {
    case 'massStart':
      return massStart(event.rules, input);
    case 'pairs':
      return pairs(input);
  }
}

/** Skaters who start together and ride in groups can be missed by the others (P4a); in lanes nobody can. */
export function ridesInGroups(event: MeetEvent): boolean {
  return event.kind === 'massStart';
}

/** P6: the first passing starts the clock where no gun does. */
export function startsByPassing(event: MeetEvent): boolean {
  return event.kind === 'massStart' && event.rules.startBy === 'firstPassing';
}
