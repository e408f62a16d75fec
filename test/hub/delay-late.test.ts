import { describe, expect, it } from 'vitest';
import { beatMs } from '../../shared/protocol.ts';
import { Bench } from './pair.ts';
import { benchWith, change, delayMs, topic } from './two-minutes.ts';

describe('coming to a delay', () => {
  it('[W28] who comes late gets at once what was in force then', () => {
    const bench = benchWith();
    change(bench, [0, 4000, 4000]);
    for (const [ms, version] of [
      [1000, 3],
      [4000, 3],
      [4001, 2],
      [5000, 2],
      [8000, 2],
      [9000, 1],
      [120_000, 1],
    ] as const) {
      if (ms % 1000) continue;
      expect(bench.follower(topic, { delayMs: ms }).states.get(topic)?.version, String(ms)).toBe(version);
    }
  });

  it('[W28] who holds a version that is shown by now is brought on from it by a patch', () => {
    const bench = benchWith();
    change(bench, [0, 1000, 1000, 1000]);
    bench.pass(8000);
    const client = bench.client();
    client.states.set(topic, { epoch: 'j.1', version: 2, state: { n: 2 } });
    client.sub(topic, { epoch: 'j.1', version: 2, delayMs });
    expect(client.kinds()).toEqual(['patch 2>3']);
    client.sub(topic, { epoch: 'j.1', version: 3, delayMs });
    expect(client.kinds()).toEqual(['beat 3']);
  });

  it('[W28] who holds what is not shown yet gets the whole of what is', () => {
    const bench = benchWith();
    const client = bench.follower(topic);
    change(bench, [0, 1000]);
    client.read();
    client.sub(topic, { epoch: 'j.1', version: 3, delayMs });
    expect(client.kinds()).toEqual(['snap 1']);
    expect(client.states.get(topic)?.state).toEqual({ n: 1 });
    bench.pass(10_000);
    client.read();
    expect(client.states.get(topic)?.state).toEqual({ n: 3 });
    client.sub(topic, { epoch: 'j.1', version: 3 });
    expect(client.kinds()).toEqual(['beat 3']);
  });

  it('[W28] a topic that was not there then is unknown, and one that was is there, though it is gone', () => {
    const bench = benchWith();
    const old = bench.follower(topic, { delayMs });
    bench.put('race/new', { n: 1 });
    bench.put(topic, undefined);
    bench.pass(delayMs - 1);
    const client = bench.client();
    client.sub('race/new', { delayMs });
    client.sub(topic, { delayMs });
    expect(client.kinds()).toEqual(['error unknown-topic', 'snap 1']);
    old.read();
    bench.pass(1);
    expect(old.kinds()).toEqual(['error unknown-topic']);
    expect(client.kinds()).toEqual(['error unknown-topic']);
    client.sub('race/new', { delayMs });
    expect(client.kinds()).toEqual(['snap 1']);
  });

  it('[W28] who is told that a topic was unknown then reads nothing of the present either', () => {
    const bench = new Bench();
    bench.put(topic, { n: 1 });
    const client = bench.follower(topic);
    client.sub(topic, { delayMs });
    expect(client.kinds()).toEqual(['error unknown-topic']);
    bench.put(topic, { n: 2 });
    bench.pass(beatMs);
    expect(client.read()).toEqual([]);
  });

  it('[W28] what changed together is shown together', () => {
    const bench = benchWith('now');
    const client = bench.client();
    for (const name of [topic, 'now']) client.sub(name, { delayMs });
    client.read();
    bench.hub.put({
      changed: new Map([
        [topic, { n: 2 }],
        ['now', { n: 2 }],
      ]),
    });
    bench.pass(delayMs - 1);
    client.read();
    bench.pass(1);
    expect(client.kinds()).toEqual(['patch 1>2', 'patch 1>2']);
  });

  it('[W28] one look has a delay too', () => {
    const bench = benchWith();
    change(bench, [0, 4000]);
    bench.put(topic, undefined);
    const look = (ms: number) => bench.hub.get(topic, ms);
    expect(look(0)).toBeUndefined();
    expect(look(1000)).toEqual({ epoch: 'j.1', version: 2, state: { n: 2 } });
    expect(look(4000)).toMatchObject({ version: 2 });
    expect(look(5000)).toMatchObject({ version: 1 });
    bench.pass(1000);
    expect(look(1000)).toBeUndefined();
    expect(look(5000)).toMatchObject({ version: 2 });
    expect(bench.hub.get('race/none', 1000)).toBeUndefined();
  });
});

describe('after a restart', () => {
  it('[W30] a delay shows what was in force so long ago, by when it was', () => {
    const bench = new Bench('j.2', 7000);
    const nowUs = bench.nowUs;
    for (const [n, agoMs] of [
      [1, 3_600_000],
      [2, 60_000],
      [3, 30_000],
      [4, 2000],
    ] as const) {
      bench.put(topic, { n }, nowUs - agoMs * 1000);
    }
    const seen = [0, 1000, 2000, 3000, 30_000, 31_000, 120_000].map((ms) => {
      const { state } = bench.follower(topic, { delayMs: ms }).states.get(topic)!;
      return (state as { n: number }).n;
    });
    expect(seen).toEqual([4, 4, 4, 3, 3, 2, 1]);
    const client = bench.follower(topic, { delayMs: 31_000 });
    bench.pass(999);
    expect(client.kinds()).toEqual([]);
    bench.pass(1);
    expect(client.only('patch')).toMatchObject({ base: 2, version: 3, at: nowUs - 30_000_000 });
  });

  it('[W30] what a wrong clock dates in the future is shown a whole delay from now', () => {
    const bench = new Bench('j.2');
    bench.put(topic, { n: 1 }, bench.nowUs - 60_000_000);
    bench.put(topic, { n: 2 }, bench.nowUs + 3_600_000_000);
    const client = bench.follower(topic, { delayMs });
    expect(client.states.get(topic)?.version).toBe(1);
    bench.pass(delayMs - 1);
    client.read();
    expect(client.states.get(topic)?.version).toBe(1);
    bench.pass(1);
    client.read();
    expect(client.states.get(topic)?.version).toBe(2);
  });
});
