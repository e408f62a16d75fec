import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstRetryMs, lastRetryMs } from '../../../client/kit/backoff.ts';
import { ackMs, hurryMs, openTimeoutMs, staleAfterMs, watchMs } from '../../../client/kit/live.ts';
import { beatMs, subprotocol } from '../../../shared/protocol.ts';
import { beat, livePage, patch, snap } from '../fake-socket.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page that follows race/r and has its first state. */
function watching() {
  const page = livePage();
  const states: (object | undefined)[] = [];
  page.live.follow('race/r', (state) => states.push(state));
  page
    .newest()
    .open()
    .say(snap(4, { laps: 16 }));
  return { ...page, states };
}

it('[V1] a page offers the subprotocol and follows what it was told to', () => {
  const { newest, states } = watching();
  expect(newest().protocol).toBe(subprotocol);
  expect(newest().subs()).toEqual([{ t: 'sub', topic: 'race/r' }]);
  expect(states).toEqual([{ laps: 16 }]);
});

it('[V2] a lost connection is opened again, and says what the page holds', () => {
  const { live, sockets, newest, pass, states } = watching();
  newest().say(patch(4, { laps: 15 }));
  newest().lose();
  expect(live.connection$.value).toBe('connecting');
  pass(firstRetryMs);
  expect(sockets).toHaveLength(2);
  newest().open();
  expect(newest().subs()).toEqual([{ t: 'sub', topic: 'race/r', epoch: 'j.1', version: 5 }]);
  newest().say(patch(5, { laps: 14 }));
  expect(states.at(-1)).toEqual({ laps: 14 });
  expect(live.connection$.value).toBe('live');
});

it('[V2] a page opened before the server tries for ever, ever more slowly but never more than the limit apart', () => {
  const { live, sockets, newest, pass } = livePage({ random: () => 0.999 });
  const gaps: number[] = [];
  for (let attempt = 0; attempt < 40; attempt += 1) {
    newest().lose();
    const before = sockets.length;
    let waited = 0;
    while (sockets.length === before) {
      pass(10);
      waited += 10;
    }
    gaps.push(waited);
  }
  expect(gaps[0]).toBeLessThanOrEqual(firstRetryMs);
  expect(gaps.at(-1)).toBeGreaterThan(lastRetryMs * 0.9);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(lastRetryMs);
  newest().open().say(beat(1));
  expect(live.connection$.value).toBe('live');
});

it('[V2] a connection that worked makes the next wait short again', () => {
  const { sockets, newest, pass } = livePage();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    newest().lose();
    pass(lastRetryMs);
  }
  newest().open().say(beat(1));
  newest().lose();
  const before = sockets.length;
  pass(firstRetryMs);
  expect(sockets).toHaveLength(before + 1);
});

it('[V2] a server that says goodbye is given the time it asked for', () => {
  const { sockets, newest, pass } = watching();
  newest().say({ t: 'bye', retryMs: 3000 });
  newest().lose(4000);
  pass(3000);
  expect(sockets).toHaveLength(1);
  pass(firstRetryMs);
  expect(sockets).toHaveLength(2);
});

it('[V2] when woken it does not wait for its next attempt', () => {
  const { live, sockets, newest, pass } = livePage();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    newest().lose();
    pass(lastRetryMs);
  }
  newest().lose();
  const before = sockets.length;
  live.wake();
  expect(sockets).toHaveLength(before + 1);
});

it('[V2] when woken it gives up a socket that has been opening for long, not one just asked for', () => {
  const { live, sockets, pass } = livePage();
  pass(hurryMs - 1);
  live.wake();
  pass(0);
  expect(sockets).toHaveLength(1);
  pass(1);
  live.wake();
  pass(0);
  expect(sockets).toHaveLength(2);
  expect(sockets[0]?.closedByPage).toBe(true);
});

it('[V2] a socket that never opens is given up', () => {
  const { sockets, pass } = livePage();
  pass(openTimeoutMs - 1);
  expect(sockets).toHaveLength(1);
  pass(1 + firstRetryMs);
  expect(sockets).toHaveLength(2);
});

it.each([4000, 4013, 4408, 4429, 4499, 1006, 1009, 1012, 5000])('[V3] after close code %i it comes back', (code) => {
  const { live, sockets, newest, pass } = watching();
  newest().lose(code);
  pass(lastRetryMs);
  expect(sockets).toHaveLength(2);
  expect(live.connection$.value).toBe('connecting');
});

it.each([4500, 4501, 4999])('[V3] after close code %i it does not', (code) => {
  const { live, sockets, newest, pass } = watching();
  newest().lose(code);
  live.wake();
  pass(10 * lastRetryMs);
  expect(sockets).toHaveLength(1);
  expect(live.connection$.value).toBe('closed');
  expect(vi.getTimerCount()).toBe(0);
});

