import { expect, it } from 'vitest';
import { lookMs } from '../../server/hub/hub.ts';
import { askEveryMs, lostMs, stallMs } from '../../server/hub/liveness.ts';
import { ringStates } from '../../server/hub/ring.ts';
import { Bench, type Client } from './pair.ts';

const topic = 'race/final';
let n = 0;

function benchWith(...topics: string[]): Bench {
  const bench = new Bench();
  for (const name of topics) bench.put(name, { n });
  return bench;
}

function change(bench: Bench, name = topic): void {
  n += 1;
  bench.put(name, { n });
}

/** Lets so long pass with a change every 100 ms. */
function race(bench: Bench, ms: number, clients: readonly Client[] = []): void {
  for (let passed = 0; passed < ms; passed += 100) {
    change(bench);
    bench.pass(100);
    for (const client of clients) client.read();
  }
}

/** A client that was asked for a pong at this moment and has not read the ping. */
function silent(bench: Bench): Client {
  const client = bench.client();
  client.answers = false;
  client.sub(topic);
  client.read();
  expect(client.pings).toBe(1);
  return client;
}

it('[W16] a client that reads is asked every 5 to 6 s, never more often', () => {
  const bench = benchWith(topic);
  const clients = [bench.client(), bench.client(), bench.client()];
  for (const client of clients) client.sub(topic);
  race(bench, 60_000, clients);
  for (const { pings } of clients) {
    expect(pings).toBeGreaterThanOrEqual(10);
    expect(pings).toBeLessThanOrEqual(12);
  }
});

it('[W16] clients that came together are soon asked at different times', () => {
  const bench = benchWith(topic);
  const clients = Array.from({ length: 50 }, () => bench.client());
  for (const client of clients) client.sub(topic);
  race(bench, 20_000, clients);
  const most = { asked: 0 };
  for (let frame = 0; frame < 60; frame += 1) {
    const before = clients.reduce((sum, { pings }) => sum + pings, 0);
    race(bench, 100, clients);
    most.asked = Math.max(most.asked, clients.reduce((sum, { pings }) => sum + pings, 0) - before);
  }
  expect(most.asked).toBeLessThan(10);
});

it('[W16] a client that is sent nothing is asked all the same', () => {
  const bench = benchWith();
  const client = bench.client();
  bench.pass(lookMs);
  client.read();
  expect(client.pings).toBe(1);
  bench.pass(askEveryMs + 1000 + lookMs);
  client.read();
  expect(client.pings).toBe(2);
  client.answers = false;
  bench.pass(30_000);
  expect(client.read()).toEqual([]);
  expect(client.socket.closed?.code).toBe(4408);
});

it('[W16] only the pong that carries our payload proves that a client reads', () => {
  const bench = benchWith(topic);
  const client = silent(bench);
  race(bench, stallMs, [client]);
  client.session.ponged(Buffer.alloc(0));
  client.session.ponged(Buffer.from('splitcasT'));
  race(bench, 1000);
  expect(client.read()).toEqual([]);
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.read()).toHaveLength(1);
});

it('[W17] without a pong for 5 s nothing more is sent: no frame, no beat, no answer', () => {
  const bench = benchWith(topic);
  const client = silent(bench);
  race(bench, stallMs);
  expect(client.read()).toHaveLength(50);
  race(bench, 5000);
  bench.pass(4000);
  client.say({ t: 'ping', at: 1 });
  client.sub('race/none');
  expect(client.session.pinged()).toBe(false);
  expect(client.read()).toEqual([]);
  expect(bench.hub.stats).toMatchObject({ sockets: 1, stalled: 1 });
});

it('[W17] the pong brings the newest state by one patch, and the frames go on', () => {
  const bench = benchWith(topic);
  const client = silent(bench);
  race(bench, stallMs + 5000);
  client.read();
  const { version } = client.states.get(topic)!;
  client.answers = true;
  client.session.ponged(Buffer.from('splitcast'));
  const head = bench.hub.get(topic)!;
  expect(client.kinds()).toEqual([`patch ${version}>${head.version}`]);
  expect(client.states.get(topic)?.state).toEqual(head.state);
  expect(bench.hub.stats.stalled).toBe(0);
  change(bench);
  expect(client.kinds()).toEqual([`patch ${head.version}>${head.version + 1}`]);
});

it('[W17] a client stalled for longer than the ring remembers gets one snapshot', () => {
  const bench = benchWith(topic);
  const client = silent(bench);
  race(bench, stallMs);
  for (let i = 0; i < ringStates; i += 1) change(bench);
  bench.pass(1000);
  client.read();
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.kinds()).toEqual([`snap ${bench.hub.get(topic)!.version}`]);
});

