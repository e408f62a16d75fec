// The published documents that the page with the proof counts: what they are, and which columns come out as they went in.
import type { Check } from '../golden/checks.ts';
import { countOf } from '../golden/checks.ts';

export interface Source {
  readonly title: string;
  readonly documents: string;
  /** Columns that the engine was given, as start list or ruling, and must hand on at the right line. */
  readonly given: readonly string[];
  /** How the document was skated again, in sentences. */
  readonly how: string;
}

export const sources = {
  thialf: {
    title: 'European Championships, Thialf, 12 January 2020',
    documents: 'recording',
    given: ['status', 'PB mark'],
    how: '',
  },
  massStart: {
    title: 'World Cup mass starts, November 2025',
    documents: 'sheets',
    given: ['name', 'nation', 'status', 'code', '(N)'],
    how: 'Skated again by two transponders each; sprints and finish by the photo finish. `time` with its bracketed thousandth.',
  },
  pairs: {
    title: 'World Cup pairs, quartets and pursuits, November 2025',
    documents: 'sheets',
    given: ['name', 'nation', 'pair', 'lane', 'status', 'code'],
    how: 'Skated again pair after pair, quartets with two guns, teams by their third skater, with digits behind the printed ones that must not show. `time` with its bracketed thousandth.',
  },
  heats: {
    title: 'Short track, men, 500 m, heats of 2012 to 2015',
    documents: 'heats',
    given: ['status'],
    how: 'Fed as crossings at the printed laps. Of 732 heats 11 have laps that do not add up to a time, as printed, and in 4 nobody skated; their ends are compared as rounds below.',
  },
  rounds: {
    title: 'Short track, men, 500 m, who goes on',
    documents: 'rounds',
    given: [],
    how: 'Every round from which some go on, by the usual configuration: two by place, the fastest thirds, and the referee, whose ADV is told as it is printed.',
  },
  competitions: {
    title: 'Short track, men, 500 m, finals and ranking',
    documents: 'competitions',
    given: [],
    how: 'Those of 27 competitions of which no sheet is missing. No sheet prints the ranking of the event: it is worked out from the sheets by S9. Finals listed nobody and were filled by the engine, but where one final is two races.',
  },
  semiFinals: {
    title: 'Olympic mass starts, semi-final 1 of Beijing 2022 and PyeongChang 2018',
    documents: 'semi-finals',
    given: ['name', 'nation'],
    how: 'Only totals were published: the intermediate sprints are one way in which they come about. The other semi-final is made up.',
  },
  splits: {
    title: '3000 m with splits, one skater over the years',
    documents: 'races',
    given: [],
    how: 'Fed as passings of the line with digits behind the printed ones.',
  },
  matrix: {
    title: 'Dutch trials 2021, matrix of the women',
    documents: 'matrix',
    given: [],
    how: 'All distances skated so that the places are the published ones; slot 2, which the federation gives, went to one who had a ticket.',
  },
  trials: {
    title: 'Dutch trials 2021, 500 m of the men, best of two runs',
    documents: 'classification',
    given: [],
    how: 'A rank as far as it was published; the best before, which makes the second run a personal best, is the first run.',
  },
  samalogs: {
    title: 'Samalogs over four distances',
    documents: 'examples',
    given: [],
    how: 'The points of each distance and their total.',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof sources;

export function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The line of a source in the table of all. */
export function summaryLine(
  id: SourceId,
  documents: number,
  checks: readonly Pick<Check, 'verdict' | 'column'>[],
): string {
  const verdicts = (['equal', 'explained', 'unexplained'] as const).map((verdict) => countOf(checks, verdict));
  return line([sources[id].title, `${documents} ${sources[id].documents}`, checks.length, ...verdicts]);
}
