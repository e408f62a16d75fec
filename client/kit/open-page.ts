// What every page's address may say of how it shows things: `lang`, `theme`, `delay` in seconds, and `at`, a
// moment to go back to.
import type { Theme } from '../../shared/screen.ts';
import { speak } from './language.ts';
import { Live, type LiveOptions } from './live.ts';
import { reloadWhenClosed } from './reload.ts';
import type { Source } from './source.ts';
import { setTheme, themeOf } from './theme.ts';
import { onWake } from './wake.ts';
import { livePath, mostDelayS } from './wire.ts';

/** `delay` in whole seconds; anything else is none. */
function delayMsOf(asked: URLSearchParams): number {
  const seconds = Number(asked.get('delay') ?? 0);
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, mostDelayS) * 1000 : 0;
}

/** The moment of `at`, in microseconds on the server's clock; undefined where the page is live. */
function momentOf(asked: URLSearchParams): number | undefined {
  const us = Number(asked.get('at') ?? Number.NaN);
  return Number.isSafeInteger(us) && us >= 0 ? us : undefined;
}

/** The live connection of a page, late as its address says, kept up for as long as the page lives. */
export function openLive(asked: URLSearchParams, options: Omit<LiveOptions, 'url'> = {}): Live {
  const live = new Live({ ...options, url: `${location.origin.replace(/^http/, 'ws')}${livePath}` });
  live.delay(delayMsOf(asked));
  onWake(() => live.wake());
  reloadWhenClosed(live.connection$);
  return live;
}

/**
 * What the page shows: a moment of its race, or of the one that is on where it names none; or what is. A race without a
 * tape is live; what replays is fetched only where it is asked for. Where the address names no theme it is `unasked`.
 */
export async function openSource(asked: URLSearchParams, unasked: Theme = 'dark'): Promise<Source> {
  setTheme(themeOf(asked.get('theme')) ?? unasked);
  await speak([asked.get('lang'), ...navigator.languages]);
  const atUs = momentOf(asked);
  if (atUs !== undefined) {
    const { openReplay } = await import('./open-replay.ts');
    const replay = await openReplay(asked, atUs, delayMsOf(asked));
    if (replay !== undefined) return replay;
  }
  return openLive(asked);
}
