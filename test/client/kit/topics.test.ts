import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Topics, unknownTopicRetryMs } from '../../../client/kit/topics.ts';
import { diff } from '../../../shared/patch.ts';
import type { ClientMessage, ServerMessage } from '../../../shared/wire.ts';
import { beat, patch, snap } from '../fake-socket.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function following(topic = 'race/r') {
  const sent: ClientMessage[] = [];
  const topics = new Topics((message) => sent.push(message));
  const states: (object | undefined)[] = [];
  const leave = topics.follow(topic, (state) => states.push(state));
  return { sent, topics, states, leave };
}

it('[V1] a patch counts at exactly its base', () => {
  const { topics, states } = following();
  topics.hear(snap(4, { laps: 16, rows: { a: 1 } }));
  topics.hear(patch(4, { laps: 15, rows: { a: null, b: 2 } }));
  expect(states.at(-1)).toEqual({ laps: 15, rows: { b: 2 } });
});

it.each([
  ['a patch from another base', patch(5, { laps: 1 })],
  ['a patch of another epoch', patch(4, { laps: 1 }, 'j.2')],
  ['a beat at another version', beat(6)],
  ['a beat of another epoch', beat(4, 'j.2')],
])('[V1] %s makes it ask for the whole once, and wait for it', (_, message) => {
  const { topics, sent, states } = following();
  topics.hear(snap(4, { laps: 16 }));
  sent.length = 0;
  topics.hear(message);
  topics.hear(patch(4, { laps: 2 }));
  topics.hear(beat(4));
  expect(sent).toEqual([{ t: 'sub', topic: 'race/r' }]);
  expect(states).toEqual([{ laps: 16 }]);
  topics.hear(snap(7, { laps: 9 }, 'j.2'));
  topics.hear(patch(7, { laps: 8 }, 'j.2'));
  expect(states).toEqual([{ laps: 16 }, { laps: 9 }, { laps: 8 }]);
});

it('[V1] a beat at its version tells the page nothing', () => {
  const { topics, states, sent } = following();
  topics.hear(snap(4, { laps: 16 }));
  topics.hear(beat(4));
  expect(states).toHaveLength(1);
  expect(sent).toHaveLength(1);
});

it('[V1] a patch before any state makes it ask for the whole', () => {
  const { topics, sent, states } = following();
  topics.hear(patch(4, { laps: 1 }));
  expect(sent).toEqual([
    { t: 'sub', topic: 'race/r' },
    { t: 'sub', topic: 'race/r' },
  ]);
  expect(states).toEqual([]);
});

it('[V1] what a patch does not touch stays the identical object', () => {
  const { topics, states } = following();
  topics.hear(snap(1, { laps: 16, rows: { a: { name: 'A' }, b: { name: 'B' } } }));
  topics.hear(patch(1, { rows: { b: { name: 'C' } } }));
  const [before, after] = states as { rows: Record<string, object> }[];
  expect(after?.rows.a).toBe(before?.rows.a);
  expect(after?.rows.b).not.toBe(before?.rows.b);
});

it('[V1] two parts of a page share one subscription, and the later one has the state at once', () => {
  const { topics, sent, leave } = following();
  topics.hear(snap(1, { laps: 16 }));
  const late: unknown[] = [];
  const leaveToo = topics.follow('race/r', (state) => late.push(state));
  expect(late).toEqual([{ laps: 16 }]);
  expect(sent).toHaveLength(1);
  leave();
  expect(sent).toHaveLength(1);
  leaveToo();
  expect(sent.at(-1)).toEqual({ t: 'unsub', topic: 'race/r' });
});

it('[V1] what was left is not subscribed again on a new connection', () => {
  const { topics, sent, leave } = following();
  leave();
  leave();
  sent.length = 0;
  topics.resume();
  topics.hear(snap(1, { laps: 16 }));
  expect(sent).toEqual([]);
});

it('[V2] a topic the server does not know is nothing, and asked for again', () => {
  const { topics, sent, states } = following('race/tomorrow');
  const refusal: ServerMessage = { t: 'error', code: 'unknown-topic', says: 'No such race.', topic: 'race/tomorrow' };
  topics.hear(refusal);
  expect(states).toEqual([undefined]);
  vi.advanceTimersByTime(unknownTopicRetryMs - 1);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toHaveLength(2);
  topics.hear(snap(1, { laps: 16 }, 'j.1', 'race/tomorrow'));
  expect(states.at(-1)).toEqual({ laps: 16 });
  vi.advanceTimersByTime(10 * unknownTopicRetryMs);
  expect(sent).toHaveLength(2);
});

it('[V2] a refusal that is about no topic, or about one not followed, changes nothing', () => {
  const { topics, sent, states } = following();
  topics.hear({ t: 'error', code: 'too-many', says: 'Slow down.' });
  topics.hear({ t: 'error', code: 'unknown-topic', says: 'No.', topic: 'race/other' });
  vi.advanceTimersByTime(10 * unknownTopicRetryMs);
  expect(states).toEqual([]);
  expect(sent).toHaveLength(1);
});

it('[V1] whatever is lost or repeated on the way, the page ends equal to the server', () => {
  const states = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { minLength: 1, maxLength: 12 });
  const fates = fc.array(fc.constantFrom('arrives', 'lost', 'twice', 'reconnects'), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(states, fates, (versions, fate) => {
      const last = versions.length - 1;
      let shown: object | undefined;
      const asked: ClientMessage[] = [];
      const topics = new Topics((message) => asked.push(message));
      topics.follow('race/r', (state) => {
        shown = state;
      });
      const answer = (at: number) => {
        for (const _ of asked.splice(0)) topics.hear(snap(at, versions[at] as object));
      };
      answer(0);
      for (let at = 1; at <= last; at += 1) {
        const change = diff(versions[at - 1] as object, versions[at] as object) ?? {};
        if (fate[at] === 'reconnects') topics.resume();
        else if (fate[at] !== 'lost') topics.hear(patch(at - 1, change));
        if (fate[at] === 'twice') topics.hear(patch(at - 1, change));
        answer(at);
      }
      topics.hear(beat(last));
      answer(last);
      expect(shown).toEqual(versions[last]);
    }),
    { numRuns: 300 },
  );
});
