// Which facts a journal admits: races, targets, decisions that collide. Run against each adapter.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal, Receipt, Refusal } from '../../server/journal/journal.ts';
import type { Fact, FactDraft } from '../../shared/facts.ts';
import type { Subject } from './journal-contract.ts';
import { about, decide, type Loose, meetOf, passing, ruling, start } from './samples.ts';

export function admissionContract(name: string, open: (nowUs: () => number) => Subject): void {
  describe(`${name} journal admits`, () => {
    let subject: Subject;
    let journal: Journal;

    beforeEach(async () => {
      subject = open(() => 1_000);
      journal = subject.journal;
      await journal.putMeet(meetOf(), 0, 'root');
    });
    afterEach(() => subject.dispose());

    const append = (...facts: FactDraft[]): Promise<Receipt | Refusal> => journal.append(facts, 'laptop');
    const fact = (id: string): Fact =>
      [...journal.read()].flat().find((record) => 'id' in record && record.id === id) as Fact;
    const refused = (code: Refusal['code'], more: Loose = {}) => ({ ok: false, code, ...more });
    const accepted = { ok: true };

    describe('races', () => {
      it('[J10][J15] a fact of a race that no meet has is refused, with line, field and a sentence that names it', async () => {
        const says = expect.stringContaining('nowhere');
        expect(await append(passing('a'), start('b', 'nowhere'))).toEqual(
          refused('unknown-race', { line: 1, field: 'race', says }),
        );
        expect(await append(passing('c', { race: 'nowhere' }))).toMatchObject(refused('unknown-race', { line: 0 }));
        expect(await append(decide('d', 'arm', { race: 'nowhere' }))).toMatchObject(refused('unknown-race'));
      });

      it('[J10][J14] what is decided about a whole meet needs the meet, and collides on its own subject only', async () => {
        const programme = (id: string, meet: string, after = 0) =>
          ({ id, kind: 'programme', meet, show: 'r1', after }) as FactDraft;
        const says = expect.stringContaining('no meet m9');
        expect(await append(programme('a', 'm9'))).toEqual(refused('unknown-meet', { line: 0, field: 'meet', says }));
        expect(await append(programme('b', 'm1'))).toMatchObject(accepted);
        expect(await append({ id: 'c', kind: 'programme', meet: 'm2', delayUs: 1, after: 0 })).toMatchObject(
          refused('unknown-meet'),
        );
        expect(await append(programme('d', 'm1'))).toMatchObject(refused('newer-decision'));
        expect(await append(programme('e', 'm1', fact('b').seq))).toMatchObject(accepted);
      });

      it('[J10a][J15] only what the federation designates is given to somebody, and to an athlete of the meet', async () => {
        const slots = [{ event: 'm1-ms', place: 1 }, { designated: true as const }];
        const selection = { id: 's', name: 'S', kind: 'matrix' as const, quota: 2, slots };
        const athletes = [{ id: 'a1', name: "N'tab" }];
        await journal.putMeet({ ...meetOf(), athletes, selections: [selection] }, 1, 'root');
        const designate = (id: string, more: Loose = {}) =>
          append({ id, kind: 'designate', meet: 'm1', selection: 's', slot: 2, ...more } as FactDraft);
        const says = (text: string) => ({ says: expect.stringContaining(text) });
        expect(await designate('a', { selection: 'x' })).toEqual(
          refused('unknown-slot', { line: 0, field: 'selection', ...says('it has s') }),
        );
        for (const slot of [1, 3]) {
          expect(await designate('a', { slot })).toEqual(
            refused('unknown-slot', { line: 0, field: 'slot', ...says('those are 2') }),
          );
        }
        expect(await designate('a', { athlete: 'nobody' })).toEqual(
          refused('unknown-athlete', { line: 0, field: 'athlete', ...says('nobody') }),
        );
        expect(await designate('a', { athlete: 'a1', after: 0 })).toMatchObject(accepted);
        expect(await designate('b', { after: 0 })).toMatchObject(refused('newer-decision', { field: 'after' }));
        expect(await designate('c', { after: fact('a').seq })).toMatchObject(accepted);
      });

      it('[J10] a race is known as soon as its meet is put, within the same turn', async () => {
        const put = journal.putMeet(meetOf('m2', ['x1']), 0, 'root');
        expect(await append(start('a', 'x1'))).toMatchObject(accepted);
        expect(await put).toMatchObject(accepted);
      });

      it('[J10] a race that a newer version has removed is unknown, within the same turn too', async () => {
        const put = journal.putMeet(meetOf('m1', ['r1']), 1, 'root');
        expect(await append(start('a', 'r2'))).toMatchObject(refused('unknown-race'));
        expect(await put).toMatchObject(accepted);
        expect(await append(start('a', 'r2'))).toMatchObject(refused('unknown-race'));
      });

      it('[J10] an unknown entry or transponder is kept', async () => {
        expect(await append(passing('a', { transponder: 'ZZ-9' }), ruling('b', 'nobody'))).toMatchObject(accepted);
      });
    });

    describe('targets', () => {
      const kinds = ['retract', 'restore', 'amend', 'present', 'announce'];

      it.each(kinds)('[J11] %s of a fact that is not there is refused', async (kind) => {
        const nothing = refused('unknown-target', { line: 1, field: 'target' });
        expect(await append(passing('a'), about('x', kind, 'nothing'))).toMatchObject(nothing);
        expect(await append(passing('a'), about('x', kind, 'x'))).toMatchObject(nothing);
      });

      it('[J11] a target may be earlier in the same request or turn, but not later', async () => {
        const earlier = append(passing('a'), about('x', 'retract', 'a'));
        expect(await append(about('y', 'retract', 'x2'))).toMatchObject(refused('unknown-target'));
        const turn = append(about('z', 'amend', 'a', { toAt: 7 }));
        expect([await earlier, await turn]).toMatchObject([accepted, accepted]);
        expect(await append(about('v', 'retract', 'w'), passing('w'))).toMatchObject(refused('unknown-target'));
      });

      it('[J12] a retraction and a restoration cannot be retracted or restored', async () => {
        await append(passing('a'), about('x', 'retract', 'a'), about('y', 'restore', 'a'));
        for (const target of ['x', 'y']) {
          for (const kind of ['retract', 'restore']) {
            const answer = await append(about(`${kind}-${target}`, kind, target));
            expect(answer).toMatchObject(refused('wrong-target', { line: 0, field: 'target' }));
          }
        }
        expect(await append(about('z', 'retract', 'a'))).toMatchObject(accepted);
      });

      it('[J12] every other kind can be retracted', async () => {
        await append(passing('a'), about('b', 'amend', 'a', { toAt: 1 }), about('c', 'present', 'a'), ruling('d'));
        const all = ['a', 'b', 'c', 'd'].map((target) => about(`not-${target}`, 'retract', target));
        expect(await append(...all)).toMatchObject({ ok: true, accepted: 4 });
      });

      it('[J12] only a reading can be amended or presented', async () => {
        await append(start('s'), ruling('b'));
        expect(await append(about('x', 'amend', 's', { toAt: 1 }))).toMatchObject(accepted);
        expect(await append(about('y', 'amend', 'b'))).toMatchObject(refused('wrong-target', { field: 'target' }));
        expect(await append(about('z', 'present', 'b'))).toMatchObject(refused('wrong-target', { field: 'target' }));
      });

      it('[J12] only a held ruling can be announced', async () => {
        await append(ruling('held', 'e1', { held: true }), ruling('public'), passing('a'));
        expect(await append(about('x', 'announce', 'held'))).toMatchObject(accepted);
        expect(await append(about('y', 'announce', 'public'))).toMatchObject(refused('wrong-target'));
        expect(await append(about('z', 'announce', 'a'))).toMatchObject(refused('wrong-target'));
      });

      it('[J13] a decision takes over the race of its target', async () => {
        await append(passing('a', { race: 'r2' }), passing('b'));
        await append(
          about('x', 'retract', 'a'),
          about('y', 'retract', 'b'),
          about('z', 'present', 'b', { race: 'r1' }),
        );
        expect([fact('x').race, fact('y').race, fact('z').race]).toEqual(['r2', undefined, 'r1']);
        expect(journal.readRace('r2').map(({ id }) => id)).toEqual(['a', 'x']);
      });

      it('[J13] a decision of another race than its target is refused', async () => {
        await append(passing('a', { race: 'r2' }));
        const answer = await append(about('x', 'retract', 'a', { race: 'r1' }));
        expect(answer).toMatchObject(refused('wrong-target', { line: 0, field: 'race' }));
      });
    });

    describe('decisions that collide', () => {
      const collisions: [string, FactDraft, FactDraft][] = [
        ['a retraction of one reading', about('1', 'retract', 'p'), about('2', 'restore', 'p')],
        ['an amendment of one reading', about('1', 'amend', 'p', { toAt: 1 }), about('2', 'retract', 'p')],
        [
          'one sprint',
          decide('1', 'sprint', { sprint: 1, order: [['e1']] }),
          decide('2', 'sprint', { sprint: 1, order: [['e2']] }),
        ],
        ['rulings on one entry', ruling('1'), ruling('2', 'e1', { status: 'ok' })],
        [
          'a ruling and a start-list change of one entry',
          ruling('1'),
          decide('2', 'entry', { entry: 'e1', scratched: true }),
        ],
        [
          'a hand time and a false start of one entry',
          decide('1', 'handtime', { entry: 'e1', watches: [1] }),
          decide('2', 'falseStart', { entry: 'e1' }),
        ],
        ['a ruling and its retraction', about('1', 'retract', 'held'), ruling('2', 'e2')],
        ['an announcement and its retraction', about('1', 'announce', 'held'), about('2', 'retract', 'held')],
        ['one race', decide('1', 'length', { laps: 15 }), decide('2', 'length', { laps: 14 })],
        [
          'one transponder',
          decide('1', 'assign', { transponder: 'T-1', entry: 'e1' }),
          decide('2', 'assign', { transponder: 'T-1', entry: 'e2' }),
        ],
        ['one clock', decide('1', 'sync', { of: 'gun', offsetUs: 1 }), decide('2', 'sync', { of: 'gun', offsetUs: 2 })],
      ];
      const having = (draft: FactDraft, seq: number) => ({ ...draft, after: seq }) as FactDraft;

      beforeEach(async () => {
        await append(passing('p'), ruling('held', 'e2', { held: true }));
      });

      it.each(collisions)(
        '[J14] the second of two decisions on %s is refused where it has not seen the first',
        async (_, first, second) => {
          const seen = journal.lastSeq;
          expect(await append(having(first, seen))).toMatchObject(accepted);
          expect(await append(passing('other'), having(second, seen))).toMatchObject(
            refused('newer-decision', { line: 1, field: 'after', says: expect.stringContaining(`seq ${seen + 1}`) }),
          );
          expect(await append(having(second, seen + 1))).toMatchObject(accepted);
        },
      );

      it.each(collisions)('[J14] without `after`, decisions on %s are taken as they come', async (_, first, second) => {
        expect(await append(first)).toMatchObject(accepted);
        expect(await append(second)).toMatchObject(accepted);
      });

      it('[J14] decisions on different subjects do not collide', async () => {
        const seen = journal.lastSeq;
        const different = [
          about('1', 'retract', 'p'),
          decide('2', 'sprint', { sprint: 1, order: [['e1']] }),
          decide('3', 'sprint', { sprint: 2, order: [['e1']] }),
          ruling('4', 'e1'),
          ruling('5', 'e1', { race: 'r2' }),
          decide('6', 'arm'),
          decide('7', 'arm', { race: 'r2' }),
          decide('8', 'assign', { transponder: 'T-1', entry: 'e1' }),
          decide('9', 'sync', { of: 'gun', offsetUs: 1 }),
        ];
        for (const draft of different) expect(await append(having(draft, seen))).toMatchObject(accepted);
      });

      it('[J14] a reading is no decision: it makes nobody look again', async () => {
        const seen = journal.lastSeq;
        await append(passing('q', { race: 'r1' }), start('s'));
        expect(await append(having(decide('1', 'arm'), seen))).toMatchObject(accepted);
      });

      it('[J14] decisions of one request do not collide with each other', async () => {
        const seen = journal.lastSeq;
        const both = [ruling('1'), ruling('2', 'e1', { status: 'YC' })].map((draft) => having(draft, seen));
        expect(await append(...both)).toMatchObject({ ok: true, accepted: 2 });
      });

      it('[J14] a decision of the same turn counts as newer', async () => {
        const seen = journal.lastSeq;
        const both = await Promise.all([append(having(ruling('1'), seen)), append(having(ruling('2'), seen))]);
        expect(both).toMatchObject([accepted, refused('newer-decision')]);
      });

      it('[J14] a repeated decision is a duplicate, whatever came after it', async () => {
        const seen = journal.lastSeq;
        await append(having(ruling('1'), seen));
        await append(ruling('2'));
        expect(await append(having(ruling('1'), seen))).toMatchObject({ ok: true, duplicates: 1 });
      });
    });
  });
}
