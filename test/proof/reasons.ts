// Why a published value is not ours: each reason is checked against the stream, none is written down by hand.

import { fastestUs } from '../../server/engine/disciplines/course.ts';
import type { Board } from '../../shared/board.ts';
import type { Finding } from './compare.ts';
import type { Follower } from './follower.ts';
import type { ShownLap } from './published.ts';

/** What was published so far. */
export interface Known {
  readonly shown: ShownLap[];
  /** By distance, the first race of which anything was shown. */
  readonly firstHeard: Map<string, string>;
  /** `<line>` of what was published and we have shown to be wrong. */
  readonly dismissed: Set<number>;
}

type Split = Board['rows'][string]['splits'][string];
type Reason = Pick<Finding, 'verdict' | 'why'>;

const explained = (why: string): Reason => ({ verdict: 'explained', why });
/** P2a. */
const firstGuardShare = 0.6;

/** The newest published time of every starter of the distance at this point, ourselves aside. */
function othersAt(lap: ShownLap, shown: readonly ShownLap[]): ShownLap[] {
  const newest = new Map<string, ShownLap>();
  for (const one of shown) {
    const isOther = one.entry !== lap.entry && one.distance === lap.distance && one.point === lap.point;
    if (isOther && one.line <= lap.line) newest.set(one.entry, one);
  }
  return [...newest.values()];
}

function rankAmong(timeUs: number, others: readonly number[]): number {
  return 1 + others.filter((other) => other < timeUs).length;
}

const hundredth = 10_000;
const cut = (us: number) => Math.trunc(us / hundredth);

/** Why only the rank is another. */
function rankReason(lap: ShownLap, split: Split, follower: Follower, known: Known): Reason | undefined {
  const others = othersAt(lap, known.shown);
  const right = others.filter(({ line }) => !known.dismissed.has(line)).map(({ timeUs }) => timeUs);
  const wrong = others.find(({ line }) => known.dismissed.has(line));
  if (wrong !== undefined && rankAmong(lap.timeUs, right) === split.rank) {
    return explained(`follows from line ${wrong.line}, whose time the published rank still counts`);
  }
  const all = others.map(({ timeUs }) => timeUs);
  const best = 1 + all.filter((other) => cut(other) < cut(lap.timeUs)).length;
  const worst = 1 + all.filter((other) => cut(other) <= cut(lap.timeUs)).length;
  if (split.rank !== undefined && split.rank >= best && split.rank <= worst && lap.rank >= best && lap.rank <= worst) {
    return { verdict: 'tied', why: 'T3: equal in hundredths with another' };
  }
  const first = known.firstHeard.get(lap.distance) ?? lap.race;
  const number = Number(first.split('.').at(-1));
  if (rankAmong(lap.timeUs, right) === split.rank && lap.rank > split.rank && number > 1) {
    return explained(
      `L3: what was skated before the recording begins, at heat ${number}, is counted by the published rank`,
    );
  }
  return unshown(lap, split, follower, known);
}

/** L3: somebody of the same pair was there earlier, by a reading we have and the stream did not show yet. */
function unshown(lap: ShownLap, split: Split, follower: Follower, known: Known): Reason | undefined {
  const rows = Object.entries(follower.board(lap.race)?.rows ?? {});
  const seen = new Set(othersAt(lap, known.shown).map(({ entry }) => entry));
  const early = rows.filter(([entry, row]) => {
    const theirs = row.splits[lap.point];
    return entry !== lap.entry && !seen.has(entry) && theirs !== undefined && theirs.timeUs < split.timeUs;
  });
  if (early.length === 0 || lap.rank + early.length !== split.rank) return undefined;
  return explained(`L3: ${early.map(([, { name }]) => name).join(', ')} was there earlier, and was shown later`);
}

/** Why our split is not what was published. */
export function explain(lap: ShownLap, split: Split | undefined, follower: Follower, known: Known): Reason {
  const board = follower.board(lap.race);
  const row = board?.rows[lap.entry];
  if (lap.timeUs < firstGuardShare * fastestUs(Number(lap.point))) {
    known.dismissed.add(lap.line);
    return explained('P2a: nobody has skated so far in so short a time');
  }
  if (split === undefined && (row?.status === 'WDR' || row?.status === 'DNS')) {
    known.dismissed.add(lap.line);
    return explained(`P1a: a beam was credited to one who had been ruled ${row.status}`);
  }
  if (split === undefined) return { verdict: 'unexplained' };
  const sameTime = cut(lap.timeUs) === cut(split.timeUs) && lap.lapUs === split.lapUs;
  const reason = sameTime ? rankReason(lap, split, follower, known) : undefined;
  return reason ?? { verdict: 'unexplained' };
}
