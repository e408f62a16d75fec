// A mass start, or a heat of short track, on the ice as a contest: what has been decided, and what everybody on the way can still win.
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn, isThrough } from '../race/racers.ts';
import type { SprintResult } from '../race/sprints.ts';
import type { Contest, Done, Racing } from './contest.ts';

/** A sprint as far as it has come. */
interface Stand {
  /** Places nobody loses any more, first first, rulings and the photo finish aside. */
  readonly taken: readonly string[];
  readonly left: readonly number[];
}

/** P4a: who is only held in a place has not taken it, and whoever stands behind him may move up. */
function standOf({ course, entrants, laps }: Race, { state, order, lap, finish, points }: SprintResult): Stand {
  const all = order.flat();
  const point = course.points.findIndex((one) => one.lap === lap);
  const held = all.findIndex((entry) => {
    const racer = entrants.get(entry)?.racer;
    return state !== 'confirmed' && racer?.placed === false && racer.measured[point] === undefined;
  });
  if (held !== -1) return { taken: all.slice(0, held), left: points.slice(held) };
  // M3: once the leader is round again nobody can win anything there.
  const isClosed = !finish && (state === 'provisional' || laps.leader > lap);
  return { taken: all, left: isClosed ? [] : points.slice(all.length) };
}

/** First on the ice first: who is over the line, up to the first who may still be put before another of them. */
function overTheLine(entrants: readonly Entrant[]): readonly Entrant[] {
  const order = entrants.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const last = order.findIndex(({ racer }) => !isThrough(racer));
  return last === -1 ? order : order.slice(0, last);
}

/** Points won at places that he cannot lose any more. */
function decided({ racer, points }: Entrant, stands: readonly Stand[]): number {
  return stands.reduce((sum, { taken }, index) => {
    return sum + (taken.includes(racer.entry) ? (points?.won[index] ?? 0) : 0);
  }, 0);
}

/** N1: the tables are those of the race; undefined where a worse place at the finish would give more points. */
export function contestOf(race: Race, places: number): Contest | undefined {
  const { sprints, entrants } = race;
  const before = sprints.slice(0, -1);
  const atFinish = sprints.at(-1)?.points ?? [];
  if (atFinish.some((value, i) => value > (atFinish[i - 1] ?? value))) return undefined;
  const stands = sprints.map((sprint) => standOf(race, sprint));
  const open = stands.slice(0, -1).flatMap((stand, index) => (stand.left.length > 0 ? [{ ...stand, index }] : []));
  const inRace = [...entrants.values()].filter(({ racer }) => isIn(racer));
  // By start list, so that who passes whom on the ice leaves the contest as it was.
  inRace.sort((a, b) => a.racer.competitor.order - b.racer.competitor.order);
  const over = new Set(overTheLine(inRace));
  const done = [...over].map((entrant): Done => {
    return { entry: entrant.racer.entry, total: entrant.points?.total ?? 0, rank: entrant.rank ?? 0 };
  });
  const racing = inRace
    .filter((entrant) => !over.has(entrant))
    .map((entrant): Racing => {
      const { entry, ruling, overdue, gone } = entrant.racer;
      return {
        entry,
        points: decided(entrant, stands),
        pointless: ruling.lapped,
        doubtful: overdue || gone || entrant.gap?.lapped === true,
        taken: open.flatMap(({ taken }, index) => (taken.includes(entry) ? [index] : [])),
      };
    });
  return {
    places,
    done,
    racing,
    sprints: open.map(({ left, index }) => ({ lap: before[index]?.lap ?? 0, points: left })),
    finish: stands.at(-1)?.left ?? [],
  };
}
