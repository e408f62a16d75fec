// What every page's address may say of how it shows things: `lang`, `theme`, `delay` in seconds, and `at`, a
// moment to go back to.
import type { Theme } from '../../shared/screen.ts';
import { speak } from './language.ts';
import { Live, type LiveOptions } from './live.ts';
import { reloadWhenClosed } from './reload.ts';
import type { Replay } from './replay.ts';
import type { Source } from './source.ts';
import { setTheme, themeOf } from './theme.ts';
import { onWake } from './wake.ts';
import { livePath, mostDelayS } from './wire.ts';

/** `delay` in whole seconds; anything else is none. */
function delayMsOf(asked: URLSearchParams): number {
  const seconds = Number(asked.get('delay') ?? 0);
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, mostDelayS) * 1000 : 0;
}

/** The live connection of a page, late as its address says, kept up for as long as the page lives. */
export function openLive(asked: URLSearchParams, options: Omit<LiveOptions, 'url'> = {}): Live {
  const live = new Live({ ...options, url: `${location.origin.replace(/^http/, 'ws')}${livePath}` });
  live.delay(delayMsOf(asked));
  onWake(() => live.wake());
  reloadWhenClosed(live.connection$);
  return live;
}

/** The moment of `at`, where the address names one that is on tape; what replays is fetched only then. */
export async function openPast(asked: URLSearchParams, withBar = true): Promise<Replay | undefined> {
  if (!asked.has('at')) return undefined;
  const { openReplay } = await import('./open-replay.ts');
  return openReplay(asked, delayMsOf(asked), withBar);
}

/** What the page shows: a moment of the past, or what is. Where the address names no theme it is `unasked`. */
export async function openSource(asked: URLSearchParams, unasked: Theme = 'dark'): Promise<Source> {
  setTheme(themeOf(asked.get('theme')) ?? unasked);
  await speak([asked.get('lang'), ...navigator.languages]);
  return (await openPast(asked)) ?? openLive(asked);
}
