import { expect, it } from 'vitest';
import { ringStates } from '../../server/hub/ring.ts';
import { limits } from '../../shared/protocol.ts';
import { Bench, Client } from './pair.ts';

const topic = 'race/final';

function benchAt(version: number): Bench {
  const bench = new Bench();
  for (let n = 1; n <= version; n += 1) bench.put(topic, { n, same: 'x' });
  return bench;
}

it('[W2] a client that names no version gets the newest state, in the same turn', () => {
  const bench = benchAt(3);
  const client = bench.client();
  client.sub(topic);
  expect(client.only('snap')).toEqual({
    t: 'snap',
    topic,
    epoch: 'j.1',
    version: 3,
    at: bench.nowUs,
    state: { n: 3, same: 'x' },
  });
});

it('[W2] the newest is what came last, though those who watch already wait for it', () => {
  const bench = benchAt(1);
  const early = bench.follower(topic);
  bench.put(topic, { n: 2 });
  bench.put(topic, { n: 3 });
  expect(early.kinds()).toEqual(['patch 1>2']);
  const late = bench.client();
  late.sub(topic);
  expect(late.kinds()).toEqual(['snap 3']);
  bench.pass(40);
  expect(late.kinds()).toEqual([]);
  expect(early.kinds()).toEqual(['patch 2>3']);
});

it('[W3] a client that holds a version is brought from exactly there by one patch', () => {
  const bench = benchAt(5);
  const client = bench.client();
  client.states.set(topic, { epoch: 'j.1', version: 2, state: { n: 2, same: 'x' } });
  client.sub(topic, { epoch: 'j.1', version: 2 });
  expect(client.only('patch')).toMatchObject({ base: 2, version: 5, patch: { n: 5 } });
  expect(client.states.get(topic)?.state).toEqual({ n: 5, same: 'x' });
});

it('[W3] a client at the head gets a beat', () => {
  const bench = benchAt(5);
  bench.pass(123);
  const client = bench.client();
  client.states.set(topic, { epoch: 'j.1', version: 5, state: {} });
  client.sub(topic, { epoch: 'j.1', version: 5 });
  expect(client.only('beat')).toEqual({ t: 'beat', topic, epoch: 'j.1', version: 5, at: bench.nowUs });
});

it('[W4] another epoch, no epoch, or a version that never was gets a snapshot', () => {
  const bench = benchAt(5);
  const client = bench.client();
  for (const held of [{ epoch: 'j.0', version: 5 }, { version: 5 }, { epoch: 'j.1' }, { epoch: 'j.1', version: 6 }]) {
    client.sub(topic, held);
    expect(client.kinds()).toEqual(['snap 5']);
  }
});

it('[W5] the oldest version of the ring gets a patch, one older a snapshot', () => {
  const head = ringStates + 10;
  const bench = benchAt(head);
  const oldest = head - ringStates + 1;
  const client = bench.client();
  client.states.set(topic, { epoch: 'j.1', version: oldest, state: {} });
  client.sub(topic, { epoch: 'j.1', version: oldest });
  expect(client.kinds()).toEqual([`patch ${oldest}>${head}`]);
  client.sub(topic, { epoch: 'j.1', version: oldest - 1 });
  expect(client.kinds()).toEqual([`snap ${head}`]);
});

it('[W9] a second sub of a topic replaces the first: one frame a change', () => {
  const bench = benchAt(1);
  const client = bench.follower(topic);
  client.sub(topic);
  client.sub(topic, { maxHz: 1 });
  client.read();
  bench.put(topic, { n: 2 });
  bench.put(topic, { n: 3 });
  expect(client.kinds()).toEqual(['patch 1>2']);
  bench.pass(999);
  expect(client.kinds()).toEqual([]);
  bench.pass(1);
  expect(client.kinds()).toEqual(['patch 2>3']);
});

it('[W9] after unsub nothing comes, and to unsub what is not subscribed is no error', () => {
  const bench = benchAt(1);
  const client = bench.follower(topic);
  client.say({ t: 'unsub', topic });
  client.say({ t: 'unsub', topic: 'race/other' });
  bench.put(topic, { n: 2 });
  bench.pass(10_000);
  expect(client.read()).toEqual([]);
});

