// The log of a board (F24): the decisive moments of a race as codes and values, what a commentator would want said. Each
// follows from the facts that count, so that what a correction makes untrue is gone; a patch adds, and seldom takes away.
import type { Board, Moment } from '../../../shared/board.ts';
import type { Fact } from '../../../shared/facts.ts';
import { isTimed, ridesInGroups } from '../disciplines/registry.ts';
import type { EventView } from '../event/view.ts';
import type { Race, RaceState } from '../race/race-state.ts';
import { attacksOf } from './attacks.ts';
import { bellOf, wrongBellsOf } from './bell.ts';
import { bestsOf } from './bests.ts';
import { contactOf } from './contact.ts';
import { correctionsOf, type Told } from './corrections.ts';
import { decidedIn } from './decided.ts';
import { finishesOf, marksOf, ticketsOf } from './finishes.ts';
import { leadersOf } from './leaders.ts';
import type { Said } from './moment.ts';
import { onTheWay, type Picture, picturesOf } from './pictures.ts';
import { sprintsOf, winnerOf } from './sprints.ts';

/** The log is for screens, not for the record: this many of the newest moments are kept, some 5 kB of a board. */
export const momentsMax = 40;

function inGroups(race: Race, pictures: readonly Picture[]): Said[] {
  const { event, entrants } = race;
  const { story, groupGapUs } = event.rules;
  const neutralLaps = event.kind === 'massStart' ? event.rules.neutralLaps : 0;
  const rules = { ...story, groupGapUs, neutralLaps, starters: entrants.size };
  const laps = onTheWay(pictures, race.course.laps);
  const sprints = race.sprints.map(({ lap }) => lap);
  return [...attacksOf(laps, rules), ...contactOf(laps, rules), ...leadersOf(laps, story.minLaps, sprints)];
}

/** Against each other in lanes: a lead at any split counts, if both were sent off by the same gun. */
function inLanes({ event, attempt, course }: Race, pictures: readonly Picture[]): Said[] {
  const onCourse = pictures.filter(({ point }) => point !== course.points.at(-1));
  return attempt.starts.size > 1 ? [] : leadersOf(onCourse, event.rules.story.minLaps);
}

/** What a race tells by itself, without its event. `decisions` are those of now, also where a signature froze the race. */
export function toldBy(told: Told, decisions: readonly Fact[]): readonly Said[] {
  const { race } = told;
  const pictures = picturesOf(race);
  const grouped = ridesInGroups(race.event);
  return [
    ...decidedIn(race, decisions),
    ...wrongBellsOf(race, decisions),
    ...correctionsOf(told),
    ...bellOf(race, pictures),
    ...sprintsOf(race, pictures),
    ...(grouped ? [...inGroups(race, pictures), ...winnerOf(race, pictures)] : inLanes(race, pictures)),
  ];
}

/** What a race tells as one of its event. */
function toldByEvent(race: Race, view: EventView, rows: Board['rows']): readonly Said[] {
  const won = [...marksOf(race, rows), ...ticketsOf(race, rows)];
  if (!isTimed(race.event)) return won;
  return [...bestsOf(race, view, picturesOf(race)), ...finishesOf(race, view), ...won];
}

function byInstant([a, { at }]: Said, [b, { at: other }]: Said): number {
  return at - other || (a < b ? -1 : 1);
}

/** The newest moments of a race by id, each at the instant it happened or was decided. */
export function storyOf({ shown, told }: RaceState, view: EventView, rows: Board['rows']): Record<string, Moment> {
  const all = [...told, ...toldByEvent(shown, view, rows)].sort(byInstant);
  return Object.fromEntries(all.slice(-momentsMax));
}
