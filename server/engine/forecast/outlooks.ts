// Every rider's outlook in a contest: in or out for certain, or the least that is enough. Riders who are alike have the
// same one, so it is looked for once.
import type { Outlook, Says } from '../../../shared/board.ts';
import { afterFinish, canBeIn, isSafeAt, trimmed, type Won } from './certainty.ts';
import type { Contest, Effort, Racing } from './contest.ts';

export interface Outlooks {
  readonly byEntry: ReadonlyMap<string, Outlook>;
  /** Whoever finishes there or better is in, whatever he has won; absent where no place is enough or every one is. */
  readonly safeFrom?: number;
}

/** At most so many ways are told, the simplest first. */
const needsMax = 3;

/** Steps of search for all riders together: a few milliseconds. */
const searchMax = 4000;

/** The last place among those on the way, from 0, that is enough; -1 where even the first is not. Worse places are never better. */
function lastSafe(contest: Contest, me: Racing, won: Won | undefined, effort: Effort, from = -1): number {
  // Mostly the next one is none, and that is one question instead of four.
  if (from + 1 >= contest.racing.length || !isSafeAt(contest, me, from + 1, won, effort)) return from;
  let safe = from + 1;
  let unsafe = contest.racing.length;
  while (unsafe - safe > 1) {
    const middle = (safe + unsafe) >> 1;
    if (isSafeAt(contest, me, middle, won, effort)) safe = middle;
    else unsafe = middle;
  }
  return safe;
}

/** The next sprint at which he may win something. */
function nextSprint({ sprints }: Contest, { taken, pointless }: Racing): number {
  if (pointless) return -1;
  return sprints.findIndex(({ points }, index) => !taken.includes(index) && points.length > 0);
}

/** N2: what at the next sprint is enough by itself, or with a worse place at the finish than would be enough without. */
function bySprint(contest: Contest, me: Racing, without: number, effort: Effort): Says[] {
  const sprint = nextSprint(contest, me);
  const { lap, points } = contest.sprints[sprint] ?? { lap: 0, points: [] };
  const last = contest.racing.length - 1;
  const ways: Says[] = [];
  let best = without;
  for (const value of [...new Set(points)].reverse()) {
    const place = lastSafe(contest, me, { sprint, points: value }, effort, best);
    if (place === best) continue;
    best = place;
    const isEnough = place === last;
    const finish = isEnough ? {} : { place: contest.done.length + place + 1 };
    ways.push({ code: 'sprintPoints', values: { points: value, lap, ...finish } });
    if (isEnough) break;
  }
  // The most points first: they leave the most room at the finish.
  return ways.reverse();
}

interface Found {
  readonly outlook: Outlook;
  readonly safe: number;
}

/** `from`: a place that is enough for one who has fewer points, and else is like him. */
function outlookOf(contest: Contest, me: Racing, from: number, effort: Effort): Found {
  const safe = lastSafe(contest, me, undefined, effort, from);
  if (safe === contest.racing.length - 1) return { outlook: { state: 'in' }, safe };
  if (safe === -1 && !canBeIn(contest, me, effort)) return { outlook: { state: 'out' }, safe };
  const byFinish = safe === -1 ? [] : [{ code: 'finishPlace', values: { place: contest.done.length + safe + 1 } }];
  const needs = [...byFinish, ...bySprint(contest, me, safe, effort)].slice(0, needsMax);
  return { outlook: needs.length === 0 ? { state: 'open' } : { state: 'open', needs }, safe };
}

/** What is certain, and what is enough, of everybody in the contest. */
export function outlooksOf(whole: Contest): Outlooks {
  const contest = trimmed(whole);
  const effort = { left: searchMax, covered: new Map<string, boolean>() };
  const byEntry = new Map<string, Outlook>();
  const alike = new Map<string, Found>();
  const poorer = new Map<string, number>();
  let worst = contest.racing.length - 1;
  for (const me of contest.racing.toSorted((a, b) => a.points - b.points)) {
    const type = `${me.pointless} ${me.doubtful} ${me.taken.join()}`;
    const kind = `${me.points} ${type}`;
    const known = alike.get(kind) ?? outlookOf(contest, me, poorer.get(type) ?? -1, effort);
    alike.set(kind, known);
    poorer.set(type, known.safe);
    byEntry.set(me.entry, known.outlook);
    if (!me.pointless && !me.doubtful) worst = Math.min(worst, known.safe);
  }
  for (const me of contest.done) byEntry.set(me.entry, { state: afterFinish(contest, me, effort) });
  const isCut = worst >= 0 && worst < contest.racing.length - 1;
  return { byEntry, ...(isCut && { safeFrom: contest.done.length + worst + 1 }) };
}
