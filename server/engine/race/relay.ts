// Which crossings of a relay team are the race's (P7, S8): its skaters take turns, and those who wait are read too and
// never count. Of all ways through the crossings the one that races on most evenly is taken.
import { type Course, fastestUs } from '../disciplines/course.ts';
import type { Crossing } from './crossings.ts';
import { agreeUs } from './presented.ts';
import { paceOf, type Timed } from './relay-pace.ts';
import type { Skater } from './teams.ts';

interface Candidate extends Timed {
  readonly crossing: Crossing;
}

/** A way through the crossings up to one of them. */
interface Way {
  readonly at: Candidate;
  readonly before: Way | undefined;
  readonly score: number;
  /** Laps that were seen. */
  readonly laps: number;
  /** Who raced, the latest first, each once. */
  readonly raced: readonly number[];
}

/** What a crossing is worth that comes exactly when it is due; a way with fewer of them has less of the race. */
const due = 6;
/** As a share of a lap: this far off the beat costs 1, twice as far 4, and nothing costs more than `lost`. */
const offBeat = 0.06;
const offBeatAtStart = 0.2;
const lost = 12;
/** Costs of a lap that nobody saw, and of each who takes over: who has rested longest is next, anybody else is unlikely. */
const unseen = 3;
const takesOver = { inTurn: 0.3, outOfTurn: 1.5 };
/** Two crossings at the pace of the race by one skater are racing: who waits goes slower. */
const racesOn = 2;
/** A reading that names the team as such always wins. */
const named = 100;
/** No lap is shorter than this share of the pace. */
const shortestShare = 0.6;
/** Ways are looked for from crossings up to so many laps back, the best so many to each. */
const lapsBack = 3.5;
const waysKept = 3;
/** P7: what is worth nearly as much as what was taken might as well be it. */
const doubtful = 1;

interface Relay {
  readonly course: Course;
  readonly startUs: number;
  readonly riders: number;
  /** When the first point of the loop is due, and how many points there are. */
  readonly firstUs: number;
  readonly points: number;
  readonly pace: (atUs: number) => number;
}

function worthOfLaps(shareOff: number, off: number, missed: number): number {
  return due - Math.min(lost, (shareOff / off) ** 2) - unseen * missed;
}

/** What it is worth that `rider` is the one who races after those who `raced`; `evenly` from 0 to 1 goes on at the pace of the race. */
function worthOfRider(rider: number | undefined, raced: readonly number[], evenly: number, { riders }: Relay): number {
  if (rider === undefined) return named;
  if (raced.length === 0) return 0;
  const place = raced.indexOf(rider);
  if (place === 0) return evenly * racesOn;
  const isNext = place === -1 || (place === raced.length - 1 && raced.length === riders);
  return -(isNext ? takesOver.inTurn : takesOver.outOfTurn);
}

function racedAfter(rider: number | undefined, raced: readonly number[]): readonly number[] {
  if (rider === undefined || raced[0] === rider) return raced;
  return [rider, ...raced.filter((other) => other !== rider)];
}

function first(at: Candidate, relay: Relay): Way {
  const lapUs = relay.pace(at.atUs);
  const late = at.atUs - relay.startUs - relay.firstUs;
  const missed = Math.max(0, Math.round(late / lapUs));
  const worth = worthOfLaps((late - missed * lapUs) / lapUs, offBeatAtStart, missed);
  const score = worth + worthOfRider(at.rider, [], 0, relay);
  return { at, before: undefined, score, laps: 1, raced: racedAfter(at.rider, []) };
}

/** The way that goes on to `at`; undefined where that is too soon or the race is over. */
function onward(way: Way, at: Candidate, relay: Relay): Way | undefined {
  const sinceUs = at.atUs - way.at.atUs;
  const lapUs = relay.pace((at.atUs + way.at.atUs) / 2);
  if (way.laps >= relay.points || sinceUs < shortestShare * lapUs) return undefined;
  const laps = Math.max(1, Math.round(sinceUs / lapUs));
  const shareOff = (sinceUs - laps * lapUs) / lapUs;
  const worth = worthOfLaps(shareOff, offBeat, laps - 1);
  const evenly = laps > 1 ? 0 : Math.max(0, 1 - Math.abs(shareOff) / offBeat);
  const rider = worthOfRider(at.rider, way.raced, evenly, relay);
  return {
    at,
    before: way,
    score: way.score + worth + rider,
    laps: way.laps + 1,
    raced: racedAfter(at.rider, way.raced),
  };
}

