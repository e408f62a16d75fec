// What is certain of one rider in a contest: the worst and the best that the others can still make of it. Everybody who
// is on the way is taken to finish, in any order; rulings aside, nothing else is assumed. Contests are trimmed.

import type { Contest, Done, Effort, Racing } from './contest.ts';
import { canCover, type Hunter, type Prize } from './cover.ts';
import { canBeSpread, type Taker } from './spread.ts';

/** Something a rider wins at a sprint: by its index, and how much. */
export interface Won {
  readonly sprint: number;
  readonly points: number;
}

/** The contest as one rider sees it. */
interface View {
  readonly total: number;
  /** Others who are ahead of him whatever happens, of those who are done. */
  readonly ahead: number;
  readonly others: readonly Racing[];
  readonly prizes: readonly Prize[];
}

function barredOf({ taken }: Racing): number {
  return taken.reduce((mask, sprint) => mask | (1 << sprint), 0);
}

function mayWin(sprint: number): (rider: Racing) => boolean {
  return ({ taken }) => !taken.includes(sprint);
}

/** Only what somebody can still win, largest first: of more places than riders the last ones stay empty. */
export function trimmed(contest: Contest): Contest {
  const { racing, sprints, finish } = contest;
  const left = sprints.map(({ lap, points }, sprint) => {
    const taken = points.slice(0, racing.filter(mayWin(sprint)).length);
    return { lap, points: taken.filter((value) => value > 0).sort((a, b) => b - a) };
  });
  return { ...contest, sprints: left, finish: finish.slice(0, racing.length).filter((value) => value > 0) };
}

/** What is left of the places for the others where he wins `own` of them, or nothing. */
function less(places: readonly number[], own: number | undefined): readonly number[] {
  if (own === undefined) return places;
  const at = places.indexOf(own);
  return at === -1 ? places : places.toSpliced(at, 1);
}

/** Who is done stays ahead where he has more, or as much and the better time; on the way nobody has. */
function doneAhead({ done }: Contest, total: number, me: Done | undefined): number {
  return done.filter((other) => {
    if (other === me) return false;
    if (other.total !== total) return other.total > total;
    return me === undefined || other.rank < me.rank;
  }).length;
}

/**
 * He finishes `place`th of those on the way, from 0, and wins `won` and elsewhere as little as he can. Every total is
 * doubled, and who finishes before him has 1 more: with as many points he is ahead.
 */
function worst(contest: Contest, me: Racing, place: number, won: Won | undefined): View {
  const { racing, sprints, finish } = contest;
  const others = racing.filter((rider) => rider !== me);
  let points = me.points + (finish[place] ?? 0);
  const prizes = sprints.map(({ points: places }, index): Prize => {
    const isForced = mayWin(index)(me) && places.length > others.filter(mayWin(index)).length;
    const own = won?.sprint === index ? won.points : isForced ? places.at(-1) : undefined;
    points += own ?? 0;
    return less(places, own).map((value) => 2 * value);
  });
  const atFinish: number[] = [];
  for (let theirs = 0; theirs < racing.length && (theirs < place || theirs < finish.length); theirs += 1) {
    if (theirs !== place) atFinish.push(2 * (finish[theirs] ?? 0) + (theirs < place ? 1 : 0));
  }
  const total = me.pointless || me.doubtful ? 0 : points;
  return { total: 2 * total, ahead: doneAhead(contest, total, undefined), others, prizes: [...prizes, atFinish] };
}

/** The others who are on the way can bring `count` of them ahead of the doubled total. */
function canPass({ total, others, prizes }: View, count: number, effort: Effort): boolean {
  const hunters: Hunter[] = [];
  let ahead = 0;
  let pointless = 0;
  for (const rider of others) {
    const missing = total + 1 - 2 * rider.points;
    if (rider.pointless) pointless += total === 0 ? 1 : 0;
    else if (missing <= 0) ahead += 1;
    else hunters.push({ missing, barred: barredOf(rider) });
  }
  // Who has no points whatever he wins can be ahead of nobody but of another without any, by finishing before him.
  const atFinish = prizes.at(-1) ?? [];
  const before = atFinish.filter((value) => value % 2 === 1).sort((a, b) => a - b);
  for (let used = 0; used <= Math.min(pointless, before.length); used += 1) {
    const finish = before.slice(0, used).reduce((left, value) => less(left, value), atFinish);
    if (canCover(hunters, count - ahead - used, [...prizes.slice(0, -1), finish], effort)) return true;
  }
  return false;
}

/** Whether he is in for certain if he finishes there (of those on the way, from 0), with `won` or no more points than he must. */
export function isSafeAt(contest: Contest, me: Racing, place: number, won: Won | undefined, effort: Effort): boolean {
  const view = worst(contest, me, place, won);
  return !canPass(view, contest.places - view.ahead, effort);
}

function bestOf(contest: Contest, me: Racing): View {
  const { racing, sprints, finish } = contest;
  let points = me.points + (finish[0] ?? 0);
  const prizes = sprints.map(({ points: places }, index): Prize => {
    const own = mayWin(index)(me) ? places[0] : undefined;
    points += own ?? 0;
    return less(places, own);
  });
  const others = racing.filter((rider) => rider !== me);
  const total = me.pointless ? 0 : points;
  const ahead = doneAhead(contest, total, undefined);
  return { total, ahead, others, prizes: [...prizes, finish.slice(1)] };
}

/** The others can win all there is without more than `count` of them coming ahead of the total. */
function canStayBehind({ total, others, prizes }: View, count: number, effort: Effort): boolean {
  const sinks: number[] = [];
  const takers: Taker[] = [];
  let ahead = 0;
  for (const rider of others) {
    const barred = barredOf(rider);
    const room = total - rider.points;
    const isCounted = !rider.pointless && !rider.doubtful;
    if (isCounted && room >= 0) takers.push({ room, barred });
    else sinks.push(barred);
    if (isCounted && room < 0) ahead += 1;
  }
  return ahead <= count && canBeSpread(takers, count - ahead, sinks, prizes, effort);
}

/** Whether there is any way left for him to be in. */
export function canBeIn(contest: Contest, me: Racing, effort: Effort): boolean {
  const view = bestOf(contest, me);
  return canStayBehind(view, contest.places - 1 - view.ahead, effort);
}

/** Of one who has finished: whether those on the way can still put him out, and whether they can leave him in. */
export function afterFinish(contest: Contest, me: Done, effort: Effort): 'in' | 'out' | 'open' {
  const { racing, sprints, finish, places } = contest;
  const ahead = doneAhead(contest, me.total, me);
  const prizes = [...sprints.map(({ points }) => points), finish];
  const doubled = {
    total: 2 * me.total,
    ahead,
    others: racing,
    prizes: prizes.map((prize) => prize.map((v) => 2 * v)),
  };
  if (!canPass(doubled, places - ahead, effort)) return 'in';
  return canStayBehind({ total: me.total, ahead, others: racing, prizes }, places - 1 - ahead, effort) ? 'open' : 'out';
}
