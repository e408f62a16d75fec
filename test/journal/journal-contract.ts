// What every journal does, whatever it is kept in: one suite, run against each adapter.
import { config } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { turnLinesMax } from '../../server/journal/group-commit.ts';
import type { Journal, Receipt, Refusal } from '../../server/journal/journal.ts';
import type { Fact, FactDraft, JournalRecord } from '../../shared/facts.ts';
import { about, decide, type Loose, meetOf, passing, ruling, start } from './samples.ts';

export interface Subject {
  readonly journal: Journal;
  dispose(): void;
}

export function journalContract(name: string, open: (nowUs: () => number) => Subject): void {
  describe(`${name} journal`, () => {
    let nowUs: number;
    let subject: Subject;
    let journal: Journal;
    let batches: (readonly JournalRecord[])[];

    beforeEach(async () => {
      nowUs = 1_000;
      subject = open(() => nowUs);
      journal = subject.journal;
      batches = [];
      expect(await journal.putMeet(meetOf(), 0, 'root')).toMatchObject({ ok: true, version: 1, seq: 1 });
      journal.committed$.subscribe((batch) => batches.push(batch));
    });
    afterEach(() => subject.dispose());

    const append = (...facts: FactDraft[]): Promise<Receipt | Refusal> => journal.append(facts, 'laptop');
    const stored = (fromSeq?: number): JournalRecord[] => [...journal.read(fromSeq)].flat();
    const fact = (id: string): Fact => stored().find((record) => 'id' in record && record.id === id) as Fact;
    const refused = (code: Refusal['code'], more: Loose = {}) => ({ ok: false, code, ...more });

    describe('numbers', () => {
      it('[J1] facts and meet versions share one sequence without holes', async () => {
        await append(passing('a'), passing('b'));
        await journal.putMeet(meetOf(), 1, 'root');
        await append(passing('c'));
        expect(stored().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
        expect(stored().map(({ kind }) => kind)).toEqual(['meet', 'passing', 'passing', 'meet', 'passing']);
        expect(journal.lastSeq).toBe(5);
      });

      it('[J1] a refused request uses up no number', async () => {
        await append(passing('a'), start('s', 'nowhere'));
        await append(passing('b'));
        expect(fact('b').seq).toBe(2);
      });

      it('[J1] a receipt tells the newest number of its commit', async () => {
        const both = await Promise.all([append(passing('a')), append(passing('b'), passing('c'))]);
        expect(both).toEqual([
          { ok: true, accepted: 1, duplicates: 0, lastSeq: 4 },
          { ok: true, accepted: 2, duplicates: 0, lastSeq: 4 },
        ]);
      });

      it('[J2] of a request with one bad fact nothing is stored', async () => {
        expect(await append(passing('a'), passing('b'), start('s', 'nowhere'))).toMatchObject(refused('unknown-race'));
        expect(stored()).toHaveLength(1);
        expect(batches).toEqual([]);
      });

      it('[J2] a request of nothing is acknowledged', async () => {
        expect(await append()).toEqual({ ok: true, accepted: 0, duplicates: 0, lastSeq: 1 });
        expect(batches).toEqual([]);
      });

      it('[J19] a journal is read in order from any number on, as it was emitted', async () => {
        await append(passing('a', { raw: 'é ≠ "x", [1]', speed: 11.25 }), ruling('b', 'e1', { note: '名前' }));
        await append(passing('c'));
        expect(stored(2)).toEqual(batches.flat());
        expect(stored(3).map(({ seq }) => seq)).toEqual([3, 4]);
        expect(stored(5)).toEqual([]);
        expect(stored(0)).toHaveLength(4);
      });

      it('[J19] the facts that name a race are read by race', async () => {
        await append(passing('a', { race: 'r1' }), passing('b', { race: 'r2' }), start('c', 'r1'), passing('d'));
        expect(journal.readRace('r1').map(({ id }) => id)).toEqual(['a', 'c']);
        expect(journal.readRace('nowhere')).toEqual([]);
      });
    });

    describe('content', () => {
      it('[J3] the same id with other content is refused', async () => {
        await append(passing('a'));
        const again = await append(passing('b'), passing('a', { strength: 1 }));
        expect(again).toMatchObject(refused('id-taken', { line: 1, field: 'id' }));
        expect(stored()).toHaveLength(2);
      });

      it('[J3] the same id with other content is refused within one request and within one turn', async () => {
        const [first, second] = await Promise.all([append(passing('a')), append(passing('a', { at: 1 }))]);
        expect([first.ok, second]).toMatchObject([true, refused('id-taken')]);
        expect(await append(passing('b'), passing('b', { at: 1 }))).toMatchObject(refused('id-taken', { line: 1 }));
      });

      it('[J4] the same fact again is acknowledged as a duplicate and stored once', async () => {
        await append(passing('a'));
        expect(await append(passing('a'), passing('b'))).toEqual({ ok: true, accepted: 1, duplicates: 1, lastSeq: 3 });
        expect(await append(passing('a'), passing('b'))).toEqual({ ok: true, accepted: 0, duplicates: 2, lastSeq: 3 });
        expect(stored()).toHaveLength(3);
        expect(batches).toHaveLength(2);
      });

      it('[J4] the same fact twice in one request and in one turn is stored once', async () => {
        const both = await Promise.all([append(passing('a'), passing('a')), append(passing('a'))]);
        expect(both).toMatchObject([
          { ok: true, accepted: 1, duplicates: 1 },
          { ok: true, accepted: 0, duplicates: 1 },
        ]);
        expect(stored()).toHaveLength(2);
      });

      it('[J4] key order, `after` and the instant a decision was sent with are not content', async () => {
        await append(ruling('a', 'e1', { at: 5, after: 1 }));
        const reordered = Object.fromEntries(Object.entries(ruling('a', 'e1', { after: 2, at: 6 })).reverse());
        expect(await append(reordered as FactDraft)).toMatchObject({ ok: true, duplicates: 1 });
      });

      it('[J4] the instant of a reading is content', async () => {
        await append(passing('a', { at: 5 }));
        expect(await append(passing('a', { at: 6 }))).toMatchObject(refused('id-taken'));
      });

      it('[J4] a duplicate whose race was taken over from its target is still a duplicate', async () => {
        await append(passing('a', { race: 'r1' }), about('x', 'retract', 'a'));
        expect(await append(about('x', 'retract', 'a'))).toMatchObject({ ok: true, duplicates: 1 });
      });

      it('[J31] a passing keeps the number its device gave it', async () => {
        await append(passing('a', { seq: 4711 }));
        expect(fact('a')).toMatchObject({ seq: 2, deviceSeq: 4711 });
      });

      it('[J31] a protest keeps whose it is', async () => {
        await append(decide('p', 'protest', { by: 'NOR', about: 'a push' }));
        expect(fact('p')).toMatchObject({ protester: 'NOR', by: 'laptop' });
      });

      it('[J31] a fact says when it was accepted and whose token sent it', async () => {
        nowUs = 77_000;
        await append(passing('a'));
        expect(fact('a')).toEqual({ ...passing('a'), seq: 2, acceptedUs: 77_000, by: 'laptop' });
      });
    });

    describe('instants', () => {
      it('[J5] a reading keeps its own instant, a decision gets the journal’s', async () => {
        nowUs = 9_000;
        await append(passing('a', { at: 5 }), ruling('b', 'e1', { at: 5 }));
        expect([fact('a').at, fact('b').at]).toEqual([5, 9_000]);
      });

      it('[J5] decisions are dated strictly rising while the clock stands or goes back', async () => {
        nowUs = 9_000;
        await append(ruling('a'), ruling('b', 'e2'));
        nowUs = 4_000;
        await Promise.all([append(decide('c', 'arm')), append(decide('d', 'bell', { lap: 2 }))]);
        nowUs = 20_000;
        await append(decide('e', 'close'));
        expect(['a', 'b', 'c', 'd', 'e'].map((id) => fact(id).at)).toEqual([9_000, 9_001, 9_002, 9_003, 20_000]);
      });
    });

    describe('commits', () => {
      it('[J6] what arrives in one turn is one batch, in order of seq', async () => {
        await Promise.all([
          append(passing('a'), passing('b')),
          journal.putMeet(meetOf('m2', ['x1']), 0, 'root'),
          append(start('c', 'x1')),
        ]);
        expect(batches.map((batch) => batch.map(({ seq }) => seq))).toEqual([[2, 3, 4, 5]]);
      });

      it('[J6] what arrives in another turn is another batch', async () => {
        await append(passing('a'));
        await append(passing('b'));
        expect(batches).toHaveLength(2);
      });

      it('[J7] nothing is emitted or counted in the turn in which it is asked for', async () => {
        const receipt = append(passing('a'));
        expect([batches.length, journal.lastSeq, stored().length]).toEqual([0, 1, 1]);
        await receipt;
        expect([batches.length, journal.lastSeq, stored().length]).toEqual([1, 2, 2]);
      });

      it('[J8] whoever was acknowledged finds the batch emitted and the fact stored', async () => {
        const seen = await append(passing('a')).then(() => [batches.flat().length, stored().length, journal.lastSeq]);
        expect(seen).toEqual([1, 2, 2]);
      });

      it('[J9] an observer that throws harms neither the journal nor the other observers', async () => {
        const thrown: unknown[] = [];
        config.onUnhandledError = (error) => thrown.push(error);
        try {
          journal.committed$.subscribe(() => {
            throw new Error('broken observer');
          });
          const after: number[] = [];
          journal.committed$.subscribe((batch) => after.push(batch.length));
          expect(await append(passing('a'))).toMatchObject({ ok: true });
          expect(await append(passing('b'))).toMatchObject({ ok: true, lastSeq: 3 });
          expect(after).toEqual([1, 1]);
          await expect.poll(() => thrown.length).toBe(2);
        } finally {
          config.onUnhandledError = null;
        }
      });

      it('[J9] an observer that appends gets a batch of its own, later', async () => {
        const nested: Promise<unknown>[] = [];
        journal.committed$.subscribe((batch) => {
          if (nested.length === 0) nested.push(append(passing(`after-${batch.length}`)));
        });
        await append(passing('a'));
        expect(batches).toHaveLength(1);
        expect(await nested[0]).toMatchObject({ ok: true, accepted: 1, lastSeq: 3 });
        expect(batches).toHaveLength(2);
      });

      it('[J28] a turn is committed at once when its limit of waiting lines is reached', async () => {
        const many = (from: number, count: number) =>
          Array.from({ length: count }, (_, i) => passing(`p${from + i}`, { at: from + i }));
        const first = append(...many(0, turnLinesMax - 1));
        expect(batches).toHaveLength(0);
        const second = append(passing('last'));
        expect(batches.map((batch) => batch.length)).toEqual([turnLinesMax]);
        const third = append(passing('next'));
        expect((await Promise.all([first, second, third])).every(({ ok }) => ok)).toBe(true);
        expect(batches.map((batch) => batch.length)).toEqual([turnLinesMax, 1]);
      });

      it('[J28] not even a full turn is committed while a batch is being emitted, so all observers see one order', async () => {
        const many = Array.from({ length: turnLinesMax }, (_, i) => passing(`p${i}`, { at: i }));
        const nested: Promise<unknown>[] = [];
        const seen: number[] = [];
        journal.committed$.subscribe(() => {
          if (nested.length === 0) nested.push(append(...many));
        });
        journal.committed$.subscribe((batch) => seen.push(batch.length));
        await append(passing('a'));
        expect(await nested[0]).toMatchObject({ ok: true, accepted: turnLinesMax });
        expect(seen).toEqual([1, turnLinesMax]);
      });

      it('[J29] a preview shows the facts as they would be stored, duplicates left out, and stores nothing', async () => {
        await append(passing('a', { race: 'r1' }));
        const preview = journal.preview([passing('a', { race: 'r1' }), about('x', 'retract', 'a')], 'laptop');
        expect(preview).toMatchObject({ ok: true, facts: [{ id: 'x', race: 'r1', seq: 3, by: 'laptop', at: 1_000 }] });
        expect(journal.preview([start('s', 'nowhere')], 'laptop')).toMatchObject(refused('unknown-race'));
        expect(stored()).toHaveLength(2);
        await append(passing('b'));
        expect(fact('b').seq).toBe(3);
      });

      it('[J30] closing commits what waits, completes the stream, and refuses what comes later', async () => {
        let completed = false;
        journal.committed$.subscribe({ complete: () => (completed = true) });
        const waiting = append(passing('a'));
        journal.close();
        expect([batches.flat().length, completed]).toEqual([1, true]);
        expect(await waiting).toMatchObject({ ok: true });
        expect(await append(passing('b'))).toMatchObject(refused('closed'));
        expect(await journal.putMeet(meetOf(), 1, 'root')).toMatchObject(refused('closed'));
        journal.close();
      });

      it('[J30] a healthy journal says so', () => {
        expect(journal.health).toEqual({ ok: true });
        expect(journal.epoch).toMatch(/^[0-9a-f]{12}\.\d+$/);
      });
    });
  });
}
