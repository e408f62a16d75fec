// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshness } from '../../../client/kit/connection-badge.ts';
import { type ConnectionState, staleAfterMs } from '../../../client/kit/live.ts';
import { reloadAfterMs, reloadWhenClosed } from '../../../client/kit/reload.ts';
import { TopicSlot } from '../../../client/kit/topic-slot.ts';
import { Value } from '../../../client/kit/value.ts';
import { onWake } from '../../../client/kit/wake.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['connecting', undefined, 'waiting'],
  ['connecting', 100, 'offline'],
  ['connecting', staleAfterMs - 1, 'offline'],
  ['connecting', staleAfterMs, 'stale'],
  ['stale', 0, 'stale'],
  ['live', 3000, 'live'],
  ['closed', 60_000, 'closed'],
] as const)('[V4] %s and silent for %s ms is %s', (state, silentMs, shown) => {
  expect(freshness(state, silentMs)).toBe(shown);
});

it('[V2] the network, a look at the page and a page brought back wake it; a first load and a look away do not', () => {
  const wake = vi.fn();
  const stop = onWake(wake);
  const visible = vi.spyOn(document, 'visibilityState', 'get');
  window.dispatchEvent(new Event('online'));
  visible.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(wake).toHaveBeenCalledTimes(3);
  visible.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  stop();
  window.dispatchEvent(new Event('online'));
  expect(wake).toHaveBeenCalledTimes(3);
});

it('[V3] a page closed for good is loaded anew, but not while the server cannot serve it', async () => {
  const reload = vi.fn();
  const away = async () => {
    throw new Error('away');
  };
  const answers = [away, async () => ({ ok: false }), async () => ({ ok: true })];
  vi.stubGlobal('location', { href: 'http://rink/arena', reload });
  vi.stubGlobal('fetch', () => answers.shift()?.());
  const connection$ = new Value<ConnectionState>('live');
  reloadWhenClosed(connection$);
  await vi.advanceTimersByTimeAsync(10 * reloadAfterMs);
  expect(answers).toHaveLength(3);
  connection$.set('closed');
  await vi.advanceTimersByTimeAsync(2 * reloadAfterMs);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(reloadAfterMs);
  expect(reload).toHaveBeenCalledTimes(1);
});

it('[V9] between two races the last picture stays until the next has one', () => {
  const listeners = new Map<string, (state: object | undefined) => void>();
  const follow = (topic: string, listen: (state: never) => void) => {
    listeners.set(topic, listen as (state: object | undefined) => void);
    return () => listeners.delete(topic);
  };
  const slot = new TopicSlot<{ n: number }>({ follow }, () => {});
  slot.follow('race/a');
  slot.follow('race/a');
  listeners.get('race/a')?.({ n: 1 });
  slot.follow('race/b');
  expect([...listeners.keys()]).toEqual(['race/b']);
  expect(slot.state).toEqual({ n: 1 });
  listeners.get('race/b')?.({ n: 2 });
  expect(slot.state).toEqual({ n: 2 });
  listeners.get('race/b')?.(undefined);
  expect(slot.state).toBeUndefined();
  slot.follow(undefined);
  expect(listeners.size).toBe(0);
});
