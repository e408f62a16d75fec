import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflateMs } from '../../server/hub/conflate.ts';
import { exactMoments, History, mostMoments } from '../../server/hub/history.ts';
import { maxDelayMs } from '../../shared/protocol.ts';

const shown = (version: number) => ({ version, state: { version }, atUs: version });
const changes = (version: number) => new Map([['a', shown(version)]]);

function versionsAt(history: History, times: readonly number[]): (number | undefined)[] {
  return times.map((atMs) => history.at('a', atMs)?.version);
}

it('[W29] two minutes at 25 changes a second are kept exactly', () => {
  const history = new History();
  expect(exactMoments).toBe(3000);
  for (let i = 0; i < exactMoments; i += 1) {
    history.push(i, changes(i + 1));
    history.trim(i - maxDelayMs);
  }
  expect(history.size).toBe(exactMoments);
  for (let i = 0; i < exactMoments; i += 1) expect(history.at('a', i)?.version).toBe(i + 1);
  expect(history.at('a', -1)).toBeUndefined();
});

it('[W29] beyond that a state in force for under 40 ms is passed over, and never shown early', () => {
  const history = new History();
  for (let i = 0; i < exactMoments; i += 1) history.push(0, changes(i));
  history.push(100, changes(5000));
  history.push(110, changes(5001));
  history.push(139, changes(5002));
  history.push(140, changes(5003));
  expect(versionsAt(history, [0, 99, 100, 110, 138, 139, 140])).toEqual([2999, 2999, 5000, 5000, 5000, 5002, 5003]);
});

it('[W29] however much changes, 9000 moments are the most', () => {
  const history = new History();
  let size = 0;
  for (let ms = 0; ms < 2 * maxDelayMs + 1000; ms += 1) {
    for (let i = 0; i < (ms < 1000 ? 4 : 1); i += 1) history.push(ms, changes(4 * ms + i));
    history.trim(ms - maxDelayMs);
    size = Math.max(size, history.size);
  }
  expect(mostMoments).toBe(9000);
  expect(size).toBeGreaterThan(exactMoments);
  expect(size).toBeLessThanOrEqual(mostMoments);
});

it('[W29] of joined moments the later state of each topic holds, and what only the earlier had is kept', () => {
  const history = new History();
  for (let i = 0; i < exactMoments; i += 1) history.push(0, changes(1));
  history.push(
    10,
    new Map([
      ['a', shown(2)],
      ['b', shown(1)],
      ['c', shown(1)],
    ]),
  );
  history.push(
    20,
    new Map([
      ['a', shown(3)],
      ['c', undefined],
    ]),
  );
  expect(['a', 'b', 'c'].map((name) => history.at(name, 20)?.version)).toEqual([3, 1, undefined]);
  expect(['a', 'b', 'c'].map((name) => history.at(name, 19)?.version)).toEqual([1, undefined, undefined]);
});

it('[W12] whatever is let go of, what was in force at any time since stays known', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b'),
    gapMs: fc.nat(50),
    gone: fc.boolean(),
    trim: fc.option(fc.nat(60)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const history = new History();
      const log: { name: string; atMs: number; version: number | undefined }[] = [];
      let atMs = 0;
      let sinceMs = 0;
      for (const [version, { name, gapMs, gone, trim }] of steps.entries()) {
        atMs += gapMs;
        history.push(atMs, new Map([[name, gone ? undefined : shown(version)]]));
        log.push({ name, atMs, version: gone ? undefined : version });
        if (trim !== null) sinceMs = Math.max(sinceMs, atMs - trim);
        history.trim(sinceMs);
        for (const topic of ['a', 'b']) {
          for (let ms = sinceMs; ms <= atMs; ms += 7) {
            const last = log.findLast((entry) => entry.name === topic && entry.atMs <= ms);
            expect(history.at(topic, ms)?.version).toBe(last?.version);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('[W12] a time that goes back counts as the last one', () => {
  const history = new History();
  history.push(100, changes(1));
  history.push(50, changes(2));
  expect(versionsAt(history, [99, 100])).toEqual([undefined, 2]);
  expect(history.moment(1)?.atMs).toBe(100);
});

it('[W29] a moment keeps its number while older ones go', () => {
  const history = new History();
  for (let i = 0; i < 5; i += 1) history.push(i * conflateMs, changes(i));
  history.trim(2 * conflateMs);
  expect([history.first, history.size]).toEqual([3, 2]);
  expect([2, 3, 5].map((number) => history.moment(number)?.atMs)).toEqual([undefined, 3 * conflateMs, undefined]);
  expect(history.before.get('a')?.version).toBe(2);
});

it('[B21] the state at a version somebody shows is found for as long as the longest delay', () => {
  const history = new History();
  for (const [ms, version] of [
    [0, 1],
    [50, 3],
    [maxDelayMs, 4],
    [maxDelayMs + 60, 9],
  ] as const) {
    history.push(ms, changes(version));
    history.push(ms, new Map([['b', shown(version)]]));
  }
  history.trim(60);
  expect([0, 2, 3, 4, 8, 9, 12].map((version) => history.version('a', version)?.version)).toEqual([
    undefined,
    undefined,
    3,
    4,
    4,
    9,
    9,
  ]);
  expect(history.version('c', 9)).toBeUndefined();
});
