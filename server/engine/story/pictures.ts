// Who came by each point of the course, and when: what the race looked like there, however much has happened since.
import type { Point } from '../disciplines/course.ts';
import type { Passage } from '../race/passages.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import type { Racer } from '../race/racers.ts';

export interface Crosser {
  readonly entry: string;
  readonly name: string;
  /** Since the gun. */
  readonly timeUs: number;
  readonly instantUs: number;
}

/** One point of the course; what nobody measured is not in it. */
export interface Picture {
  readonly point: Point;
  /** First across first. */
  readonly crossers: readonly Crosser[];
}

/** A passage and whose it is: both keep their identity while nothing of them changes. */
interface Seen {
  readonly passage: Passage;
  readonly racer: Racer['competitor'];
}

interface Remembered {
  readonly point: Point;
  readonly seen: ReadonlyMap<string, Seen>;
  readonly picture: Picture;
}

type Entrants = Race['entrants'];

function passageAt({ racer: { measured } }: Entrant, index: number): Passage | undefined {
  const passage = measured[index];
  return passage?.estimate === 'missed' ? undefined : passage;
}

function seenAt(entrants: Entrants, index: number): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const [entry, entrant] of entrants) {
    const passage = passageAt(entrant, index);
    if (passage !== undefined) seen.set(entry, { passage, racer: entrant.racer.competitor });
  }
  return seen;
}

/** Whether a picture shows exactly what is there now; asked of every picture at every fact, so it makes nothing. */
function isSame({ seen }: Remembered, entrants: Entrants, index: number): boolean {
  let count = 0;
  for (const [entry, entrant] of entrants) {
    const passage = passageAt(entrant, index);
    if (passage === undefined) continue;
    const was = seen.get(entry);
    if (was?.passage !== passage || was.racer !== entrant.racer.competitor) return false;
    count += 1;
  }
  return count === seen.size;
}

/** Who was there at the same microsecond stands as on the start list. */
function pictureOf(point: Point, seen: ReadonlyMap<string, Seen>): Picture {
  const sorted = [...seen.values()].sort(
    (a, b) => a.passage.timeUs - b.passage.timeUs || a.racer.order - b.racer.order,
  );
  return {
    point,
    crossers: sorted.map(({ passage: { timeUs, instantUs }, racer: { entry, name } }) => {
      return { entry, name, timeUs, instantUs };
    }),
  };
}

/** By race document, with which they die: most facts add somebody to one picture and leave the others. */
const albums = new WeakMap<object, readonly (Remembered | undefined)[]>();

function pageOf(
  known: Remembered | undefined,
  point: Point,
  entrants: Entrants,
  index: number,
): Remembered | undefined {
  if (known?.point === point && isSame(known, entrants, index)) return known;
  const seen = seenAt(entrants, index);
  return seen.size === 0 ? undefined : { point, seen, picture: pictureOf(point, seen) };
}

/** The pictures of the points that anybody has passed, in the order of the course. */
export function picturesOf({ doc, course, entrants }: Race): readonly Picture[] {
  const before = albums.get(doc) ?? [];
  const album = course.points.map((point, index) => pageOf(before[index], point, entrants, index));
  albums.set(doc, album);
  return album.flatMap((page) => (page === undefined ? [] : [page.picture]));
}

/** Those at which a lap ends, the last one aside: there the race is decided, and what is told there is the finish. */
export function onTheWay(pictures: readonly Picture[], laps: number): readonly Picture[] {
  return pictures.filter(({ point: { lap } }) => lap !== undefined && lap < laps);
}
