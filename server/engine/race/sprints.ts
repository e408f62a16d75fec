// Sprint points as they stand and confirmed (M2, M3, M14): who crossed the sprint line first on the leader's lap.
import type { Sprint } from '../../../shared/board.ts';
import type { Course } from '../disciplines/course.ts';
import type { SprintRule } from '../disciplines/mass-start-scales.ts';
import type { Racer } from './racers.ts';

/** A photo-finish order, best first; an inner list is a dead heat. */
export type PhotoOrder = readonly (readonly string[])[];

export interface SprintResult extends SprintRule {
  readonly number: number;
  readonly state: Sprint['state'];
  readonly order: PhotoOrder;
}

/** M7: whoever is disqualified leaves the order and all behind move up; who did not finish keeps what he won. */
function counts({ ruling }: Racer): boolean {
  return ruling.status !== 'DQ' && ruling.status !== 'DNS';
}

/** Entries by their crossing of `point`, if that was before the leader ended the next lap (M3). */
function crossers(racers: readonly Racer[], point: number, perLap: number): { entry: string; timeUs: number }[] {
  let nextLapUs = Number.POSITIVE_INFINITY;
  for (const { passages } of racers) nextLapUs = Math.min(nextLapUs, passages[point + perLap]?.timeUs ?? nextLapUs);
  const there: { entry: string; timeUs: number }[] = [];
  for (const { entry, passages } of racers) {
    const timeUs = passages[point]?.timeUs;
    if (timeUs !== undefined && timeUs < nextLapUs) there.push({ entry, timeUs });
  }
  return there.sort((a, b) => a.timeUs - b.timeUs);
}

/** The photo order first, then those the photo does not name, as the loops saw them. */
function merged(photo: PhotoOrder, loops: readonly { entry: string }[], racers: readonly Racer[]): PhotoOrder {
  const known = new Set(racers.map(({ entry }) => entry));
  const named = new Set(photo.flat());
  const tiers = photo.map((tier) => tier.filter((entry) => known.has(entry))).filter((tier) => tier.length > 0);
  return [...tiers, ...loops.filter(({ entry }) => !named.has(entry)).map(({ entry }) => [entry])];
}

function resultOf(
  rule: SprintRule,
  number: number,
  racers: readonly Racer[],
  course: Course,
  photo: PhotoOrder | undefined,
): SprintResult {
  const point = course.points.findIndex(({ lap }) => lap === rule.lap);
  const loops = crossers(racers, point, course.perLap);
  if (loops.length === 0 && photo === undefined) return { ...rule, number, state: 'ahead', order: [] };
  const places = rule.points.length;
  const over = racers.some(({ passages }) => passages.length > point + course.perLap);
  const all = photo === undefined ? loops.map(({ entry }) => [entry]) : merged(photo, loops, racers);
  const order = all.slice(0, tiersFor(all, places));
  const inOrder = new Set(order.flat());
  // P4a: who is held in a place has not taken it yet.
  const waiting = racers.some(({ entry, measured }) => measured[point] === undefined && inOrder.has(entry));
  const open = waiting || (loops.length < places && !over);
  const seen = loops.length === 0 ? 'ahead' : open ? 'open' : 'provisional';
  return { ...rule, number, state: photo === undefined ? seen : 'confirmed', order };
}

/** How many tiers it takes to fill `places` places. */
function tiersFor(order: PhotoOrder, places: number): number {
  let filled = 0;
  let tiers = 0;
  for (const tier of order) {
    if (filled >= places) break;
    filled += tier.length;
    tiers += 1;
  }
  return tiers;
}

/** The sprints of a race; `photo` by number of the sprint, the finish being the last. */
export function sprintResults(
  rules: readonly SprintRule[],
  all: ReadonlyMap<string, Racer>,
  course: Course,
  photo: ReadonlyMap<number, PhotoOrder>,
): readonly SprintResult[] {
  const racers = [...all.values()].filter(counts);
  return rules.map((rule, index) => resultOf(rule, index + 1, racers, course, photo.get(index + 1)));
}

/** Points won, by entry: one number a sprint, in order of the sprints. In a dead heat each gets those of the shared place. */
export function pointsWon(results: readonly SprintResult[]): ReadonlyMap<string, readonly number[]> {
  const won = new Map<string, number[]>();
  for (const [index, { order, points }] of results.entries()) {
    let place = 0;
    for (const tier of order) {
      for (const entry of tier) {
        const row = won.get(entry) ?? results.map(() => 0);
        row[index] = points[place] ?? 0;
        won.set(entry, row);
      }
      place += tier.length;
    }
  }
  return won;
}
