// A forecast in words: certain, out, or what each by itself is enough. Pure.
import type { Forecast, Outlook, Stake } from '../../shared/board.ts';
import { words } from './desk-words.ts';
import { needed } from './messages.ts';

function stateText({ state, needs = [] }: Outlook, digits: 2 | 3): string {
  return (state === 'open' ? needed(needs, digits) : undefined) ?? words(`forecast.${state}`);
}

/** What matters most, in the words of its stake where it is not plain from the column. */
export function outlookText(forecast: Forecast | undefined, digits: 2 | 3 = 2): string {
  return forecast === undefined ? '' : stateText(forecast, digits);
}

/** What is at stake, in words. */
export function stakeText(stake: Stake): string {
  return words(`stake.${stake}`);
}

/** Everything that is at stake for somebody, the most important first. */
export function outlookLines(forecast: Forecast | undefined, digits: 2 | 3 = 2): { stake: string; text: string }[] {
  if (forecast === undefined) return [];
  const also = Object.entries(forecast.also ?? {}) as [Stake, Outlook][];
  return [[forecast.stake, forecast] as const, ...also].map(([stake, outlook]) => ({
    stake: stakeText(stake),
    text: stateText(outlook, digits),
  }));
}
