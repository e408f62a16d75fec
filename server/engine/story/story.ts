// The log of a board (F24): the decisive moments of a race as codes and values, what a commentator would want said. Each
// follows from the facts that count, so that what a correction makes untrue is gone; a patch adds, and seldom takes away.
import type { Board, Moment } from '../../../shared/board.ts';
import type { MeetEvent } from '../../../shared/event.ts';
import type { Fact } from '../../../shared/facts.ts';
import { same } from '../../../shared/patch.ts';
import type { Course } from '../disciplines/course.ts';
import { sprintsOf as pointsOf } from '../disciplines/mass-start-scales.ts';
import { isTimed, ridesInGroups } from '../disciplines/registry.ts';
import type { EventView } from '../event/view.ts';
import { memo } from '../memo.ts';
import type { Race, RaceState } from '../race/race-state.ts';
import { kept } from '../reuse.ts';
import { type AttackRules, attacksOf } from './attacks.ts';
import { bellOf, wrongBellsOf } from './bell.ts';
import { bestsOf } from './bests.ts';
import { type ContactRules, contactOf } from './contact.ts';
import { correctionsOf, type Told } from './corrections.ts';
import { decidedIn } from './decided.ts';
import { finishesOf, marksOf, ticketsOf } from './finishes.ts';
import { type LeaderRules, leadersOf } from './leaders.ts';
import type { Said } from './moment.ts';
import { onTheWay, type Picture, picturesOf } from './pictures.ts';
import { sprintsOf, winnerOf } from './sprints.ts';

/** The log is for screens, not for the record: this many of the newest moments are kept, some 5 kB of a board. */
export const momentsMax = 40;

interface Rules extends AttackRules, ContactRules, LeaderRules {}

/** Remembered, so that what was told by the same rules need not be told again. */
const rulesOf = memo((event: MeetEvent, starters: number, course: Course): Rules => {
  const { story, groupGapUs } = event.rules;
  const massStart = event.kind === 'massStart' ? event.rules : undefined;
  const elsewhere = massStart === undefined ? [] : pointsOf(massStart, course.laps).map(({ lap }) => lap);
  return { ...story, groupGapUs, neutralLaps: massStart?.neutralLaps ?? 0, starters, elsewhere };
});

function inGroups(race: Race, pictures: readonly Picture[]): Said[] {
  const { event, entrants, course } = race;
  const rules = rulesOf(event, entrants.size, course);
  const laps = onTheWay(pictures, course.laps);
  return [...attacksOf(laps, rules), ...contactOf(laps, rules), ...leadersOf(laps, rules), ...winnerOf(race, pictures)];
}

/** Against each other in lanes: a lead at any split counts, if both were sent off by the same gun. */
function inLanes({ event, attempt, course, entrants }: Race, pictures: readonly Picture[]): readonly Said[] {
  const onCourse = pictures.filter(({ point }) => point !== course.points.at(-1));
  return attempt.starts.size > 1 ? [] : leadersOf(onCourse, rulesOf(event, entrants.size, course));
}

/** Those of `before` where they say the same. */
function keptSaid(before: readonly Said[] | undefined, told: readonly Said[]): readonly Said[] {
  if (before === undefined) return told;
  const known = new Map(before.map((one) => [one[0], one]));
  const all = told.map((one) => {
    const was = known.get(one[0]);
    return was !== undefined && same(was[1], one[1]) ? was : one;
  });
  return kept(before, all);
}

/**
 * What a race tells by itself, without its event. `decisions` are those of now, also where a signature froze the race.
 * `before` lends what is told as it was.
 */
export function toldBy(told: Told, decisions: readonly Fact[], before?: readonly Said[]): readonly Said[] {
  const { race } = told;
  const pictures = picturesOf(race);
  return keptSaid(before, [
    ...decidedIn(decisions, race.attempt),
    ...wrongBellsOf(race, decisions),
    ...correctionsOf(told),
    ...bellOf(race, pictures),
    ...sprintsOf(race, pictures),
    ...(ridesInGroups(race.event) ? inGroups(race, pictures) : inLanes(race, pictures)),
  ]);
}

const nothing: readonly Said[] = [];

/** What a race tells as one of its event. */
function toldByEvent(race: Race, view: EventView, rows: Board['rows']): readonly Said[] {
  const won = [...marksOf(race, rows), ...ticketsOf(race, rows)];
  const all = isTimed(race.event) ? [...bestsOf(race, view, picturesOf(race)), ...finishesOf(race, view), ...won] : won;
  return all.length === 0 ? nothing : all;
}

function byInstant([a, { at }]: Said, [b, { at: other }]: Said): number {
  return at - other || (a < b ? -1 : 1);
}

/** Remembered: while nobody finishes the event adds nothing, and most facts tell nothing. */
const newest = memo((told: readonly Said[], byEvent: readonly Said[]): Record<string, Moment> => {
  return Object.fromEntries([...told, ...byEvent].sort(byInstant).slice(-momentsMax));
});

/** The newest moments of a race by id, each at the instant it happened or was decided. */
export function storyOf({ shown, told }: RaceState, view: EventView, rows: Board['rows']): Record<string, Moment> {
  return newest(told, toldByEvent(shown, view, rows));
}
