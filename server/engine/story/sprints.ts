// Sprints and the first over the line (F24, M14): who, for how many points, how far ahead of whom, and what the picture changed.
import type { Race } from '../race/race-state.ts';
import type { PhotoOrder, SprintResult } from '../race/sprints.ts';
import { type Said, said } from './moment.ts';
import type { Crosser, Picture } from './pictures.ts';

/** Names and margin of the first two; a margin that the loops have the other way round is none. */
function margin(first: Crosser, second: Crosser | undefined): { second?: string; marginUs?: number } {
  if (second === undefined) return {};
  const marginUs = second.timeUs - first.timeUs;
  return { second: second.name, ...(marginUs >= 0 && { marginUs }) };
}

/** A place that the picture gave to another than the loops, the first one, of those that have points. */
function reordered(
  order: PhotoOrder,
  { crossers }: Picture,
  places: number,
): [place: number, loops: Crosser, photo: string] | undefined {
  const counted = order.flat();
  const loops = crossers.filter(({ entry }) => counted.includes(entry));
  for (let place = 0; place < Math.min(places, counted.length); place += 1) {
    const [seen, named] = [loops[place], counted[place]];
    const shared = order.some((tier) => tier.includes(named ?? '') && tier.includes(seen?.entry ?? ''));
    if (seen !== undefined && named !== undefined && seen.entry !== named && !shared) return [place + 1, seen, named];
  }
  return undefined;
}

function ofSprint(
  { number, lap, finish, state, order, points }: SprintResult,
  picture: Picture,
  { entrants }: Race,
): Said[] {
  const [winners, more] = order;
  const at = (entry: string | undefined) => picture.crossers.find((crosser) => crosser.entry === entry);
  const first = at(winners?.[0]);
  if (state === 'ahead' || winners === undefined || first === undefined) return [];
  const values = {
    sprint: number,
    lap,
    name: first.name,
    points: points[0] ?? 0,
    confirmed: state === 'confirmed',
    ...margin(first, at(winners[1] ?? more?.[0])),
    ...(finish && { timeUs: first.timeUs }),
  };
  const told = [said(`sprint-${number}`, first.instantUs, finish ? 'won' : 'sprintWon', values, winners)];
  const changed = state === 'confirmed' ? reordered(order, picture, points.length) : undefined;
  if (changed !== undefined) {
    const [place, loops, photo] = changed;
    const name = entrants.get(photo)?.racer.competitor.name ?? photo;
    const moved = { sprint: number, lap, place, name, before: loops.name, cause: 'photo' };
    told.push(said(`reordered-${number}`, loops.instantUs, 'reordered', moved, [photo, loops.entry]));
  }
  return told;
}

/** The sprints of a mass start, the finish among them. */
export function sprintsOf(race: Race, pictures: readonly Picture[]): Said[] {
  return race.sprints.flatMap((sprint) => {
    const picture = pictures.find(({ point }) => point.lap === sprint.lap);
    return picture === undefined ? [] : ofSprint(sprint, picture, race);
  });
}

/** The first over the line of a race that has no sprints and is decided by who is first. */
export function winnerOf({ course, sprints, entrants }: Race, pictures: readonly Picture[]): Said[] {
  const last = pictures.at(-1);
  if (sprints.length > 0 || last === undefined || last.point !== course.points.at(-1)) return [];
  const inRace = last.crossers.filter(({ entry }) => entrants.get(entry)?.position !== undefined);
  const place = ({ entry }: Crosser) => entrants.get(entry)?.position ?? 0;
  const [first, second] = inRace.sort((a, b) => place(a) - place(b));
  if (first === undefined || place(first) !== 1) return [];
  const values = { name: first.name, timeUs: first.timeUs, ...margin(first, second) };
  return [said('won', first.instantUs, 'won', values, [first.entry])];
}
