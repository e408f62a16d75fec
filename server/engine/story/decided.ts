// What the officials decided (F24): rulings, false starts, a race called back and started again, its length, signatures, protests.
import type { Fact } from '../../../shared/facts.ts';
import { memo } from '../memo.ts';
import { type Attempt, firstGunUs } from '../race/attempt.ts';
import { type Said, said } from './moment.ts';

function ofDecision(fact: Fact): Said | undefined {
  switch (fact.kind) {
    case 'ruling': {
      const code = fact.code === undefined ? {} : { code: fact.code };
      return said(fact.id, fact.at, 'ruling', { status: fact.status, ...code }, [fact.entry]);
    }
    case 'falseStart':
      return said(fact.id, fact.at, 'falseStart', {}, [fact.entry]);
    case 'clear':
      return said(fact.id, fact.at, 'cleared', { reason: fact.reason });
    case 'length':
      return said(fact.id, fact.at, 'length', {
        laps: fact.laps,
        ...(fact.timesValid === false && { timesValid: false }),
      });
    case 'official':
      return said(fact.id, fact.at, 'official', { signer: fact.signer });
    case 'reopen':
      return said(fact.id, fact.at, 'reopened', {});
    case 'protest':
      return said(fact.id, fact.at, 'protest', { by: fact.protester ?? fact.by, state: fact.state ?? 'open' });
    default:
      return undefined;
  }
}

/** O3: the gun of an attempt that is not the first. */
function restartOf(attempt: Attempt): Said[] {
  const gunUs = firstGunUs(attempt);
  if (attempt.number === 1 || gunUs === undefined) return [];
  return [said(`restart-${attempt.number}`, gunUs, 'restarted', { attempt: attempt.number })];
}

/** Decisions, each at the instant it was made or announced; a signature freezes none of them. Remembered, as they seldom come. */
export const decidedIn = memo((decisions: readonly Fact[], attempt: Attempt): readonly Said[] => [
  ...decisions.map(ofDecision).filter((moment) => moment !== undefined),
  ...restartOf(attempt),
]);
