import { describe, expect, it } from 'vitest';
import { lookMs } from '../../server/hub/hub.ts';
import { beatMs, maxDelayMs } from '../../shared/protocol.ts';
import type { ServerMessage } from '../../shared/wire.ts';
import type { Wish } from './pair.ts';
import { benchWith, change, delayMs, topic } from './two-minutes.ts';

describe('a delayed client', () => {
  it('[W12] sees each state exactly so long after it was', () => {
    const bench = benchWith();
    const client = bench.follower(topic, { delayMs });
    change(bench, [0, 3000, 1]);
    bench.pass(delayMs - 3001 - 1);
    expect(client.kinds().filter((kind) => !kind.startsWith('beat'))).toEqual([]);
    bench.pass(1);
    expect(client.kinds()).toEqual(['patch 1>2']);
    bench.pass(2999);
    client.read();
    expect(client.states.get(topic)?.state).toEqual({ n: 2 });
    bench.pass(1);
    expect(client.kinds()).toEqual(['patch 2>3']);
    bench.pass(40);
    expect(client.kinds()).toEqual(['patch 3>4']);
  });

  it.each([1000, 10_000, 120_000])('[W12] reads the very frames an undelayed one read %i ms ago', (delay) => {
    const bench = benchWith();
    const log = (more: Wish) => {
      const client = bench.client();
      client.sub(topic, more);
      return { client, read: [] as { frame: number; message: ServerMessage }[] };
    };
    const present = log({});
    const delayed = log({ delayMs: delay });
    const both = [present, delayed];
    for (let step = 0; step < 3 * delay; step += 500) {
      if (step < delay && step % 1500 === 0) change(bench, [0, 13, 200]);
      bench.pass(7);
      for (const { client, read } of both) {
        read.push(...client.read().map((message) => ({ frame: bench.scheduler.frame, message })));
      }
      bench.pass(500 - (step < delay && step % 1500 === 0 ? 220 : 7));
    }
    const states = ({ read }: typeof present) =>
      read.flatMap(({ message }) => (message.t === 'patch' || message.t === 'snap' ? [message] : []));
    const seen = states(delayed);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(states(present).slice(0, seen.length));
    expect(seen.length).toBe(states(present).length);
    for (const { frame, message } of delayed.read) {
      if (!('at' in message) || message.t === 'pong') continue;
      expect(frame * 1000 - (message.at - (bench.nowUs - bench.scheduler.frame * 1000))).toBeGreaterThanOrEqual(
        delay * 1000,
      );
    }
  });

  it('[W12] gets beats that speak of the time it sees', () => {
    const bench = benchWith();
    const client = bench.follower(topic, { delayMs });
    bench.pass(beatMs);
    expect(client.only('beat')).toMatchObject({ version: 1, at: bench.nowUs - delayMs * 1000 });
  });

  it('[W12] is not slower for others, nor are they for it: each delay and rate has its own frames', () => {
    const bench = benchWith();
    const delays = [0, 1000, 2000, maxDelayMs];
    const clients = delays.map((ms) => bench.follower(topic, { delayMs: ms }));
    bench.put(topic, { n: 2 });
    for (let ms = 0; ms <= maxDelayMs; ms += 500) {
      for (const [i, client] of clients.entries()) {
        client.read();
        expect(client.states.get(topic)?.version, `${delays[i]} after ${ms}`).toBe(ms >= delays[i]! ? 2 : 1);
      }
      bench.pass(500);
    }
  });

  it('[W12] has `maxHz` too', () => {
    const bench = benchWith();
    const client = bench.follower(topic, { delayMs, maxHz: 1 });
    change(bench, Array(20).fill(50));
    bench.pass(delayMs - 950);
    expect(client.kinds().filter((kind) => kind.startsWith('patch'))).toEqual(['patch 1>2']);
    bench.pass(1000);
    expect(client.kinds().filter((kind) => kind.startsWith('patch'))).toEqual(['patch 2>21']);
  });

  it('[W12] that was stalled is brought to what is shown to it, not to what is', () => {
    const bench = benchWith();
    change(bench, [3000]);
    bench.pass(3000);
    const client = bench.client();
    client.answers = false;
    client.sub(topic, { delayMs });
    client.read();
    change(bench, [3000], 3);
    bench.pass(5000);
    expect(client.kinds().filter((kind) => kind !== 'beat 1')).toEqual([]);
    client.session.ponged(Buffer.from('splitcast'));
    expect(client.kinds()).toEqual(['patch 1>2']);
  });
});

it('[W12] a stalled client whose topic goes and comes back follows it at its delay, and at no other', () => {
  const bench = benchWith();
  const client = bench.client();
  client.answers = false;
  client.sub(topic, { delayMs });
  client.read();
  bench.put(topic, undefined);
  bench.put(topic, { n: 2 });
  bench.pass(delayMs);
  bench.put(topic, { n: 'secret' });
  client.read();
  client.answers = true;
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.only('snap').state).toEqual({ n: 2 });
  bench.pass(delayMs - 1);
  client.read();
  expect(client.states.get(topic)?.state).toEqual({ n: 2 });
});

it('[W17] what a stalled client asked for last holds, though the topic goes meanwhile where it was', () => {
  const bench = benchWith();
  const client = bench.client();
  client.answers = false;
  client.sub(topic, { delayMs: 1000 });
  client.read();
  bench.pass(6000);
  client.read();
  bench.put(topic, undefined);
  client.sub(topic, { delayMs });
  bench.pass(1000);
  client.read();
  client.answers = true;
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.kinds()).toEqual(['snap 1']);
});

describe('what a delay costs', () => {
  it('[W31] when nobody watches at a delay nothing of it keeps running', () => {
    const bench = benchWith();
    const present = bench.follower(topic);
    const delayed = [1000, 2000, maxDelayMs].map((ms) => bench.follower(topic, { delayMs: ms }));
    change(bench, [0, 1000]);
    delayed[0]!.session.ended();
    delayed[1]!.say({ t: 'unsub', topic });
    delayed[2]!.sub(topic);
    bench.pass(lookMs);
    const { patches } = bench.hub.stats;
    bench.pass(maxDelayMs);
    expect(bench.hub.stats.patches).toBe(patches);
    for (const { session } of [present, ...delayed]) session.ended();
    bench.pass(maxDelayMs);
    expect(bench.scheduler.actions).toEqual([]);
  });

  it('[W31] who comes back to a delay that was left finds it as if it had gone on', () => {
    const bench = benchWith();
    const first = bench.follower(topic, { delayMs });
    change(bench, [0, 1000, 1000]);
    first.say({ t: 'unsub', topic });
    bench.pass(delayMs - 1500);
    first.sub(topic, { epoch: 'j.1', version: 1, delayMs });
    expect(first.kinds().at(-1)).toBe('patch 1>2');
  });

  it('[W7] a patch is made once a delay, however many watch', () => {
    const bench = benchWith();
    for (let i = 0; i < 20; i += 1) bench.follower(topic, { delayMs });
    const { patches, frames } = bench.hub.stats;
    bench.put(topic, { n: 2 });
    bench.pass(delayMs);
    expect(bench.hub.stats.patches - patches).toBe(1);
    expect(bench.hub.stats.frames - frames).toBeGreaterThanOrEqual(20);
  });
});