it('[W10] an unknown topic is refused by name and the socket stays', () => {
  const bench = benchAt(1);
  const client = bench.client();
  client.sub('race/none');
  expect(client.only('error')).toMatchObject({ code: 'unknown-topic', topic: 'race/none' });
  client.sub(topic);
  expect(client.kinds()).toEqual(['snap 1']);
  expect(client.socket.closed).toBeUndefined();
});

it('[W10] a topic that goes is said once to everybody at it, and comes back only to who asks', () => {
  const bench = benchAt(3);
  const clients = [bench.follower(topic), bench.follower(topic), bench.follower(topic, { maxHz: 1 })];
  bench.put(topic, undefined);
  for (const client of clients) expect(client.only('error')).toMatchObject({ code: 'unknown-topic', topic });
  bench.put(topic, { n: 'new' });
  bench.pass(10_000);
  for (const client of clients) expect(client.read()).toEqual([]);
  clients[0]!.sub(topic);
  expect(clients[0]!.kinds()).toEqual(['snap 4']);
});

it('[W11] consoles and sources are for who has shown a token', () => {
  const bench = new Bench();
  bench.put('console/final', {});
  bench.put('sources', {});
  const client = new Client(bench.hub, (token) => (token === 'right' ? { name: 'Jan', role: 'operator' } : undefined));
  const tryAll = () => {
    for (const name of ['console/final', 'console/none', 'sources']) client.sub(name);
    return client.kinds();
  };
  expect(tryAll()).toEqual(['error needs-auth', 'error needs-auth', 'error needs-auth']);
  client.say({ t: 'auth', token: 'wrong' });
  expect(client.kinds()).toEqual(['error bad-token']);
  expect(tryAll()).toEqual(['error needs-auth', 'error needs-auth', 'error needs-auth']);
  client.say({ t: 'auth', token: 'right' });
  expect(tryAll()).toEqual(['snap 1', 'error unknown-topic', 'snap 1']);
  client.say({ t: 'auth', token: 'wrong' });
  expect(client.kinds()).toEqual(['error bad-token']);
  expect(tryAll()).toEqual(['snap 1', 'error unknown-topic', 'snap 1']);
});

it('[W11] a hub that knows no tokens gives nobody a console', () => {
  const bench = new Bench();
  bench.put('sources', {});
  const client = bench.client();
  client.say({ t: 'auth', token: 'any' });
  client.sub('sources');
  expect(client.kinds()).toEqual(['error bad-token', 'error needs-auth']);
});

it('[W13] what a client says it shows is kept with its subscription', () => {
  const client = benchAt(3).follower(topic);
  expect(client.session.shown(topic)).toBeUndefined();
  client.say({ t: 'ack', topic, version: 3 });
  client.say({ t: 'ack', topic: 'race/other', version: 9 });
  expect(client.session.shown(topic)).toBe(3);
  expect(client.session.shown('race/other')).toBeUndefined();
  client.sub(topic);
  expect(client.session.shown(topic)).toBeUndefined();
});

it('[W15] one socket takes 32 subscriptions; one more is refused, one again is not', () => {
  const bench = new Bench();
  for (let n = 0; n <= limits.subscriptions; n += 1) bench.put(`race/r${n}`, {});
  const client = bench.client();
  expect(limits.subscriptions).toBe(32);
  for (let n = 0; n < limits.subscriptions; n += 1) client.sub(`race/r${n}`);
  expect(client.kinds()).toEqual(Array(limits.subscriptions).fill('snap 1'));
  bench.pass(1000);
  client.sub('race/r32');
  client.sub('race/r0');
  expect(client.kinds()).toEqual(['error too-many-subscriptions', 'snap 1']);
  client.say({ t: 'unsub', topic: 'race/r1' });
  client.sub('race/r32');
  expect(client.kinds()).toEqual(['snap 1']);
});
