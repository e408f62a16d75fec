// What lies beside the checkout of distances that count together: examples of samalogs, and the 500 m of the trials of 2021 in
// two runs. They are not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printedTime } from '../../server/demo/sheet.ts';
import { formatTime } from '../../shared/format-time.ts';
import { type Distances, listed, ridden } from '../engine/distances.ts';
import { type Check, compareLines, type SheetLine } from './checks.ts';

const file = fileURLToPath(new URL('../../../shared/data/other/web-extracts.json', import.meta.url));

interface Example {
  readonly skater: string;
  readonly times: Readonly<Record<string, string>>;
  readonly points?: readonly number[];
  /** Of these cells the source rounded some that the rules cut off. */
  readonly points_printed?: readonly number[];
  readonly total: number;
}

interface TrialRow {
  readonly rank?: number;
  readonly name: string;
  readonly run1?: string;
  readonly run2?: string | null;
  readonly best?: string;
  readonly pb?: boolean;
}

interface Extracts {
  readonly okt_2021_men_500m_two_runs: { readonly rows: readonly TrialRow[] };
  readonly samalog_examples: { readonly rows: readonly Example[] };
}

const data = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Extracts) : undefined;

/** Empty without the data. */
export const samalogExamples: readonly Example[] = data?.samalog_examples.rows ?? [];
export const trialRows: readonly TrialRow[] = data?.okt_2021_men_500m_two_runs.rows ?? [];

/** The seconds at the head of `34.89 (after another false start)`; undefined where no time was made. */
export function secondsOf(text: string | null | undefined): number | undefined {
  const time = /^(\d+:)?\d+\.\d\d/.exec(text ?? '')?.[0];
  return time === undefined ? undefined : printedTime(time).timeUs / 1_000_000;
}

function statusOf(text: string | null | undefined): 'DNS' | 'DNF' {
  return /fell|slipped/.test(text ?? '') ? 'DNF' : 'DNS';
}

const distancesOf = ({ times }: Example) => Object.keys(times).sort((a, b) => Number(a) - Number(b));

/** The standing of the only skater of an allround. */
export function allroundOf(example: Example): ReturnType<typeof listed>[number] {
  const of = distancesOf(example);
  const told: Distances = {
    events: of.map((id) => ({ id, distance: Number(id) })),
    races: of.map((id) => {
      return { id: `r${id}`, event: id, skates: [{ who: 'a', time: secondsOf(example.times[id])! }] };
    }),
    more: { combined: [{ id: 'allround', name: 'Allround', of }] },
  };
  return listed(ridden(told), 'allround')[0]!;
}

/** The points of every distance, and the total. */
export function compareSamalog(example: Example): Check[] {
  const { skater, points, points_printed: rounded, total } = example;
  const of = distancesOf(example);
  const line = (values: readonly (number | undefined)[], sum: number): SheetLine => ({
    key: skater,
    whose: skater,
    cells: {
      ...Object.fromEntries(of.map((id, index) => [`${id} m`, values[index]?.toFixed(3)])),
      total: sum.toFixed(3),
    },
  });
  const { parts = {}, samalog = 0 } = allroundOf(example);
  const sorted = Object.values(parts).sort((a, b) => a.order - b.order);
  const ours = sorted.map((part) => (part.samalog ?? 0) / 1000);
  const printed = points ?? rounded ?? [];
  return compareLines(skater, [line(printed, total)], [line(ours, samalog / 1000)], (_, column) => {
    const index = of.findIndex((id) => column === `${id} m`);
    const exact = (secondsOf(example.times[of[index] ?? '']) ?? 0) / (Number(of[index]) / 500);
    const isRounded = printed[index] !== undefined && Math.abs(printed[index] - exact) <= 0.000_501;
    const isOursCut = ours[index] !== undefined && ours[index] <= exact && exact - ours[index] < 0.001;
    return rounded !== undefined && isRounded && isOursCut ? roundedCells : undefined;
  });
}

export const roundedCells = 'L10: this cell is rounded, its total is of points cut off, as ours are';

function racesOfRun(run: 1 | 2): Distances['races'] {
  return trialRows.flatMap(({ name, run1, run2, pb }, i) => {
    const text = run === 1 ? run1 : run2;
    if (text === undefined || text === null) return [];
    const time = secondsOf(text);
    const pbUs = pb === true ? { pbUs: printedTime(run1!).timeUs } : {};
    const made = time === undefined ? { status: statusOf(text) } : { time };
    return [{ id: `run${run}-${i}`, run, skates: [{ who: `s${i}`, entry: { name, ...pbUs }, ...made }] }];
  });
}

/** The 500 m in two runs, the better of which counts, after so many runs. */
export function trialsAfter(runs: 1 | 2): ReturnType<typeof listed> {
  const first = racesOfRun(1);
  const told: Distances = {
    events: [{ id: '500', distance: 500, rules: { runs: 2, runsCount: 'best' } }],
    races: [...first, ...racesOfRun(2)],
  };
  return listed(runs === 1 ? ridden(told, first.length) : ridden(told), '500');
}

/** Rank as far as it was published, the better time, and the personal best. */
export function compareTrials(): Check[] {
  const lines = trialsAfter(2);
  const ranked = new Set(trialRows.filter(({ rank }) => rank !== undefined).map(({ name }) => name));
  const published = trialRows.map(({ name, rank, best, run1, pb }): SheetLine => {
    const cells = { rank, best: best ?? run1, PB: pb === true ? 'yes' : undefined };
    return { key: name, whose: name, cells };
  });
  const ours = lines.map(({ name, rank, timeUs, marks }): SheetLine => {
    const cells = {
      rank: ranked.has(name) ? rank : undefined,
      best: timeUs === undefined ? undefined : formatTime(timeUs),
      PB: marks?.PB === true ? 'yes' : undefined,
    };
    return { key: name, whose: name, cells };
  });
  return compareLines('500 m, men, two runs', published, ours);
}
