// What somebody has from the runs of an event (L4): the best of them, or the sum of all.
import type { MeetEvent } from '../../../shared/event.ts';
import { betterOf, type Person, thousandths } from './people.ts';
import type { Counted } from './ranks.ts';
import type { Result } from './results.ts';

export interface RunRules {
  readonly runs: number;
  readonly count: 'best' | 'sum';
}

export function runRulesOf(event: MeetEvent): RunRules {
  return event.kind === 'pairs' ? { runs: event.rules.runs, count: event.rules.runsCount } : { runs: 1, count: 'best' };
}

/** Where somebody stands after the runs skated so far. */
export interface Tally extends Counted {
  readonly person: Person;
  /** The result to show: the one that counts, of a sum the newest. */
  readonly shown: Result;
  /** Since the gun, raw, of a sum of runs each cut off to the thousandth; absent where there is none. */
  readonly timeUs?: number;
  /** Has a rank: has a time, and of a sum lacks none that can come no more. */
  readonly isRanked: boolean;
}

/** The runs that nobody will skate any more. */
export function runsOver(byRace: readonly (readonly Result[])[]): ReadonlySet<number> {
  const [done, open] = [new Set<number>(), new Set<number>()];
  for (const { run, over } of byRace.flat()) (over ? done : open).add(run);
  for (const run of open) done.delete(run);
  return done;
}

function bestRun(person: Person): Tally {
  const [first, ...more] = person.runs.values();
  const shown = more.reduce(betterOf, first as Result);
  const value = thousandths(shown);
  return {
    person,
    shown,
    count: 1,
    value: value ?? 0,
    isRanked: value !== undefined,
    ...(shown.finish !== undefined && { timeUs: shown.finish.timeUs }),
  };
}

/** L4: the times of all runs cut off to the thousandth and added. */
function sumOfRuns(person: Person, runs: number, over: ReadonlySet<number>): Tally {
  const all = [...person.runs.values()];
  const timed = all.filter(({ finish }) => finish !== undefined);
  const value = timed.reduce((sum, result) => sum + (thousandths(result) ?? 0), 0);
  const failed = all.find((result) => result.finish === undefined && (result.status !== undefined || result.over));
  const left = Array.from({ length: runs }, (_, i) => i + 1).filter((run) => !person.runs.has(run));
  const isRanked = timed.length > 0 && failed === undefined && !left.some((run) => over.has(run));
  return {
    person,
    shown: failed ?? (timed.at(-1) as Result | undefined) ?? (all.at(-1) as Result),
    count: timed.length,
    value,
    isRanked,
    ...(isRanked && { timeUs: value }),
  };
}

export function tallyOf(person: Person, { runs, count }: RunRules, over: ReadonlySet<number>): Tally {
  return count === 'best' || runs === 1 ? bestRun(person) : sumOfRuns(person, runs, over);
}
