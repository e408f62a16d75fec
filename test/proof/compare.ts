// Our boards against what the stream published, value by value, and for each that is not equal the rule that says why.
import { truncateUs } from '../../shared/format-time.ts';
import { Follower } from './follower.ts';
import { type Committed, publishedBy, type ShownLap } from './published.ts';
import { explain, type Known } from './reasons.ts';

export type What =
  | 'time at a split'
  | 'lap time'
  | 'rank at a split'
  | 'final time'
  | 'status'
  | 'PB mark'
  | 'committed lap';

export type Verdict = 'equal' | 'tied' | 'explained' | 'unexplained';

export interface Finding {
  readonly line: number;
  readonly race: string;
  readonly name: string;
  readonly what: What;
  readonly published: string;
  readonly ours: string;
  readonly verdict: Verdict;
  readonly why?: string;
}

const seconds = (us: number | undefined) => (us === undefined ? 'none' : (us / 1_000_000).toFixed(3));

function sameHundredth(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && truncateUs(a) === truncateUs(b));
}

/** Vantage's TimeInvalidReason. */
const statuses: Readonly<Record<number, string>> = { 1: 'DNS', 2: 'DNF', 3: 'DQ', 4: 'WDR' };

function finding(
  base: Pick<Finding, 'line' | 'race' | 'name'>,
  what: What,
  values: readonly [published: string, ours: string],
  equal: boolean,
  why: () => Pick<Finding, 'verdict' | 'why'>,
): Finding {
  const [published, ours] = values;
  return { ...base, what, published, ours, ...(equal ? { verdict: 'equal' as const } : why()) };
}

function compareLap(lap: ShownLap, follower: Follower, known: Known): Finding[] {
  const row = follower.board(lap.race)?.rows[lap.entry];
  const split = row?.splits[lap.point];
  const base = { line: lap.line, race: lap.race, name: `${row?.name ?? lap.entry}, ${lap.point} m` };
  const why = () => explain(lap, split, follower, known);
  const times = [seconds(lap.timeUs), seconds(split?.timeUs)] as const;
  return [
    finding(base, 'time at a split', times, sameHundredth(lap.timeUs, split?.timeUs), why),
    finding(base, 'lap time', [seconds(lap.lapUs), seconds(split?.lapUs)], lap.lapUs === split?.lapUs, why),
    finding(base, 'rank at a split', [String(lap.rank), String(split?.rank ?? 'none')], lap.rank === split?.rank, why),
  ];
}

function compareResult(result: Committed, follower: Follower): Finding[] {
  const row = follower.board(result.race)?.rows[result.entry];
  const base = { line: result.line, race: result.race, name: row?.name ?? result.entry };
  const why = () => ({ verdict: 'unexplained' as const });
  const status = result.reason === undefined ? 'none' : (statuses[result.reason] ?? 'unknown');
  const splits = Object.values(row?.splits ?? {}).map(({ timeUs }) => timeUs);
  splits.sort((a, b) => a - b);
  const counts = result.reason === undefined ? result.laps : [];
  return [
    finding(
      base,
      'final time',
      [seconds(result.timeUs), seconds(row?.timeUs)],
      sameHundredth(result.timeUs, row?.timeUs),
      why,
    ),
    finding(base, 'status', [status, row?.status ?? 'none'], status === (row?.status ?? 'none'), why),
    finding(
      base,
      'PB mark',
      [String(result.isPersonalBest), String(row?.marks.PB === true)],
      result.isPersonalBest === (row?.marks.PB === true),
      why,
    ),
    ...counts.map((us, index) =>
      finding(
        { ...base, name: `${base.name}, lap ${index + 1}` },
        'committed lap',
        [seconds(us), seconds(splits[index])],
        sameHundredth(us, splits[index]),
        why,
      ),
    ),
  ];
}

/** Everything the stream published, compared the moment it was published. */
export function compareStream(lines: readonly string[], follower = new Follower()): Finding[] {
  const findings: Finding[] = [];
  const known: Known = { shown: [], firstHeard: new Map(), dismissed: new Set() };
  for (const [index, text] of lines.entries()) {
    follower.hear(text);
    for (const one of publishedBy(text, index + 1)) {
      if (one.kind === 'result') findings.push(...compareResult(one, follower));
      else {
        known.shown.push(one);
        if (!known.firstHeard.has(one.distance)) known.firstHeard.set(one.distance, one.race);
        findings.push(...compareLap(one, follower, known));
      }
    }
  }
  return findings;
}
