import { expect, it } from 'vitest';
import { PastResults } from '../../client/kit/past-results.ts';
import type { Meet } from '../../shared/meet.ts';
import { massStartMeet } from '../engine/script.ts';
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

it('[V64] the document of a meet is the one its state names: no later note is shown earlier', async () => {
  let tell = (_: object | undefined) => {};
  const source = {
    follow: <T extends object>(_: string, listener: (state: T | undefined) => void) => {
      tell = listener as typeof tell;
      return () => undefined;
    },
  };
  const asked: number[] = [];
  let answer = (_: Meet | undefined) => {};
  const past = new PastResults(
    source,
    () => undefined,
    ({ version }) => {
      asked.push(version);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  );
  const meet = massStartMeet();
  const say = (version: number) => tell({ meet: { id: 'm1', version }, now: { onIce: [] } });
  const come = async (document: Meet | undefined) => {
    answer(document);
    await Promise.resolve();
    await Promise.resolve();
  };
  past.ofMeet('m1');
  say(2);
  say(2);
  await come(meet);
  expect([asked, past.meet]).toEqual([[2], meet]);
  say(3);
  expect(past.meet).toBe(meet);
  const newer = { ...meet, name: 'newer' };
  await come(newer);
  expect(past.meet).toBe(newer);
  // Back in time, nothing of it stays.
  say(2);
  expect(past.meet).toBeUndefined();
  await come(undefined);
  say(2);
  await come(meet);
  expect([asked, past.meet]).toEqual([[2, 3, 2, 2], meet]);
});
