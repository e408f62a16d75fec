// The standings of an event ranked by time over all its races and runs (rules T4, T5, L4, L6, L7).
import type { MeetEvent } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import { digitsOf } from '../disciplines/registry.ts';
import { cupOf } from './cup.ts';
import { type Person, peopleOf, thousandths } from './people.ts';
import { type Ranked, ranked, tiedIn } from './ranks.ts';
import type { Result } from './results.ts';
import { type RunRules, runRulesOf, runsOver, type Tally, tallyOf } from './runs.ts';
import type { TimeMarks } from './time-marks.ts';

/** As the sheets list those without a rank; who is still to come stands before them. */
const outOrder: readonly string[] = ['DNF', 'DQ', 'PEN', 'DNS', 'WDR'];

export function whoIs({ competitor, race }: Pick<Result, 'competitor' | 'race'>) {
  const { entry, athlete, name, bib, nation, club } = competitor;
  return {
    race,
    entry,
    name,
    ...(athlete !== undefined && { athlete }),
    ...(bib !== undefined && { bib }),
    ...(nation !== undefined && { nation }),
    ...(club !== undefined && { club }),
  };
}

type Parts = NonNullable<Standing['parts']>;

/** By result: its rank in its own run. */
function runRanks(people: readonly Person[], runs: number): ReadonlyMap<Result, number> {
  const ranks = new Map<Result, number>();
  for (let run = 1; run <= runs; run += 1) {
    const timed = people.flatMap((person) => {
      const result = person.runs.get(run);
      const value = result && thousandths(result);
      return result === undefined || value === undefined ? [] : [{ result, count: 1, value }];
    });
    for (const { item, rank } of ranked(timed)) ranks.set(item.result, rank);
  }
  return ranks;
}

/** L4: what each run came to. */
function partsOf({ person, shown }: Tally, rules: RunRules, ranks: ReadonlyMap<Result, number>): { parts?: Parts } {
  if (rules.runs === 1) return {};
  const parts = [...person.runs].map(([run, result], index): [string, Parts[string]] => {
    const rank = ranks.get(result);
    const counts = result.finish !== undefined && (rules.count === 'sum' || result === shown);
    return [
      String(run),
      {
        order: index + 1,
        race: result.race,
        ...(rank !== undefined && { rank }),
        ...(result.finish !== undefined && { timeUs: result.finish.timeUs }),
        ...(result.status !== undefined && { status: result.status }),
        ...(counts && { counts: true as const }),
      },
    ];
  });
  return { parts: Object.fromEntries(parts) };
}

function outPlace({ shown: { status } }: Tally): number {
  return status === undefined ? -1 : outOrder.indexOf(status);
}

/** What the lines of one event are made with. */
interface Sheet {
  readonly event: MeetEvent;
  readonly rules: RunRules;
  readonly best: Tally | undefined;
  readonly tied: ReadonlySet<Tally>;
  readonly ranks: ReadonlyMap<Result, number>;
  readonly marks: ReadonlyMap<Result, TimeMarks>;
}

/** T5: difference of the printed times, to the first; of a sum only where as many runs are in it. */
function behindOf({ count, value }: Tally, best: Tally | undefined): Pick<Standing, 'behindUs'> {
  return best?.count === count ? { behindUs: truncateUs(value) - truncateUs(best.value) } : {};
}

function lineOf(tally: Tally, rank: number | undefined, sheet: Sheet): Omit<Standing, 'order'> {
  const { person, shown, timeUs } = tally;
  const { status, code } = shown;
  const marks = sheet.marks.get(shown);
  return {
    ...(rank !== undefined && { rank }),
    ...whoIs(shown),
    ...(timeUs !== undefined && { timeUs }),
    ...(rank !== undefined && behindOf(tally, sheet.best)),
    ...(sheet.tied.has(tally) && { thousandth: true as const }),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(marks !== undefined && { marks: { ...marks } }),
    ...cupOf(sheet.event, { rank, status }, shown.competitor),
    ...partsOf(tally, sheet.rules, sheet.ranks),
    ...(person.results.some(({ official }) => !official) && { provisional: true as const }),
  };
}

/** By `<race>:<entry>` of the first race somebody is in; without a rank at the end. */
export function timedStandings(
  event: MeetEvent,
  byRace: readonly (readonly Result[])[],
  marks: ReadonlyMap<Result, TimeMarks>,
): Record<string, Standing> {
  const rules = runRulesOf(event);
  const people = peopleOf(byRace);
  const over = runsOver(byRace);
  const tallies = people.map((person) => tallyOf(person, rules, over));
  const inRanks: readonly Ranked<Tally>[] = ranked(tallies.filter(({ isRanked }) => isRanked));
  const others = tallies.filter(({ isRanked }) => !isRanked).sort((a, b) => outPlace(a) - outPlace(b));
  const sheet: Sheet = {
    event,
    rules,
    best: inRanks[0]?.item,
    tied: digitsOf(event) === 2 ? tiedIn(inRanks) : new Set(),
    ranks: rules.runs > 1 ? runRanks(people, rules.runs) : new Map(),
    marks,
  };
  const lines = [
    ...inRanks.map(({ item, rank }) => ({ tally: item, line: lineOf(item, rank, sheet) })),
    ...others.map((tally) => ({ tally, line: lineOf(tally, undefined, sheet) })),
  ];
  return Object.fromEntries(lines.map(({ tally, line }, i) => [tally.person.key, { ...line, order: i + 1 }]));
}