function better(a: Way, b: Way): number {
  return b.score - a.score;
}

/** The best way through `candidates`, which are in order of time. */
function bestWay(candidates: readonly Candidate[], relay: Relay): Way | undefined {
  const ways: (readonly Way[])[] = [];
  let best: Way | undefined;
  let from = 0;
  for (const [index, at] of candidates.entries()) {
    const reachUs = lapsBack * relay.pace(at.atUs);
    while (at.atUs - (candidates[from] as Candidate).atUs > reachUs) from += 1;
    const here = ways.slice(from, index).flatMap((earlier) => earlier.map((way) => onward(way, at, relay)));
    // After a fall the race goes on, however late.
    if (best !== undefined && at.atUs - best.at.atUs > reachUs) here.push(onward(best, at, relay));
    const found = [first(at, relay), ...here].filter((way) => way !== undefined).sort(better);
    const kept = found.slice(0, waysKept);
    ways.push(kept);
    const top = kept[0];
    if (top !== undefined && (best === undefined || top.score > best.score)) best = top;
  }
  return best;
}

/** What two steps of a way are worth if `at` stood between `before` and `after`; undefined where it cannot. */
function worthBetween(before: Way | undefined, at: Candidate, after: Way | undefined, relay: Relay) {
  const here = before === undefined ? first(at, relay) : onward(before, at, relay);
  if (here === undefined || after === undefined) return here?.score;
  return onward(here, after.at, relay)?.score;
}

/** P7: another's crossing would have been as plausible. */
function isDoubtful(way: Way, after: Way | undefined, candidates: readonly Candidate[], relay: Relay): boolean {
  const { at, before } = way;
  if (at.rider === undefined) return false;
  const mine = worthBetween(before, at, after, relay) ?? way.score;
  return candidates.some((other) => {
    if (other.rider === at.rider || Math.abs(other.atUs - at.atUs) <= agreeUs) return false;
    const theirs = worthBetween(before, other, after, relay);
    return theirs !== undefined && mine - theirs < doubtful;
  });
}

function chosen(candidates: readonly Candidate[], relay: Relay): Crossing[] {
  const crossings: Crossing[] = [];
  let after: Way | undefined;
  for (let way = bestWay(candidates, relay); way !== undefined; way = way.before) {
    const { crossing, atUs } = way.at;
    const lapUs = relay.pace(atUs);
    const near = candidates.filter((other) => Math.abs(other.atUs - atUs) < lapUs);
    crossings.push(isDoubtful(way, after, near, relay) ? { ...crossing, doubtful: true } : crossing);
    after = way;
  }
  return crossings.reverse();
}

/**
 * The crossings of a team that count, in order of time, given those that name the team as such (`own`) and those of each
 * of its skaters. Of a loop passed once a lap one crossing a lap; one that another could as well have been is doubtful.
 */
export function relayCrossings(
  own: readonly Crossing[],
  members: ReadonlyMap<Skater, readonly Crossing[]>,
  { course, startUs }: { readonly course: Course; readonly startUs: number },
): readonly Crossing[] {
  if (members.size === 0) return own;
  const riders = [...members.values()];
  const candidates = [own, ...riders].flatMap((crossings, index) =>
    crossings.map((crossing): Candidate => {
      return { crossing, atUs: crossing.presented.instantUs, rider: index === 0 ? undefined : index };
    }),
  );
  candidates.sort((a, b) => a.atUs - b.atUs || (a.rider ?? 0) - (b.rider ?? 0));
  const counting = [...new Set(course.points.map(({ loop }) => loop))].flatMap((loop) => {
    const points = course.points.filter((point) => point.loop === loop);
    const there = candidates.filter(({ crossing }) => crossing.loop === loop);
    const relay: Relay = {
      course,
      startUs,
      riders: riders.length,
      firstUs: Math.round(1.15 * fastestUs(points[0]?.metres ?? 0)),
      points: points.length,
      pace: paceOf(there, course),
    };
    return chosen(there, relay);
  });
  return counting.sort((a, b) => a.presented.instantUs - b.presented.instantUs);
}
