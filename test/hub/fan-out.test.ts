import { expect, it } from 'vitest';
import { beatMs } from '../../shared/protocol.ts';
import { Bench, Client } from './pair.ts';

const topic = 'race/final';

function benchWith(state: object = { n: 1 }): Bench {
  const bench = new Bench();
  bench.put(topic, state);
  return bench;
}

it('[W1] each new state is one version, the identical one again is none', () => {
  const bench = benchWith();
  const state = { n: 2 };
  bench.put(topic, state);
  bench.put(topic, state);
  expect(bench.hub.get(topic)).toEqual({ epoch: 'j.1', version: 2, state });
});

it('[W1] a topic that comes back goes on above every version it had', () => {
  const bench = benchWith();
  bench.put(topic, { n: 2 });
  bench.put(topic, undefined);
  bench.put(topic, { n: 3 });
  expect(bench.hub.get(topic)?.version).toBe(3);
});

it('[W6] a change goes out at once, the next ones 40 ms later as one', () => {
  const bench = benchWith();
  const client = bench.follower(topic);
  for (let n = 2; n <= 5; n += 1) bench.put(topic, { n });
  expect(client.kinds()).toEqual(['patch 1>2']);
  bench.pass(39);
  expect(client.kinds()).toEqual([]);
  bench.pass(1);
  expect(client.kinds()).toEqual(['patch 2>5']);
});

it.each([25, 10, 5, 2, 1])('[W6] at %i Hz a client gets that many frames a second, the first at once', (maxHz) => {
  const bench = benchWith();
  const client = bench.follower(topic, { maxHz });
  for (let n = 0; n < 1000; n += 1) {
    bench.put(topic, { n });
    if (n === 0) expect(client.kinds()).toEqual(['patch 1>2']);
    bench.pass(1);
  }
  expect(client.kinds()).toHaveLength(maxHz);
  bench.pass(1000);
  expect(client.states.get(topic)?.state).toEqual({ n: 999 });
});

it('[W6] a client that asks for less does not slow the others down', () => {
  const bench = benchWith();
  const slow = bench.follower(topic, { maxHz: 1 });
  const fast = bench.follower(topic);
  bench.put(topic, { n: 2 });
  slow.read();
  fast.read();
  bench.put(topic, { n: 3 });
  bench.pass(40);
  expect(fast.kinds()).toEqual(['patch 2>3']);
  expect(slow.kinds()).toEqual([]);
});

it('[W7] one patch is made for all at a version, and all get the same bytes', () => {
  const bench = benchWith();
  const clients = Array.from({ length: 20 }, (_, i) => bench.follower(topic, i % 2 ? { maxHz: 10 } : {}));
  const before = bench.hub.stats;
  bench.put(topic, { n: 2 });
  const sent = clients.map(({ socket }) => socket.unread);
  for (const unread of sent) expect(unread).toEqual([sent[0]![0]]);
  for (const unread of sent) expect(unread[0]).toBe(sent[0]![0]);
  expect(bench.hub.stats.patches - before.patches).toBe(1);
  expect(bench.hub.stats.frames - before.frames).toBe(20);
  expect(bench.hub.stats.bytes - before.bytes).toBe(20 * sent[0]![0]!.length);
});

it('[W7] the snapshot of a version is made once, however many come', () => {
  const bench = benchWith();
  for (let n = 0; n < 5; n += 1) bench.follower(topic);
  expect(bench.hub.stats.snapshots).toBe(1);
  bench.put(topic, { n: 2 });
  bench.follower(topic);
  expect(bench.hub.stats.snapshots).toBe(2);
});

it('[W7] clients at different versions get one patch a version', () => {
  const bench = benchWith();
  const clients = Array.from({ length: 12 }, (_, i) => bench.follower(topic, { maxHz: i % 2 ? 25 : 5 }));
  bench.put(topic, { n: 2 });
  bench.put(topic, { n: 3 });
  bench.pass(40);
  bench.put(topic, { n: 4 });
  const { patches } = bench.hub.stats;
  bench.pass(160);
  expect(bench.hub.stats.patches - patches).toBe(2);
  for (const [i, client] of clients.entries()) {
    expect(client.kinds()).toEqual(i % 2 ? ['patch 1>2', 'patch 2>3', 'patch 3>4'] : ['patch 1>2', 'patch 2>4']);
  }
});

it('[W3] a change and its reversal still bring a client to the version that is', () => {
  const bench = benchWith();
  const client = bench.follower(topic);
  for (const n of [2, 3, 2]) bench.put(topic, { n });
  bench.pass(40);
  expect(client.read()).toMatchObject([
    { t: 'patch', base: 1, version: 2 },
    { t: 'patch', base: 2, version: 4, patch: {} },
  ]);
});

