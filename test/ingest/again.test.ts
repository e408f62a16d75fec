import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Follower } from '../proof/follower.ts';
import { outcomeOf } from '../proof/recovery.ts';
import * as s from './stream.ts';

const again = '2026-01-10T12:09:00.5000000Z';
const story: readonly s.Event[] = [
  ...s.opening(),
  s.start(),
  s.lap(s.innerId, 18.5),
  s.clear(),
  s.start(again),
  s.passing(s.innerId, 7, 7, { gun: again }),
  s.lap(s.innerId, 18.2, { gun: again, how: 'Optical', flags: 1 }),
  s.lap(s.innerId, 18.196, { gun: again }),
  s.lap(s.outerId, 18.6, { gun: again }),
  s.lap(s.innerId, 46.9, { gun: again }),
  s.lap(s.outerId, 47.4, { gun: again }),
  s.updated(s.outerId, 47.5, 47.4, { gun: again }),
  s.lap(s.innerId, 76.1, { gun: again }),
  s.lap(s.outerId, 77.3, { gun: again }),
  s.lap(s.outerId, 96, { gun: again, flags: 49 }),
  s.lap(s.innerId, 76.08, { gun: again, how: 'Photofinish' }),
  s.committed(),
  s.deactivated(),
  s.activated(),
  s.start(again),
  s.committed(),
];
const told = s.lines(...story);
const whole = () => new Follower().hearAll(told);

describe('what is told again', () => {
  it('[I1] by a source that was started anew comes to the same facts with the same ids', () => {
    expect([...whole().facts]).toEqual([...whole().facts]);
  });

  it('[I1] from the beginning on a new connection brings nothing new, wherever the first one broke off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: told.length }), (cut) => {
        const follower = new Follower().hearAll(told.slice(0, cut)).reconnect().hearAll(told);
        expect([...follower.facts.keys()].sort()).toEqual([...whole().facts.keys()].sort());
        expect(outcomeOf(follower.board(s.race))).toEqual(outcomeOf(whole().board(s.race)));
      }),
    );
  });

  it('[I5] only from where the line broke is heard as if it had not broken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: told.length }), (cut) => {
        const follower = new Follower().hearAll(told.slice(0, cut)).reconnect().hearAll(told.slice(cut));
        expect(outcomeOf(follower.board(s.race))).toEqual(outcomeOf(whole().board(s.race)));
        // Called up just after: told again or opened again, nobody can say, and it makes no difference in the end.
        if (told[cut] !== told[2]) expect([...follower.facts]).toEqual([...whole().facts]);
      }),
    );
  });

  it('[I5] as the state of the heat that is on, without its start, ends in the same board', () => {
    const recovered = [...s.opening(), ...story.slice(7, 18)];
    const follower = new Follower().hearAll(s.lines(...recovered));
    const times = (of: Follower) =>
      Object.values(of.board(s.race)?.rows ?? {}).map(({ timeUs, splits }) => [
        timeUs,
        ...Object.values(splits).map((split) => split.timeUs),
      ]);
    expect(times(follower)).toEqual(times(whole()));
  });

  it('[I5] twice as the state of the heat that is on brings duplicates, no doubles', () => {
    const recovery = s.lines(...s.opening(), ...story.slice(6, 14));
    const follower = new Follower().hearAll(recovery);
    const { size } = follower.facts;
    follower.reconnect().hearAll(recovery);
    expect(follower.facts.size).toBe(size);
    expect(follower.duplicates).toBe(size);
  });

  it('[I1] with another prefix is another meet with other races and facts', () => {
    const other = new Follower({ prefix: 'r2-', label: 'replay 2' }).hearAll(told);
    const ids = new Set(whole().facts.keys());
    expect([...other.facts.keys()].filter((id) => ids.has(id))).toEqual([]);
    expect(other.races()).toEqual([`r2-${s.race}`]);
    expect([...other.meets.values()][0]?.name).toBe('A Cup (replay 2)');
  });
});
