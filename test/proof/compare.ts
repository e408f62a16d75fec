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

/** A mass start has its points by lap, begins with the first passing of the line, and its ranks are not those of a split. */
function compareMassStart(lap: ShownLap, follower: Follower): Finding[] {
  if (lap.index === 0) return [];
  const row = follower.board(lap.race)?.rows[lap.entry];
  const split = row?.splits[String(lap.index)];
  const base = { line: lap.line, race: lap.race, name: `${row?.name ?? lap.entry}, lap ${lap.index}` };
  const why = () => ({ verdict: 'unexplained' as const });
  const times = [seconds(lap.timeUs), seconds(split?.timeUs)] as const;
  return [
    finding(base, 'time at a split', times, sameHundredth(lap.timeUs, split?.timeUs), why),
    finding(base, 'lap time', [seconds(lap.lapUs), seconds(split?.lapUs)], lap.lapUs === split?.lapUs, why),
  ];
}

function compareLap(lap: ShownLap, follower: Follower, known: Known): Finding[] {
  const board = follower.board(lap.race);
  if (board?.race.kind === 'massStart') return compareMassStart(lap, follower);
  const row = board?.rows[lap.entry];
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

/** L7: whose time does not count has none. No line is passed the first time so soon but at the start of a mass start. */
function counting(result: Committed): Committed {
  const laps = result.laps.filter((us) => us > startPassingUs);
  if (result.reason === undefined) return { ...result, laps };
  return { ...result, timeUs: undefined, isPersonalBest: false, laps: [] };
}

const startPassingUs = 9_000_000;

function compareResult(published: Committed, follower: Follower): Finding[] {
  const result = counting(published);
  const row = follower.board(result.race)?.rows[result.entry];
  const base = { line: result.line, race: result.race, name: row?.name ?? result.entry };
  const why = () => ({ verdict: 'unexplained' as const });
  const status = result.reason === undefined ? 'none' : (statuses[result.reason] ?? 'unknown');
  const splits = Object.values(row?.splits ?? {}).map(({ timeUs }) => timeUs);
  splits.sort((a, b) => a - b);
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
    ...result.laps.map((us, index) =>
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
