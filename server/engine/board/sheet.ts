// What a sheet has besides its rows: conditions, officials, protests, and until when there may be one (O1, M10).
import type { Board } from '../../../shared/board.ts';
import { firstGunUs } from '../race/attempt.ts';
import { instant } from '../race/clock.ts';
import type { Race } from '../race/race-state.ts';

/** Of each who protests the last word holds. */
function protestsOf({ decisions }: Race): NonNullable<Board['protests']> {
  const protests: NonNullable<Board['protests']> = {};
  for (const fact of decisions) {
    if (fact.kind !== 'protest') continue;
    const by = fact.protester ?? fact.by;
    const { about, state = 'open', untilUs } = fact;
    const order = protests[by]?.order ?? Object.keys(protests).length + 1;
    protests[by] = { order, by, about, state, ...(untilUs !== undefined && { untilUs }) };
  }
  return protests;
}

/** O1: a result that nobody has signed may be protested for so long after the last skater came in. */
export function protestUntil({ status, attempt, entrants, event }: Race): Pick<Board['race'], 'protestUntil'> {
  if (status !== 'finished' && status !== 'underReview') return {};
  let endUs = firstGunUs(attempt);
  if (endUs === undefined) return {};
  for (const { racer } of entrants.values()) endUs = Math.max(endUs, racer.measured.at(-1)?.instantUs ?? 0);
  return { protestUntil: instant(endUs + event.rules.protestUs) };
}

/** All of it that was said. */
export function sheetOf(race: Race): Pick<Board, 'conditions' | 'officials' | 'protests'> {
  const { decisions } = race;
  const protests = protestsOf(race);
  const conditions: NonNullable<Board['conditions']> = {};
  let officials: NonNullable<Board['officials']> = {};
  for (const fact of decisions) {
    if (fact.kind === 'conditions') {
      const { airDeciC, iceDeciC, humidityPercent } = fact;
      conditions[fact.when] = {
        ...(airDeciC !== undefined && { airDeciC }),
        ...(iceDeciC !== undefined && { iceDeciC }),
        ...(humidityPercent !== undefined && { humidityPercent }),
      };
    } else if (fact.kind === 'officials') {
      officials = {
        ...officials,
        ...(fact.referee !== undefined && { referee: fact.referee }),
        ...(fact.starter !== undefined && { starter: fact.starter }),
      };
    }
  }
  return {
    ...(Object.keys(conditions).length > 0 && { conditions }),
    ...(Object.keys(officials).length > 0 && { officials }),
    ...(Object.keys(protests).length > 0 && { protests }),
  };
}
