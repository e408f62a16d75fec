// Whether so many riders can all win enough: each takes at most one place of every prize and misses so many points.
import { type Barred, byBarred, someChoice } from './choices.ts';
import type { Effort } from './contest.ts';

export interface Hunter {
  /** At least 1. */
  readonly missing: number;
  readonly barred: Barred;
}

/** What a sprint or the finish still gives, each to another rider; positive, largest first. */
export type Prize = readonly number[];

/** Hunters who may win the same prizes, from the one who misses most. */
interface Pack {
  readonly barred: Barred;
  readonly missing: readonly number[];
}

function without(prize: Prize, value: number): Prize {
  const at = prize.indexOf(value);
  return at === -1 ? prize : prize.toSpliced(at, 1);
}

function mayWin({ barred, missing }: Pack, prize: number): boolean {
  return missing.length > 0 && (barred & (1 << prize)) === 0;
}

/** The pack without the one who misses most. */
function next(packs: readonly Pack[], index: number): readonly Pack[] {
  return packs.map((pack, i) => (i === index ? { ...pack, missing: pack.missing.slice(1) } : pack));
}

/** Too few points are left, or too few places: who misses more than the largest needs two of them, or three. */
function isHopeless(packs: readonly Pack[], prizes: readonly Prize[]): boolean {
  const hunters = packs.reduce((sum, { missing }) => sum + missing.length, 0);
  let [largest, places, points] = [0, 0, 0];
  for (const prize of prizes) {
    largest = Math.max(largest, prize[0] ?? 0);
    const used = Math.min(prize.length, hunters);
    places += used;
    for (let i = 0; i < used; i += 1) points += prize[i] ?? 0;
  }
  for (const { missing } of packs) {
    for (const value of missing) {
      points -= value;
      places -= largest === 0 ? 1 : Math.ceil(value / largest);
    }
  }
  return points < 0 || places < 0;
}

/** A prize whose best place is enough alone for everybody who may win it. */
function enoughAlone(packs: readonly Pack[], prizes: readonly Prize[]): number {
  return prizes.findIndex(([best], prize) => {
    if (best === undefined) return false;
    const able = packs.filter((pack) => mayWin(pack, prize));
    return able.length > 0 && able.every(({ missing }) => (missing[0] ?? 0) <= best);
  });
}

/** Every way in which `missing` is made up of one place of each prize at most, the last of them as small as can be. */
function waysOf(missing: number, barred: Barred, prizes: readonly Prize[]): (number | undefined)[][] {
  const ways: (number | undefined)[][] = [];
  const way: (number | undefined)[] = [];
  const look = (index: number, still: number): void => {
    if (still <= 0) {
      ways.push([...way]);
      return;
    }
    const prize = prizes[index];
    if (prize === undefined) return;
    if ((barred & (1 << index)) === 0) {
      const enough = prize.findLast((value) => value >= still);
      for (const [at, value] of prize.entries()) {
        if (value === prize[at - 1] || (enough !== undefined && value > enough)) continue;
        way[index] = value;
        look(index + 1, still - value);
      }
    }
    way[index] = undefined;
    look(index + 1, still);
    way.length = index;
  };
  look(0, missing);
  return ways;
}

/** The one who misses most of all, by every way in which he can have it. */
function byWays(packs: readonly Pack[], prizes: readonly Prize[], effort: Effort): boolean {
  let most = 0;
  for (const [index, { missing }] of packs.entries()) {
    if ((missing[0] ?? 0) > (packs[most]?.missing[0] ?? 0)) most = index;
  }
  const { barred, missing } = packs[most] as Pack;
  const others = next(packs, most);
  return waysOf(missing[0] ?? 0, barred, prizes).some((way) => {
    const left = prizes.map((prize, i) => (way[i] === undefined ? prize : without(prize, way[i])));
    return canAll(others, left, effort);
  });
}

/**
 * A place that is enough alone for whoever may win it is best used so, and by the one of his pack who misses most: who
 * had it can have what he would have needed.
 */
function canAll(packs: readonly Pack[], prizes: readonly Prize[], effort: Effort): boolean {
  if (packs.every(({ missing }) => missing.length === 0)) return true;
  if (isHopeless(packs, prizes)) return false;
  const alone = enoughAlone(packs, prizes);
  if (alone !== -1) {
    const left = prizes.with(alone, (prizes[alone] as Prize).slice(1));
    return packs.some((pack, index) => mayWin(pack, alone) && canAll(next(packs, index), left, effort));
  }
  const key = `${packs.map(({ barred, missing }) => `${barred}:${missing.join()}`).join(';')}|${prizes.join(';')}`;
  const known = effort.covered.get(key);
  if (known !== undefined) return known;
  effort.left -= 1;
  if (effort.left < 0) return true;
  const found = byWays(packs, prizes, effort);
  effort.covered.set(key, found);
  return found;
}

/** Whether `count` of the hunters can each win what they miss, all in the same race. */
export function canCover(hunters: readonly Hunter[], count: number, prizes: readonly Prize[], effort: Effort): boolean {
  if (count <= 0) return true;
  if (hunters.length < count) return false;
  const cheapest = hunters.toSorted((a, b) => a.missing - b.missing);
  return someChoice(byBarred(cheapest), count, (chosen) =>
    canAll(
      byBarred(chosen).map((pack) => ({
        barred: pack[0]?.barred ?? 0,
        missing: pack.map(({ missing }) => missing).sort((a, b) => b - a),
      })),
      prizes,
      effort,
    ),
  );
}
