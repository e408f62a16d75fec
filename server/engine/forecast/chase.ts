// What a race of a timed event is ridden against (N4): everybody of the event who is not in it, as far as they have come,
// and what those who are in it bring from other runs. Knows nobody on the ice.
import type { MeetEvent } from '../../../shared/event.ts';
import { fastestUs } from '../disciplines/course.ts';
import { type Person, peopleOf, thousandths } from '../event/people.ts';
import type { Result } from '../event/results.ts';
import { runRulesOf, runsOver } from '../event/runs.ts';
import { type Bounds, boundsOf, never, type Range } from './range.ts';

/** What somebody has of other runs than this one. */
interface Brought {
  /** His best time, or the sum of his times, in microseconds cut off to the thousandth; absent where there is none. */
  readonly value?: number;
  /** Runs besides this one that he may still skate. */
  readonly toCome: number;
  /** Of a sum he lacks a run for good. */
  readonly failed?: true;
}

export interface Chase {
  /** So many are in. */
  readonly places: number;
  /** The times of all runs are added (L4). */
  readonly isSum: boolean;
  /** Nobody skates the distance in less. */
  readonly fastest: number;
  readonly rivals: Bounds;
  /** What those stand at who are in as it stands, best first. */
  readonly standing: readonly { readonly value: number; readonly name: string }[];
  /** By entry of this race. */
  readonly brought: Readonly<Record<string, Brought>>;
}

type Rules = Pick<Chase, 'places' | 'isSum' | 'fastest'> & {
  readonly runs: number;
  /** Runs of which nothing is to come. */
  readonly over: ReadonlySet<number>;
};

/** A race that lists nobody yet may have so many: a quartet. */
const mostInRace = 4;

/** What somebody has and may still get of all runs but `except`. */
function broughtOf({ runs }: Person, rules: Rules, except: number | undefined): Brought {
  const all = Array.from({ length: rules.runs }, (_, i) => i + 1).filter((run) => run !== except);
  const values: number[] = [];
  let toCome = 0;
  for (const run of all) {
    const result = runs.get(run);
    const value = result && thousandths(result);
    if (value !== undefined) values.push(value);
    else if (result === undefined ? !rules.over.has(run) : result.status === undefined && !result.over) toCome += 1;
  }
  const value = rules.isSum ? values.reduce((sum, one) => sum + one, 0) : Math.min(...values);
  return {
    toCome,
    ...(values.length > 0 && { value }),
    ...(rules.isSum && values.length + toCome < all.length && { failed: true as const }),
  };
}

/**
 * Between what bounds somebody's value will be, given what he brings and the bounds of this run: of the best of several
 * runs none makes it worse, of a sum all are needed.
 */
export function rangeOf(brought: Brought, run: Range, { isSum, fastest }: Pick<Chase, 'isSum' | 'fastest'>): Range {
  const { value, toCome, failed } = brought;
  if (failed) return never;
  if (isSum) {
    const known = value ?? 0;
    const worst = toCome > 0 ? Number.POSITIVE_INFINITY : known + run.worst;
    return { best: known + run.best + toCome * fastest, worst };
  }
  const worst = Math.min(value ?? Number.POSITIVE_INFINITY, run.worst);
  return { best: Math.min(worst, run.best, toCome > 0 ? fastest : Number.POSITIVE_INFINITY), worst };
}

const nothingMore: Range = { best: 0, worst: 0 };

/** What each race of the event is ridden against, in their order; `byRace` are the results of each. */
export function chasesOf(event: MeetEvent, byRace: readonly (readonly Result[])[]): readonly Chase[] {
  const { runs, count } = runRulesOf(event);
  const isSum = runs > 1 && count === 'sum';
  const fastest = 'distance' in event ? fastestUs(event.distance) : 0;
  const rules: Rules = { places: event.medals, isSum, fastest, runs, over: runsOver(byRace) };
  const people = peopleOf(byRace).map((person) => {
    const has = broughtOf(person, rules, undefined);
    const isWhole = has.value !== undefined && !(isSum && (has.failed === true || has.toCome > 0));
    const name = person.results[0]?.competitor.name ?? '';
    const standing = isWhole ? { value: has.value ?? 0, name } : undefined;
    return { person, range: rangeOf(has, isSum ? nothingMore : never, rules), standing };
  });
  people.sort(
    (a, b) => (a.standing?.value ?? Number.POSITIVE_INFINITY) - (b.standing?.value ?? Number.POSITIVE_INFINITY),
  );
  const unlisted = byRace.filter((results) => results.length === 0).length * mostInRace;
  const unknown = Array.from({ length: unlisted }, () => ({ best: fastest, worst: Number.POSITIVE_INFINITY }));
  return byRace.map((own): Chase => {
    const entries = new Map(own.map(({ person, competitor }) => [person, competitor.entry]));
    const rivals = people.filter(({ person }) => !entries.has(person.person));
    const mine = people.flatMap(({ person }): [string, Brought][] => {
      const entry = entries.get(person.person);
      return entry === undefined ? [] : [[entry, broughtOf(person, rules, own[0]?.run)]];
    });
    return {
      places: rules.places,
      isSum,
      fastest,
      rivals: boundsOf([...rivals.map(({ range }) => range), ...unknown], rules.places),
      standing: rivals.flatMap(({ standing }) => standing ?? []).slice(0, rules.places),
      brought: Object.fromEntries(mine),
    };
  });
}
