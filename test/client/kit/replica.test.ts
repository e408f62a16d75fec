import { expect, it } from 'vitest';
import { advance, type Replica, type TopicMessage } from '../../../client/kit/replica.ts';
import { beat, patch, snap } from '../fake-socket.ts';

const held: Replica = { epoch: 'j.1', version: 4, state: { laps: 16 } };

it.each([
  ['a snapshot replaces everything', snap(2, { laps: 3 }, 'j.9'), { epoch: 'j.9', version: 2, state: { laps: 3 } }],
  ['a patch at its base moves it on', patch(4, { laps: 15 }), { epoch: 'j.1', version: 5, state: { laps: 15 } }],
  ['a patch from before is refused', patch(3, { laps: 15 }), undefined],
  ['a patch from after is refused', patch(5, { laps: 15 }), undefined],
  ['a patch of a former opening is refused', patch(4, { laps: 15 }, 'j.0'), undefined],
  ['a beat elsewhere shows that something was missed', beat(5), undefined],
])('[V1] %s', (_, message, after) => {
  expect(advance(held, message as TopicMessage)).toEqual(after);
});

it('[V1] a beat at its version leaves the identical copy', () => {
  expect(advance(held, beat(4) as TopicMessage)).toBe(held);
});
