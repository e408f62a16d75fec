// Everybody of an event with all their results, run by run; of two in the same run the better one counts (L6).
import { truncateUs } from '../../../shared/format-time.ts';
import type { Result } from './results.ts';

export interface Person {
  /** `<race>:<entry>` of the first race they are in: it stays, whichever of their results counts. */
  readonly key: string;
  readonly person: string;
  /** In order of the programme. */
  readonly results: readonly Result[];
  /** By run, in order of the runs: the one that counts. */
  readonly runs: ReadonlyMap<number, Result>;
}

/** T4: what ranks a time. */
export function thousandths({ finish }: Result): number | undefined {
  return finish && truncateUs(finish.timeUs, 3);
}

/** L6: a time is better than none, whatever was ruled elsewhere; of two without a time the later in the programme holds. */
export function betterOf(a: Result, b: Result): Result {
  const [first, second] = [thousandths(a), thousandths(b)];
  if (second === undefined) return first === undefined ? b : a;
  return first === undefined || second < first ? b : a;
}

function runsOf(results: readonly Result[]): ReadonlyMap<number, Result> {
  const runs = new Map<number, Result>();
  for (const result of results.toSorted((a, b) => a.run - b.run)) {
    const known = runs.get(result.run);
    runs.set(result.run, known === undefined ? result : betterOf(known, result));
  }
  return runs;
}

/** In order of the programme; `byRace` are the results of each race. */
export function peopleOf(byRace: readonly (readonly Result[])[]): readonly Person[] {
  const all = new Map<string, Result[]>();
  for (const result of byRace.flat()) {
    const known = all.get(result.person);
    if (known === undefined) all.set(result.person, [result]);
    else known.push(result);
  }
  return [...all].map(([person, results]) => {
    const [{ race, competitor }] = results as [Result];
    return { key: `${race}:${competitor.entry}`, person, results, runs: runsOf(results) };
  });
}