it('[W8] a beat comes 2 s after the last frame, and every 2 s from then on', () => {
  const bench = benchWith();
  const client = bench.follower(topic);
  bench.pass(1500);
  bench.put(topic, { n: 2 });
  client.read();
  bench.pass(beatMs - 1);
  expect(client.kinds()).toEqual([]);
  bench.pass(1);
  expect(client.only('beat')).toEqual({ t: 'beat', topic, epoch: 'j.1', version: 2, at: bench.nowUs });
  bench.pass(beatMs);
  expect(client.kinds()).toEqual(['beat 2']);
});

it('[W8] a topic that never changed beats from the first subscription on', () => {
  const bench = benchWith();
  const client = bench.follower(topic);
  bench.pass(beatMs - 1);
  expect(client.kinds()).toEqual([]);
  bench.pass(1);
  expect(client.kinds()).toEqual(['beat 1']);
});

it('[W8] no topic is silent for more than 2 s, at any rate and whenever it changes', () => {
  const bench = benchWith();
  const clients = [1, 2, 25].map((maxHz) => bench.follower(topic, { maxHz }));
  const heard = clients.map(() => bench.scheduler.frame);
  for (let step = 0; step < 400; step += 1) {
    if (step % 7 === 0 || (step > 100 && step % 31 === 0)) bench.put(topic, { step });
    bench.pass(step < 200 ? 17 : 100);
    for (const [i, client] of clients.entries()) {
      if (client.read().length > 0) heard[i] = bench.scheduler.frame;
      expect(bench.scheduler.frame - heard[i]!).toBeLessThanOrEqual(beatMs + 100);
    }
  }
});

it('[W26] the newest state can be read at once by whoever wrote, though nobody was sent it yet', () => {
  const bench = benchWith();
  const client = bench.follower(topic);
  for (let n = 2; n <= 9; n += 1) bench.put(topic, { n });
  expect(client.kinds()).toEqual(['patch 1>2']);
  expect(bench.hub.get(topic)).toEqual({ epoch: 'j.1', version: 9, state: { n: 9 } });
  expect(bench.hub.get('race/none')).toBeUndefined();
  expect([...bench.hub.topics()]).toEqual([topic]);
});

it('[W26] what changes together can be read together by whoever is told of a part', () => {
  const bench = benchWith();
  bench.put('event/men', { n: 1 });
  const client = bench.follower(topic);
  let seen: object | undefined;
  const { write } = client.socket;
  client.socket.write = function see(bytes) {
    seen = bench.hub.get('event/men')?.state;
    return write.call(client.socket, bytes);
  };
  bench.hub.put({
    changed: new Map<string, object>([
      [topic, { n: 2 }],
      ['event/men', { n: 2 }],
    ]),
  });
  expect(seen).toEqual({ n: 2 });
});

it('[W20] a socket found broken while sending ends its session and no other', () => {
  const bench = benchWith();
  const clients = Array.from({ length: 5 }, () => bench.follower(topic));
  clients[0]!.socket.gone = true;
  clients[2]!.socket.gone = true;
  bench.put(topic, { n: 2 });
  expect(clients.map((client) => client.kinds())).toEqual([[], ['patch 1>2'], [], ['patch 1>2'], ['patch 1>2']]);
  expect(bench.hub.sockets).toBe(3);
  bench.pass(beatMs);
  expect(clients.map((client) => client.kinds())).toEqual([[], ['beat 2'], [], ['beat 2'], ['beat 2']]);
});

it('[W20] a socket broken before its first frame leaves nothing behind', () => {
  const bench = benchWith();
  const client = bench.client();
  client.socket.gone = true;
  client.sub(topic);
  expect(bench.hub.sockets).toBe(0);
  bench.put(topic, { n: 2 });
  bench.pass(10_000);
  expect(bench.scheduler.actions).toEqual([]);
});

it('[W20] when the last client has gone no timer is left', () => {
  const bench = benchWith();
  const clients = [bench.follower(topic), bench.follower(topic, { maxHz: 1 })];
  bench.put(topic, { n: 2 });
  bench.put(topic, { n: 3 });
  for (const { session } of clients) session.ended();
  bench.pass(10_000);
  expect(bench.scheduler.actions).toEqual([]);
  expect(bench.hub.stats).toMatchObject({ sockets: 0, stalled: 0, topics: 1 });
});

it('[W21] a hub that stops says bye with the time to come back, and closes with 4000', () => {
  const bench = benchWith();
  const clients = [bench.follower(topic), bench.client()];
  bench.hub.stop(1500);
  for (const client of clients) {
    expect(client.only('bye')).toEqual({ t: 'bye', retryMs: 1500 });
    expect(client.socket.closed?.code).toBe(4000);
  }
  expect(bench.hub.sockets).toBe(0);
  bench.put(topic, { n: 2 });
  bench.pass(10_000);
  expect(clients[0]!.read()).toEqual([]);
  expect(bench.hub.get(topic)?.version).toBe(2);
});

it('[W21] who comes while it stops is sent away the same', () => {
  const bench = benchWith();
  bench.hub.stop(1500);
  const late = new Client(bench.hub);
  expect(late.kinds()).toEqual(['bye']);
  expect(late.socket.closed?.code).toBe(4000);
  expect(bench.hub.sockets).toBe(0);
});
