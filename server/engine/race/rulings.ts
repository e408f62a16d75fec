// What the referee decided about each entry: of DNS, DNF, DQ, WDR and PEN the last holds, cards add up, `ok` ends all.
// A false start too many counts as his ruling, unless the meet leaves it to him.
import type { Fact, RulingStatus } from '../../../shared/facts.ts';
import { onlyGroup } from './attempt.ts';
import type { Competitor, Roster } from './roster.ts';

export type OutStatus = 'DNS' | 'DNF' | 'DQ' | 'WDR' | 'PEN';

export interface Ruling {
  readonly status?: OutStatus;
  readonly code?: string;
  /** M6: zeroes points and nothing else. */
  readonly lapped: boolean;
  readonly cards: { readonly YC: number; readonly RC: number };
  /** S4: moved up beyond the normal number, to the next round or to final A or B; the last word holds. */
  readonly advanced?: 'ADV' | 'ADA' | 'ADB';
  readonly falseStarts: number;
}

/** L5, S6: how many false starts are free, and what the next one costs. */
export interface FalseStartRule {
  /** None, one a pair or race whoever makes it, one a skater; or nobody is ruled out without the referee. */
  readonly free: 'none' | 'race' | 'skater' | 'referee';
  readonly status: OutStatus;
  readonly code?: string;
}

export interface RulingRules {
  readonly falseStarts: FalseStartRule;
  /** S5: a card shown in the race is a penalty in it. */
  readonly cardsPenalise: boolean;
}

export const noRuling: Ruling = { lapped: false, cards: { YC: 0, RC: 0 }, falseStarts: 0 };

function apply(ruling: Ruling, status: RulingStatus, code: string | undefined): Ruling {
  const { code: before, ...rest } = ruling;
  const kept = code ?? before;
  const coded = kept === undefined ? rest : { ...rest, code: kept };
  switch (status) {
    case 'ok':
      // M10: a code may be printed beside a rank and a time.
      return { ...noRuling, falseStarts: ruling.falseStarts, ...(code !== undefined && { code }) };
    case 'YC':
    case 'RC':
      return { ...coded, cards: { ...ruling.cards, [status]: ruling.cards[status] + 1 } };
    case 'ADV':
    case 'ADA':
    case 'ADB':
      return { ...coded, advanced: status };
    case 'lapped':
      return { ...coded, lapped: true };
    default:
      // The code belongs to the status that holds.
      return code === undefined ? { ...rest, status } : { ...rest, status, code };
  }
}

/** Counts the false starts of a race over all its attempts. */
class FalseStarts {
  readonly #rule: FalseStartRule;
  readonly #competitors: Roster['competitors'];
  readonly #byGroup = new Map<string, number>();

  constructor(rule: FalseStartRule, competitors: Roster['competitors']) {
    this.#rule = rule;
    this.#competitors = competitors;
  }

  /** Of one gun: the pairs of a quartet have each their own free one (L8). */
  #before(entry: string): number {
    const group = this.#competitors.get(entry)?.startGroup ?? onlyGroup;
    const before = this.#byGroup.get(group) ?? 0;
    this.#byGroup.set(group, before + 1);
    return before;
  }

  /** The ruling on an entry after one more of his. */
  after(entry: string, ruling: Ruling): Ruling {
    const { free, status, code } = this.#rule;
    const before = this.#before(entry);
    const counted = { ...ruling, falseStarts: ruling.falseStarts + 1 };
    const allowed = { none: 0, race: 1, skater: 1, referee: Number.POSITIVE_INFINITY }[free];
    return (free === 'skater' ? ruling.falseStarts : before) < allowed ? counted : apply(counted, status, code);
  }
}

/** S5: whoever was shown a card and is not out for another reason has a penalty in this race. */
function penalised(ruling: Ruling): Ruling {
  const { status, cards } = ruling;
  return status === undefined && cards.YC + cards.RC > 0 ? { ...ruling, status: 'PEN' } : ruling;
}

/** Who is scratched does not start. */
function withScratched(rulings: Map<string, Ruling>, competitors: Iterable<Competitor>): void {
  for (const { entry, scratched } of competitors) {
    const ruling = rulings.get(entry) ?? noRuling;
    if (scratched && ruling.status === undefined) rulings.set(entry, { ...ruling, status: 'DNS' });
  }
}

/** The rulings in force, by entry; `decisions` in the order in which they were made. */
export function rulingsOf(
  decisions: readonly Fact[],
  { competitors }: Roster,
  rules: RulingRules,
): ReadonlyMap<string, Ruling> {
  const rulings = new Map<string, Ruling>();
  const falseStarts = new FalseStarts(rules.falseStarts, competitors);
  for (const fact of decisions) {
    if (fact.kind !== 'ruling' && fact.kind !== 'falseStart') continue;
    const ruling = rulings.get(fact.entry) ?? noRuling;
    rulings.set(
      fact.entry,
      fact.kind === 'ruling' ? apply(ruling, fact.status, fact.code) : falseStarts.after(fact.entry, ruling),
    );
  }
  withScratched(rulings, competitors.values());
  if (rules.cardsPenalise) for (const [entry, ruling] of rulings) rulings.set(entry, penalised(ruling));
  return rulings;
}
