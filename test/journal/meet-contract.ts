// How a journal keeps meets: versions, races of one meet only, and nothing removed that has crossings.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../server/journal/journal.ts';
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import type { Subject } from './journal-contract.ts';
import { decide, meetOf, passing, ruling, start } from './samples.ts';

export function meetContract(name: string, open: (nowUs: () => number) => Subject): void {
  describe(`${name} journal keeps meets`, () => {
    let subject: Subject;
    let journal: Journal;

    beforeEach(async () => {
      subject = open(() => 1_000);
      journal = subject.journal;
      await put(meetOf(), 0);
    });
    afterEach(() => subject.dispose());

    const put = (meet: Meet, expected: number) => journal.putMeet(meet, expected, 'secretary');
    const append = async (...facts: FactDraft[]) =>
      expect(await journal.append(facts, 'laptop')).toMatchObject({ ok: true });

    it('[J16] a version replaces exactly the one that was read', async () => {
      expect(await put(meetOf(), 0)).toMatchObject({ ok: false, code: 'version-mismatch' });
      expect(await put(meetOf(), 2)).toMatchObject({ ok: false, code: 'version-mismatch' });
      expect(await put({ ...meetOf(), name: 'Renamed' }, 1)).toEqual({ ok: true, version: 2, seq: 2 });
      expect(journal.meet('m1')).toMatchObject({ version: 2, seq: 2, by: 'secretary', meet: { name: 'Renamed' } });
    });

    it('[J16] a new meet replaces version 0', async () => {
      expect(await put(meetOf('m2', ['x']), 1)).toMatchObject({ ok: false, code: 'version-mismatch' });
      expect(await put(meetOf('m2', ['x']), 0)).toEqual({ ok: true, version: 1, seq: 2 });
      expect(journal.meet('m3')).toBeUndefined();
    });

    it('[J16] of two who replace the same version in one turn the first wins', async () => {
      const both = await Promise.all([put({ ...meetOf(), name: 'A' }, 1), put({ ...meetOf(), name: 'B' }, 1)]);
      expect(both).toMatchObject([
        { ok: true, version: 2 },
        { ok: false, code: 'version-mismatch' },
      ]);
      expect(journal.meet('m1')?.meet.name).toBe('A');
    });

    it('[J16] every version stays in the journal', async () => {
      await put({ ...meetOf(), name: 'Renamed' }, 1);
      const names = [...journal.read()].flat().map((record) => record.kind === 'meet' && record.meet.name);
      expect(names).toEqual(['Test meet', 'Renamed']);
    });

    it('[J17] a race that another meet has is refused, and named', async () => {
      const answer = await put(meetOf('m2', ['x', 'r2']), 0);
      expect(answer).toMatchObject({ ok: false, code: 'race-elsewhere', field: 'races.1.id' });
    });

    it('[J17] a race that left its meet may join another, within one turn', async () => {
      const both = await Promise.all([put(meetOf('m1', ['r1']), 1), put(meetOf('m2', ['r2']), 0)]);
      expect(both).toMatchObject([{ ok: true }, { ok: true }]);
      expect(await put(meetOf('m1', ['r1', 'r2']), 2)).toMatchObject({ ok: false, code: 'race-elsewhere' });
    });

    const withoutE1 = meetOf('m1', ['r1', 'r2'], ['e2']);
    const held = (about: string) => ({
      ok: false,
      code: 'entry-has-crossings',
      field: 'races',
      says: expect.stringContaining(about),
    });

    it('[J18] races and entries without facts may go', async () => {
      expect(await put(withoutE1, 1)).toMatchObject({ ok: true });
      expect(await put(meetOf('m1', ['r1'], ['e2']), 2)).toMatchObject({ ok: true });
    });

    const holding: [string, FactDraft[]][] = [
      ['a passing that names it', [passing('f', { race: 'r1', entry: 'e1' })]],
      ['a passing of its transponder in the race', [passing('f', { race: 'r1', transponder: 'T-1' })]],
      ['a ruling', [ruling('f')]],
      ['a hand time', [decide('f', 'handtime', { entry: 'e1', watches: [30_000_000] })]],
      ['a false start', [decide('f', 'falseStart', { entry: 'e1' })]],
      ['a place in a sprint', [decide('f', 'sprint', { sprint: 1, order: [['e2'], ['e1']] })]],
      ['a place at the finish', [decide('f', 'finish', { order: [['e2', 'e1']] })]],
      ['a reading amended to it', [passing('p', { race: 'r1' }), decide('f', 'amend', { target: 'p', toEntry: 'e1' })]],
      ['a passing of its transponder while the race is on', [start('s'), passing('f', { transponder: 'T-1' })]],
      [
        'a passing of its transponder while the race is on, by a device whose clock is behind',
        [start('s'), passing('f', { transponder: 'T-1', at: 5 })],
      ],
      ['a passing that names it and no race while the race is on', [start('s'), passing('f', { entry: 'e1' })]],
      [
        'a passing of a transponder it was assigned',
        [decide('a', 'assign', { transponder: 'X-1', entry: 'e1' }), passing('f', { race: 'r1', transponder: 'X-1' })],
      ],
      [
        'a passing of a transponder it was given on the day',
        [
          decide('a', 'entry', { entry: 'e1', transponders: ['X-1'] }),
          decide('b', 'arm'),
          passing('f', { transponder: 'X-1' }),
        ],
      ],
      [
        'a passing before a window that was opened back-dated',
        [passing('f', { transponder: 'T-1', at: 500 }), decide('a', 'arm', { fromUs: 400 })],
      ],
    ];

    it.each(holding)('[J18] an entry with %s is neither removed nor renamed', async (_, facts) => {
      await append(...facts);
      expect(await put(withoutE1, 1)).toMatchObject(held('entry e1 of race r1'));
      expect(await put(meetOf('m1', ['r1', 'r2'], ['e2', 'e9']), 1)).toMatchObject(held('fact f'));
      expect(await put(meetOf('m1', ['r1', 'r2'], ['e2', 'e1']), 1)).toMatchObject({ ok: true, version: 2 });
    });

    it.each(holding)('[J18] the race of an entry with %s is not removed', async (_, facts) => {
      await append(...facts);
      expect(await put(meetOf('m1', ['r2']), 1)).toMatchObject(held('race r1'));
    });

    /** r1 leads one of e1 and e2 to r2, which lists nobody. */
    const rounds = (entries: readonly string[], final: readonly string[] = []): Meet => {
      const meet = meetOf('m1', ['r1', 'r2'], entries);
      const [event] = meet.events;
      const list = [
        { id: 'semi', advance: [{ places: 1, mark: 'Q' as const }] },
        { id: 'final', advance: [] },
      ];
      const [semi, last] = meet.races;
      if (event === undefined || semi === undefined || last === undefined) throw new Error('no races');
      return {
        ...meet,
        events: [{ ...event, rounds: list }],
        races: [
          { ...semi, round: 'semi' },
          { ...last, round: 'final', entries: last.entries.filter(({ id }) => final.includes(id)) },
        ],
      };
    };

    it.each<[string, FactDraft[]]>([
      ['a ruling', [ruling('f', 'e1', { race: 'r2' })]],
      ['a passing of its transponder while the race is on', [start('s', 'r2'), passing('f', { transponder: 'T-1' })]],
    ])('[J18] whoever may be in a race that is filled, and has %s there, stays in it', async (_, facts) => {
      await put(rounds(['e1', 'e2']), 1);
      await append(...facts);
      expect(await put(rounds(['e1', 'e2'], ['e2']), 2)).toMatchObject(held('entry e1 of race r2'));
      expect(await put(rounds(['e2']), 2)).toMatchObject(held('fact f'));
      expect(await put(rounds(['e1', 'e2', 'e3']), 2)).toMatchObject({ ok: true });
      expect(await put(rounds(['e1', 'e2', 'e3'], ['e1']), 3)).toMatchObject({ ok: true });
    });

    it('[J18] whoever was read only before or after a race that is filled may leave it', async () => {
      await put(rounds(['e1', 'e2']), 1);
      await append(
        passing('before', { transponder: 'T-1', at: 5 }),
        start('s', 'r2', { at: 10 }),
        decide('c', 'close', { race: 'r2', toUs: 100 }),
        passing('after', { transponder: 'T-1', at: 200 }),
      );
      expect(await put(rounds(['e1', 'e2'], ['e2']), 2)).toMatchObject({ ok: true });
    });

    it('[J18] facts of the same turn hold an entry too', async () => {
      const facts = journal.append([ruling('f')], 'laptop');
      expect(await put(withoutE1, 1)).toMatchObject(held('fact f'));
      expect(await facts).toMatchObject({ ok: true });
    });

    it('[J18] readings hold no entry of a race that was not on then', async () => {
      await append(
        passing('before', { transponder: 'T-1', at: 5 }),
        start('s', 'r2', { at: 10 }),
        decide('a', 'arm', { race: 'r2' }),
      );
      expect(await put(withoutE1, 1)).toMatchObject({ ok: true });
    });

    it('[J18] a start holds its race, an armed window and a start-list change do not', async () => {
      await append(decide('a', 'arm', { race: 'r2' }), decide('b', 'entry', { race: 'r2', entry: 'e1', bib: '7' }));
      expect(await put(meetOf('m1', ['r1']), 1)).toMatchObject({ ok: true });
      await append(start('s', 'r1'));
      expect(await put(meetOf('m1', []), 2)).toMatchObject(held('race r1 has a start'));
    });
  });
}