it('[W17] each topic a stalled client watches comes with one frame, a new one too', () => {
  const bench = benchWith(topic, 'race/second', 'race/third');
  const client = silent(bench);
  client.sub('race/second');
  client.read();
  race(bench, stallMs);
  client.read();
  change(bench, 'race/second');
  client.sub('race/third');
  expect(client.read()).toEqual([]);
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.kinds()).toEqual(['beat 51', 'patch 1>2', 'snap 1']);
});

it('[W17] no patch is made for clients that may not have it', () => {
  const bench = benchWith(topic);
  for (let i = 0; i < 10; i += 1) {
    silent(bench);
    change(bench);
  }
  race(bench, stallMs);
  const { patches, frames } = bench.hub.stats;
  expect(bench.hub.stats.stalled).toBe(10);
  race(bench, 1000);
  expect(bench.hub.stats).toMatchObject({ patches, frames });
});

it('[W17] a topic that goes while a client is stalled is told when it reads again', () => {
  const bench = benchWith(topic, 'race/second', 'race/third');
  const client = silent(bench);
  client.sub('race/second');
  client.sub('race/third');
  race(bench, stallMs);
  client.read();
  bench.put('race/second', undefined);
  bench.put('race/third', undefined);
  bench.put('race/third', { n: 'back' });
  expect(client.read()).toEqual([]);
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.kinds()).toEqual(['beat 51', 'error unknown-topic', 'snap 2']);
});

it('[W17] what a stalled client asks of topics is done when it reads again, the last word of each', () => {
  const bench = benchWith(topic, 'race/second', 'race/third');
  const client = silent(bench);
  race(bench, stallMs);
  client.read();
  client.sub('race/none');
  client.sub('race/second');
  client.say({ t: 'unsub', topic: 'race/second' });
  client.sub('race/third');
  client.sub('race/third', { delayMs: 2000 });
  client.sub(topic);
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.kinds()).toEqual(['error unknown-topic', 'snap 1', 'snap 51']);
});

it('[W17] a stalled client may ask for 32 topics; one more closes', () => {
  const bench = benchWith(topic);
  const client = silent(bench);
  race(bench, stallMs);
  for (let i = 0; i < 32; i += 1) client.sub(`race/r${i}`);
  client.sub('race/r0');
  expect(client.socket.closed).toBeUndefined();
  client.sub('race/r32');
  expect(client.socket.closed?.code).toBe(4429);
});

it('[W18] without a pong for 15 s the socket is closed with 4408', () => {
  const bench = benchWith(topic);
  const client = silent(bench);
  bench.pass(lostMs - 1);
  expect(client.socket.closed).toBeUndefined();
  bench.pass(lookMs);
  expect(client.socket.closed?.code).toBe(4408);
  expect(bench.hub.stats).toMatchObject({ sockets: 0, stalled: 0 });
});

it('[W19] a socket that takes no more is sent nothing until it has been read', () => {
  const bench = benchWith(topic);
  const client = bench.follower(topic);
  client.socket.room = 200;
  race(bench, 4000);
  const unread = client.socket.unread.length;
  expect(unread).toBeLessThan(5);
  expect(bench.hub.stats.stalled).toBe(1);
  race(bench, 1000);
  expect(client.socket.unread).toHaveLength(unread);
  client.socket.room = Number.POSITIVE_INFINITY;
  client.read();
  expect(client.states.get(topic)).toMatchObject({ state: bench.hub.get(topic)!.state });
  expect(bench.hub.stats.stalled).toBe(0);
});

it('[W19] a socket filled by one topic is sent nothing of another', () => {
  const bench = benchWith(topic, 'race/second');
  const client = bench.follower(topic);
  client.sub('race/second');
  client.read();
  client.socket.room = 0;
  change(bench);
  const unread = client.socket.unread.length;
  change(bench, 'race/second');
  bench.pass(5000);
  expect(client.socket.unread).toHaveLength(unread);
});

it('[W19] a socket that hesitates but takes everything is sent everything', () => {
  const bench = benchWith(topic);
  const client = bench.follower(topic);
  const { write } = client.socket;
  client.socket.write = (bytes) => write.call(client.socket, bytes) && false;
  race(bench, 1000);
  expect(bench.hub.stats.stalled).toBe(0);
  client.read();
  expect(client.states.get(topic)?.version).toBe(bench.hub.get(topic)?.version);
});

it('[W19] what waits for a client that never reads does not grow', () => {
  const bench = benchWith(topic);
  const client = bench.client();
  client.socket.room = 0;
  client.sub(topic);
  for (let i = 0; i < 49; i += 1) client.sub(topic);
  race(bench, lostMs - 1000);
  expect(client.socket.unread).toHaveLength(1);
  race(bench, 1500);
  expect(client.socket.closed?.code).toBe(4408);
});
