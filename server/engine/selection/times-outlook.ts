// Who has one of the lowest sums of times whatever is skated yet, and who in no case. Exact, rulings aside: a time to come
// may be anything, and nobody's depends on another's.
import type { Outlook } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Distance } from './distance.ts';
import type { BestOfDoc } from './points.ts';
import { timeForTicket } from './verdict.ts';

interface Sums {
  /** Below every sum he may come to, where he has a time to come, else his sum; infinite where he cannot have one. */
  readonly lowUs: number;
  readonly isOpen: boolean;
  /** The most his sum can be; infinite while a time that he needs is to come. */
  readonly highUs: number;
}

function lowest(times: readonly number[], count: number): number {
  if (times.length < count) return Infinity;
  return times
    .toSorted((a, b) => a - b)
    .slice(0, count)
    .reduce((sum, timeUs) => sum + timeUs, 0);
}

function sumsOf({ best }: BestOfDoc, distances: readonly Distance[], person: string): Sums {
  const low: number[] = [];
  const high: number[] = [];
  let isOpen = false;
  for (const { ranked, movers, improves } of distances) {
    const timeUs = ranked.find((placed) => placed.person === person)?.timeUs;
    const moves = movers.includes(person);
    if (moves) isOpen = true;
    if (moves) low.push(0);
    else if (timeUs !== undefined) low.push(truncateUs(timeUs, 3));
    if (timeUs !== undefined && (improves || !moves)) high.push(truncateUs(timeUs, 3));
  }
  return { lowUs: lowest(low, best), highUs: lowest(high, best), isOpen };
}

/** Somebody may come to less than this, or to as much, which the federation decides (T5). */
function mayReach({ lowUs, isOpen }: Sums, sumUs: number): boolean {
  return lowUs < sumUs || (!isOpen && lowUs === sumUs && lowUs < Infinity);
}

function isSurelyAhead({ highUs }: Sums, mine: Sums): boolean {
  return mine.isOpen ? highUs <= mine.lowUs && highUs < Infinity : highUs < mine.lowUs;
}

export function timesOutlooks(
  doc: BestOfDoc,
  distances: readonly Distance[],
  all: ReadonlySet<string>,
): ReadonlyMap<string, Outlook> {
  const sums = new Map([...all].map((person) => [person, sumsOf(doc, distances, person)]));
  const outlooks = new Map<string, Outlook>();
  for (const [person, mine] of sums) {
    const others = [...sums].filter(([other]) => other !== person).map(([, other]) => other);
    const maybe = others.filter((other) => mayReach(other, mine.highUs)).length;
    const surely = others.filter((other) => isSurelyAhead(other, mine)).length;
    if (mine.lowUs === Infinity || surely >= doc.quota) outlooks.set(person, { state: 'out' });
    else if (maybe < doc.quota) outlooks.set(person, { state: 'in' });
    else outlooks.set(person, openOutlook(doc, distances, person, others));
  }
  return outlooks;
}

/** Where one time is all he lacks: what it must be under so that too few of the others can be as low. */
function openOutlook(doc: BestOfDoc, distances: readonly Distance[], person: string, others: readonly Sums[]): Outlook {
  const rivalUs = others.map(({ lowUs }) => lowUs).sort((a, b) => a - b)[doc.quota - 1] ?? Infinity;
  const needs = distances.flatMap((distance) => {
    if (!distance.movers.includes(person)) return [];
    const without = distances.filter((other) => other !== distance);
    const rest = sumsOf({ ...doc, best: doc.best - 1 }, without, person).highUs;
    const enoughUs = rivalUs - rest;
    return Number.isSafeInteger(enoughUs) && enoughUs > 0 ? [timeForTicket(distance, enoughUs)] : [];
  });
  return { state: 'open', ...(needs.length > 0 && { needs }) };
}
