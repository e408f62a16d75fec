import { expect, it } from 'vitest';
import { meetOnAt } from '../../server/engine/meet-on.ts';
import { noMeets, stepMeets } from '../../server/engine/meets.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';
import { massStartMeet, pairsMeet } from './script.ts';

it('[A30] the meet that was on at an instant is the one that went to the ice last; before that, the first', () => {
  const stamp = (seq: number) => ({ seq, at: seq, acceptedUs: seq * 10, by: 'test' });
  const meets = [massStartMeet(), meetSchema.parse({ ...pairsMeet(1000, 1), id: 'm2' })];
  const records: JournalRecord[] = [
    ...meets.map((meet, i) => ({ kind: 'meet' as const, version: 1, meet, ...stamp(i + 1) })),
    { kind: 'arm', id: 'a', race: 'r1', ...stamp(3) },
    { kind: 'start', id: 's', race: 'p1', source: 'gun', ...stamp(5) },
    // A correction of what was goes to no ice.
    { kind: 'ruling', id: 'dq', race: 'r1', entry: 'e1', status: 'DQ', ...stamp(6) },
    { kind: 'start', id: 't', race: 'r1', source: 'gun', ...stamp(7) },
  ];
  const journal = stepMeets(noMeets, records);
  const on = [0, 30, 49, 50, 69, 70, Number.POSITIVE_INFINITY].map((us) => meetOnAt(journal, us));
  expect(on).toEqual(['m1', 'm1', 'm1', 'm2', 'm2', 'm1', 'm1']);
  expect(meetOnAt(noMeets, 50)).toBeUndefined();
});
