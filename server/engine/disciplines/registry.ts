// The disciplines there are. To add one: its rules in shared/meet.ts, its file beside this one, its line here.
import type { MeetEvent } from '../../../shared/event.ts';
import { memo } from '../memo.ts';
import type { RulingRules } from '../race/rulings.ts';
import { type Course, courseOfCrossings, courseOfDistance, courseOfHalfLaps, courseOfLaps } from './course.ts';
import type { DisciplineInput, Outcome } from './discipline.ts';
import { massStart } from './mass-start.ts';
import { pairs } from './pairs.ts';
import { shortTrack } from './short-track.ts';

function made(event: MeetEvent, laps: number | undefined): Course {
  switch (event.kind) {
    case 'massStart':
      return courseOfLaps(laps ?? event.rules.laps, event.track);
    case 'pairs':
    case 'mixedRelay':
      return courseOfDistance(event.distance, event.track);
    case 'shortTrack':
      return courseOfCrossings(event.distance, event.track, laps);
    case 'teamPursuit':
    case 'teamSprint':
      return courseOfHalfLaps(event.distance, event.track);
  }
}

const coursesOf = memo((_event: MeetEvent) => new Map<number | undefined, Course>());

/** The course of a race of `event`; `laps` is the length decided during the race, where it was. */
export function courseOf(event: MeetEvent, laps: number | undefined): Course {
  const known = coursesOf(event);
  const course = known.get(laps) ?? made(event, laps);
  known.set(laps, course);
  return course;
}

export function outcomeOf(event: MeetEvent, input: DisciplineInput): Outcome {
  switch (event.kind) {
    case 'massStart':
      return massStart(event.rules, input);
    case 'pairs':
    case 'teamPursuit':
    case 'teamSprint':
    case 'mixedRelay':
      return pairs(input);
    case 'shortTrack':
      return shortTrack(event.rules, input);
  }
}

/** Ranked by time over all races of the event; the others by who is ahead in a race. */
export function isTimed(event: MeetEvent): boolean {
  return event.kind !== 'massStart' && event.kind !== 'shortTrack';
}

/** T1: digits of an official time. */
export function digitsOf(event: MeetEvent): 2 | 3 {
  return event.kind === 'shortTrack' ? 3 : 2;
}

/** S7: a lap is so short that a fall costs one or more, so that a long gap is no proof of laps nobody saw. */
export function fallsCostLaps(event: MeetEvent): boolean {
  return event.kind === 'shortTrack';
}

/** L9: how many of a team must have crossed before the team has; undefined where entries are single skaters. */
export function skatersThatCount(event: MeetEvent): number | undefined {
  return event.kind === 'teamPursuit' ? event.rules.counts : undefined;
}

/** Skaters who start together and ride in groups can be missed by the others (P4a); in lanes nobody can. */
export function ridesInGroups(event: MeetEvent): boolean {
  return !isTimed(event);
}

/** P6: the first passing starts the clock where no gun does. */
export function startsByPassing(event: MeetEvent): boolean {
  return event.kind === 'massStart' && event.rules.startBy === 'firstPassing';
}

/**
 * L5, S5, S6: what a false start too many costs, and a card. In short track both are a penalty (PEN) with no code;
 * elsewhere who causes a false start is disqualified, and the sheet prints T04.
 */
export function rulingRules(event: MeetEvent): RulingRules {
  const free = event.rules.falseStarts;
  return event.kind === 'shortTrack'
    ? { falseStarts: { free, status: 'PEN' }, cardsPenalise: true }
    : { falseStarts: { free, status: 'DQ', code: 'T04' }, cardsPenalise: false };
}
