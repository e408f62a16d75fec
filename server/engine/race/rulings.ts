// What the referee decided about each entry: of DNS, DNF, DQ, WDR and PEN the last holds, cards add up, `ok` ends all.
import type { Fact, RulingStatus } from '../../../shared/facts.ts';
import type { Roster } from './roster.ts';

export type OutStatus = 'DNS' | 'DNF' | 'DQ' | 'WDR' | 'PEN';

export interface Ruling {
  readonly status?: OutStatus;
  readonly code?: string;
  /** M6: zeroes points and nothing else. */
  readonly lapped: boolean;
  readonly cards: { readonly YC: number; readonly RC: number };
  /** S4: moved on beyond the normal number, or to final A or B. */
  readonly advanced?: 'ADV' | 'ADA' | 'ADB';
  readonly falseStarts: number;
}

export const noRuling: Ruling = { lapped: false, cards: { YC: 0, RC: 0 }, falseStarts: 0 };

function apply(ruling: Ruling, status: RulingStatus, code: string | undefined): Ruling {
  const { code: before, ...rest } = ruling;
  const kept = code ?? before;
  const coded = kept === undefined ? rest : { ...rest, code: kept };
  switch (status) {
    case 'ok':
      return { ...noRuling, falseStarts: ruling.falseStarts };
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

/** The rulings in force, by entry; `decisions` in the order in which they were made. Who is scratched does not start. */
export function rulingsOf(decisions: readonly Fact[], { competitors }: Roster): ReadonlyMap<string, Ruling> {
  const rulings = new Map<string, Ruling>();
  for (const fact of decisions) {
    if (fact.kind === 'ruling') {
      rulings.set(fact.entry, apply(rulings.get(fact.entry) ?? noRuling, fact.status, fact.code));
    } else if (fact.kind === 'falseStart') {
      const ruling = rulings.get(fact.entry) ?? noRuling;
      rulings.set(fact.entry, { ...ruling, falseStarts: ruling.falseStarts + 1 });
    }
  }
  for (const { entry, scratched } of competitors.values()) {
    const ruling = rulings.get(entry) ?? noRuling;
    if (scratched && ruling.status === undefined) rulings.set(entry, { ...ruling, status: 'DNS' });
  }
  return rulings;
}
