// The disciplines there are. To add one: its rules in shared/meet.ts, its file beside this one, its line here.
import type { MeetEvent } from '../../../shared/event.ts';
import { memo } from '../memo.ts';
import type { RulingRules } from '../race/rulings.ts';
import {
  type Course,
  courseOfCrossings,
  courseOfDistance,
  courseOfHalfLaps,
  courseOfLaps,
  isLinedOnBothStraights,
  lapIn,
} from './course.ts';
import type { DisciplineInput, Outcome } from './discipline.ts';
import { massStart } from './mass-start.ts';
import { pairs } from './pairs.ts';
import { shortTrack } from './short-track.ts';

function made(event: MeetEvent, laps: number | undefined): Course {
  switch (event.kind) {
    case 'massStart':
      return courseOfLaps(laps ?? event.rules.laps, event.track);
    case 'mixedRelay':
      return isLinedOnBothStraights(event.track)
        ? courseOfHalfLaps(event.distance, event.track)
        : courseOfDistance(event.distance, event.track);
    case 'pairs':
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
export function isTimed({ kind }: Pick<MeetEvent, 'kind'>): boolean {
  return kind !== 'massStart' && kind !== 'shortTrack';
}

/** T1: digits of an official time. */
export function digitsOf(event: MeetEvent): 2 | 3 {
  return event.kind === 'shortTrack' ? 3 : 2;
}

/** S7: a lap is so short that a fall costs one or more, so that a long gap is no proof of laps nobody saw. */
export function fallsCostLaps(event: MeetEvent): boolean {
  return event.kind === 'shortTrack';
}

/**
 * How a team's crossings follow from its skaters': at each point that of the how-manieth of them, or that of whoever's
 * turn it is, where they take turns (P7).
 */
export type TeamRule = { readonly counts: (point: number) => number } | 'turns';

/**
 * P2: how soon a crossing cannot be another one. Who has left a team sprint turns round behind the line and is read again
 * sooner than anybody skates half a lap.
 */
export function guardOf(event: MeetEvent, { fastestLapUs }: Course): number {
  const { guardUs } = event.rules;
  return event.kind === 'teamSprint' ? Math.max(guardUs, Math.round(0.9 * fastestLapUs)) : guardUs;
}

/** Undefined where entries are single skaters. */
export function teamRuleOf(event: MeetEvent, course: Course): TeamRule | undefined {
  switch (event.kind) {
    case 'teamPursuit':
      return { counts: () => event.rules.counts };
    case 'teamSprint':
      // L9: one leaves after each lap, so on the last lap one is left.
      return { counts: (point) => Math.max(1, course.laps + 1 - lapIn(course, point)) };
    case 'mixedRelay':
      return 'turns';
    case 'shortTrack':
      return event.rules.relay ? 'turns' : undefined;
    default:
      return undefined;
  }
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
