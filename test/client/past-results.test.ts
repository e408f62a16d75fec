import { expect, it } from 'vitest';
import { PastResults } from '../../client/kit/past-results.ts';
import { runningMassStart } from './fixtures.ts';

it('[V51] earlier races are followed as the page follows all, as long as somebody is looked at, and no others', () => {
  const followed = new Map<string, (state: object | undefined) => void>();
  const source = {
    follow: <T extends object>(topic: string, listener: (state: T | undefined) => void) => {
      followed.set(topic, listener as (state: object | undefined) => void);
      return () => void followed.delete(topic);
    },
  };
  const past = new PastResults(source, () => undefined);
  past.follow(['semi', 'quarter']);
  const board = runningMassStart(3);
  followed.get('race/semi')?.(board);
  expect(past.boards.get('semi')).toBe(board);
  past.follow(['semi']);
  expect([...followed.keys()]).toEqual(['race/semi']);
  followed.get('race/semi')?.(undefined);
  expect(past.boards.size).toBe(0);
  past.follow([]);
  expect(followed.size).toBe(0);
});