it('[V3] a page that lets go leaves nothing behind', () => {
  const { live, sockets, newest, states, pass } = watching();
  live.close();
  newest().say(patch(4, { laps: 15 }));
  pass(10 * lastRetryMs);
  expect(states).toEqual([{ laps: 16 }]);
  expect(sockets).toHaveLength(1);
  expect(newest().closedByPage).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

it('[V4] two beats of silence make it stale, not a moment earlier, and another socket is opened', () => {
  const { live, sockets, pass } = watching();
  pass(staleAfterMs - watchMs);
  expect(live.connection$.value).toBe('live');
  expect(staleAfterMs).toBeGreaterThan(2 * beatMs);
  pass(watchMs);
  expect(live.connection$.value).toBe('stale');
  expect(sockets[0]?.closedByPage).toBe(true);
  pass(firstRetryMs);
  expect(sockets).toHaveLength(2);
});

it('[V4] beats keep it live', () => {
  const { live, newest, sockets, pass } = watching();
  for (let n = 0; n < 20; n += 1) {
    pass(beatMs);
    newest().say(beat(4));
  }
  expect(live.connection$.value).toBe('live');
  expect(sockets).toHaveLength(1);
});

it('[V4] where no topic beats, a ping asks whether anybody is there', () => {
  const { live, newest, pass, sockets } = livePage();
  newest().open();
  for (let n = 0; n < 100; n += 1) {
    pass(watchMs);
    for (const message of newest().sent.splice(0)) {
      if (message.t === 'ping') newest().say({ t: 'pong', at: message.at, serverUs: 0 });
    }
  }
  expect(live.connection$.value).toBe('live');
  expect(sockets).toHaveLength(1);
});

it('[V4] it stays stale until the server is heard again, whatever else fails meanwhile', () => {
  const { live, newest, pass } = watching();
  pass(staleAfterMs);
  pass(firstRetryMs);
  newest().lose();
  expect(live.connection$.value).toBe('stale');
  pass(lastRetryMs);
  newest().open();
  expect(live.connection$.value).toBe('stale');
  newest().say(beat(4));
  expect(live.connection$.value).toBe('live');
});

it('[V4] what a dropped socket still says is not listened to', () => {
  const { live, sockets, pass, states } = watching();
  pass(staleAfterMs);
  sockets[0]?.say(snap(9, { laps: 1 }));
  sockets[0]?.lose(4500);
  expect(states).toEqual([{ laps: 16 }]);
  expect(live.connection$.value).toBe('stale');
});

it('[V4] how long nothing was heard is known', () => {
  const { live, newest, pass } = livePage();
  expect(live.silentMs).toBeUndefined();
  newest().open().say(beat(1));
  pass(1200);
  expect(live.silentMs).toBe(1200);
});

it.each(['', 'nonsense', '17', 'null', '{"t":"novelty","topic":"race/r"}', '[]'])(
  '[V1] a message it does not understand (%s) changes nothing',
  (text) => {
    const { newest, states, live } = watching();
    newest().say(text);
    newest().say(patch(4, { laps: 15 }));
    expect(states).toEqual([{ laps: 16 }, { laps: 15 }]);
    expect(live.connection$.value).toBe('live');
  },
);

it('[V5] it learns the time from the pongs to its pings', () => {
  const { live, newest, pass } = livePage();
  newest().open();
  const ping = newest().sent.find((message) => message.t === 'ping');
  pass(20);
  newest().say({ t: 'pong', at: ping?.t === 'ping' ? ping.at : 0, serverUs: 5_000_000 });
  expect(live.clock.nowUs()).toBe(5_010_000);
});

it('[V24] a delayed page asks for everything so late, and its time is as late', () => {
  const { live, newest, pass, states } = watching();
  live.follow('screen/west', () => undefined);
  newest().sent.length = 0;
  live.delay(20_000);
  expect(newest().subs()).toEqual([{ t: 'sub', topic: 'race/r', delayMs: 20_000 }]);
  newest().say(patch(4, { laps: 15 }));
  expect(states.at(-1)).toEqual({ laps: 16 });
  newest().say(snap(2, { laps: 17 }));
  expect(states.at(-1)).toEqual({ laps: 17 });
  newest().say({ t: 'pong', at: Date.now(), serverUs: 90_000_000 });
  expect(live.clock.nowUs()).toBe(70_000_000);
  newest().lose();
  pass(firstRetryMs);
  newest().open();
  expect(newest().subs()).toContainEqual({ t: 'sub', topic: 'race/r', epoch: 'j.1', version: 2, delayMs: 20_000 });
  live.delay(0);
  expect(newest().subs().at(-1)).toEqual({ t: 'sub', topic: 'race/r' });
});

it('[V24] a named screen says what it shows, once a second at most and of each topic the newest', () => {
  const { live, newest, pass } = livePage({ acks: true });
  live.follow('race/r', () => undefined);
  newest()
    .open()
    .say(snap(4, { laps: 16 }));
  const acks = () => newest().sent.filter(({ t }) => t === 'ack');
  newest().say(patch(4, { laps: 15 }));
  expect(acks()).toEqual([]);
  pass(ackMs);
  expect(acks()).toEqual([{ t: 'ack', topic: 'race/r', version: 5 }]);
  newest().say(beat(5));
  pass(2 * ackMs);
  expect(acks()).toHaveLength(1);
});

it('[V24] a console shows its token on every connection, before it asks for anything', () => {
  const { live, newest, pass } = livePage({ token: 'sc_x' });
  live.follow('console/r', () => undefined);
  newest().open();
  expect(newest().sent.slice(0, 2)).toEqual([
    { t: 'auth', token: 'sc_x' },
    { t: 'sub', topic: 'console/r' },
  ]);
  newest().lose();
  pass(firstRetryMs);
  newest().open();
  expect(newest().sent[0]).toEqual({ t: 'auth', token: 'sc_x' });
});
