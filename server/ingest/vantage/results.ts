// What a heat's results say beyond times: who did not start, did not finish, was disqualified or withdrew.
import type { FactDraft, RulingStatus } from '../../../shared/facts.ts';
import { clockOf } from './attempt.ts';
import type { Starter } from './events.ts';
import { type Heat, type HeatStep, unchanged } from './heat.ts';
import { entryId } from './starter-document.ts';

/** Vantage's TimeInvalidReason; 0 is one it does not know either. */
const reasons: Readonly<Record<number, RulingStatus>> = { 1: 'DNS', 2: 'DNF', 3: 'DQ', 4: 'WDR' };

function statusOf({ race: { result } }: Starter): RulingStatus | undefined {
  const reason = result?.timeInvalidReason;
  return reason == null ? 'ok' : reasons[reason];
}

function ruled(heat: Heat, starter: Starter): HeatStep {
  const status = statusOf(starter);
  const entry = entryId(starter);
  const known = heat.rulings.get(entry);
  if (status === undefined) {
    const reason = starter.race.result?.timeInvalidReason;
    const says = `the time of starter ${entry} does not count, for reason ${reason}, which is none we know`;
    return unchanged(heat, { code: 'unknown-reason', says });
  }
  if (status === (known?.status ?? 'ok')) return unchanged(heat);
  const changes = (known?.changes ?? 0) + 1;
  const ruling: FactDraft = {
    id: `${heat.source}:${entry}:ruling.${changes}.${status}`,
    kind: 'ruling',
    race: heat.race,
    entry,
    status,
    source: clockOf(heat.source),
  };
  return {
    heat: { ...heat, rulings: new Map(heat.rulings).set(entry, { status, changes }) },
    facts: [ruling],
    refused: [],
  };
}

/** Each starter's status, where it is another than the one told before. */
export function rulings(starters: readonly Starter[]): readonly ((heat: Heat) => HeatStep)[] {
  return starters.map((starter) => (heat: Heat) => ruled(heat, starter));
}
