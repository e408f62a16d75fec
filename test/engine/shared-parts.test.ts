import { describe, expect, it, vi } from 'vitest';
import { noBoards } from '../../server/engine/boards.ts';
import { fold, foresee, stateOf } from '../../server/engine/fold.ts';
import { Growing } from '../../server/engine/growing.ts';
import { memo } from '../../server/engine/memo.ts';
import { reuse } from '../../server/engine/reuse.ts';
import type { Fact } from '../../shared/facts.ts';
import { massStartMeet, pairsMeet, Script, steady } from './script.ts';

describe('what did not change', () => {
  it('[F5] is the part of before, however deep', () => {
    const before = { a: { b: [1, { c: 2 }], d: 1 }, e: [{ f: 1 }, { g: 2 }] };
    const after = reuse(before, { a: { b: [1, { c: 2 }], d: 2 }, e: [{ f: 1 }, { g: 3 }, 4] });
    expect(after).toEqual({ a: { b: [1, { c: 2 }], d: 2 }, e: [{ f: 1 }, { g: 3 }, 4] });
    expect(after).not.toBe(before);
    expect(after.a.b).toBe(before.a.b);
    expect(after.e[0]).toBe(before.e[0]);
    expect(reuse(before, structuredClone(before))).toBe(before);
  });

  it('[F5] an object and a list, or nothing, have no part in common', () => {
    expect(reuse([1], { 0: 1 })).toEqual({ 0: 1 });
    expect(reuse({ 0: 1 }, [1])).toEqual([1]);
    expect(reuse(undefined, { a: 1 })).toEqual({ a: 1 });
    expect(reuse({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  });

  it('[F5] of a board keeps its identity row by row', () => {
    const script = new Script(massStartMeet());
    script.start();
    for (const entry of ['e1', 'e2', 'e3']) script.laps(entry, steady(2));
    const boards = script.boards();
    const before = script.board();
    script.cross('e4', 60.5);
    const after = stateOf(script.stepOf(boards), 'race/r1') as typeof before;
    const kept = stateOf(boards, 'race/r1') as typeof before;
    expect(after.rows.e4).not.toEqual(kept.rows.e4);
    expect(after.rows.e1).toBe(kept.rows.e1);
    expect(after.course).toBe(kept.course);
  });

  it('[F5] the second ankle of a crossing changes nothing, and so says nothing', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 30);
    const boards = script.boards();
    script.cross('e1', 30.02);
    expect([...script.stepOf(boards).changed.keys()]).toEqual([]);
  });

  it('[F5] a race of another meet does not even look up', () => {
    const script = new Script(pairsMeet(500, 2));
    const other = massStartMeet();
    const boards = fold(script.boards(), [
      { kind: 'meet', seq: 50, acceptedUs: 0, by: 'test', version: 1, meet: { ...other, id: 'm2' } },
    ]);
    const after = fold(boards, [
      { id: 'x', kind: 'start', at: 1, source: 's', race: 'r1', seq: 51, acceptedUs: 0, by: 'test' },
    ]);
    expect(after.events.races.byMeet.get('m1')?.races).toBe(boards.events.races.byMeet.get('m1')?.races);
    expect([...after.changed.keys()].sort()).toEqual(['meet/m2', 'now', 'race/r1']);
  });

  it('[F22] a decision that moves no window and no transponder binds no reading again', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.read('T1a', 30);
    const before = script.boards();
    script.rule('e1', 'YC');
    const after = script.stepOf(before);
    const bindingIn = (boards: typeof before) => boards.events.races.byMeet.get('m1')?.binding;
    expect(bindingIn(after)).toBe(bindingIn(before));
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e1' });
    expect(bindingIn(script.stepOf(after))).not.toBe(bindingIn(after));
  });

  it('[F5] a topic that goes is said to be gone', () => {
    const script = new Script(pairsMeet(500, 2));
    const boards = script.boards();
    script.replaceMeet(pairsMeet(500, 1));
    const after = script.stepOf(boards);
    expect(after.changed.has('race/p2')).toBe(true);
    expect(after.changed.get('race/p2')).toBeUndefined();
    expect(stateOf(after, 'race/p2')).toBeUndefined();
  });

  it('[F5] nothing at all is nothing on', () => {
    expect(stateOf(noBoards, 'now')).toEqual({ onIce: [] });
    expect(stateOf(noBoards, 'race/r1')).toBeUndefined();
  });
});

describe('memo', () => {
  it('[F5] gives the same result while its arguments are the same, and no other', () => {
    const compute = vi.fn((key: { n: number }, more: number) => ({ sum: key.n + more }));
    const remembered = memo(compute);
    const [one, two] = [{ n: 1 }, { n: 1 }];
    expect(remembered(one, 1)).toBe(remembered(one, 1));
    expect(remembered(two, 1)).toEqual({ sum: 2 });
    expect(remembered(one, 2)).toEqual({ sum: 3 });
    expect(compute).toHaveBeenCalledTimes(3);
  });
});

describe('a list that grows', () => {
  it('[F5] leaves every older one as it was, also where two grow from the same', () => {
    const none = new Growing<number>();
    const one = none.add([1]);
    const two = one.add([2, 3]);
    const other = one.add([4]);
    expect([none, one, two, other].map((list) => list.from(0))).toEqual([[], [1], [1, 2, 3], [1, 4]]);
    expect(two.add([5]).from(0)).toEqual([1, 2, 3, 5]);
    expect(other.from(0)).toEqual([1, 4]);
    expect(one.add([])).toBe(one);
  });

  it('[F5] looks no further than its own end', () => {
    const one = new Growing<number>().add([1, 2]);
    one.add([3, 4]);
    expect(one.length).toBe(2);
    expect(one.filter((n) => n > 1)).toEqual([2]);
    expect(one.findLast((n) => n > 0)).toBe(2);
    expect(one.findLast((n) => n > 2)).toBeUndefined();
    expect(one.from(1)).toEqual([2]);
  });

  it('[F6] a look ahead that grew it does not show in what really comes next', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.read('T1a', 30);
    const boards = script.boards();
    const other = new Script(massStartMeet());
    other.start();
    other.read('T1a', 30);
    other.read('T1a', 60);
    foresee(boards, other.records.slice(-1) as Fact[]);
    script.read('T2a', 30.5);
    const after = stateOf(script.stepOf(boards), 'race/r1');
    expect(after).toEqual(script.board());
  });
});
