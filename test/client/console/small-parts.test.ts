import { describe, expect, it } from 'vitest';
import { alarmsOf, steadySources } from '../../../client/console/alarms.ts';
import { changesOf } from '../../../client/console/changes.ts';
import { decisionText } from '../../../client/console/decision-words.ts';
import { newerSeq } from '../../../client/console/send.ts';
import { moved, selectable, shownReadings } from '../../../client/console/shown-readings.ts';
import {
  mostSteps,
  nextRedo,
  nextUndo,
  type Step,
  stepOf,
  turned,
  turning,
  withStep,
} from '../../../client/console/undo-stack.ts';
import { waitingOf, wornBy } from '../../../client/console/waiting.ts';
import type { Board } from '../../../shared/board.ts';
import { board, console_, startUs } from './context.ts';

const says = { label: 'saysArm' } as const;
const race = 'r1';
const ruling = { id: 'f1', kind: 'ruling', race, entry: 'e7', status: 'DQ' } as const;
const retract = { id: 'f2', kind: 'retract', race, target: 'a-1' } as const;
const restore = { id: 'f3', kind: 'restore', race, target: 'a-2' } as const;

describe('undo and redo', () => {
  it('[K11] takes back with facts of its own, the last one first, and does it again in the order it was', () => {
    const step = stepOf(race, says, [ruling, retract, restore]);
    expect(turning(step)).toEqual([
      { kind: 'retract', race, target: 'a-2' },
      { kind: 'restore', race, target: 'a-1' },
      { kind: 'retract', race, target: 'f1' },
    ]);
    expect(turning({ ...step, undone: true })).toEqual([
      { kind: 'restore', race, target: 'f1' },
      { kind: 'retract', race, target: 'a-1' },
      { kind: 'restore', race, target: 'a-2' },
    ]);
  });

  it('[K11] goes back step by step in its race, also after a reload, and forward again', () => {
    const stored = (steps: readonly Step[]) => JSON.parse(JSON.stringify(steps)) as readonly Step[];
    let steps: readonly Step[] = [];
    for (const [id, of] of Object.entries({ a: 'r1', b: 'r1', c: 'r2' })) {
      steps = stored(withStep(steps, stepOf(of, says, [{ ...ruling, id }])));
    }
    const turn = (step: Step | undefined) => {
      steps = stored(turned(steps, step as Step));
      return step?.sent[0]?.id;
    };
    expect(nextRedo(steps, race)).toBeUndefined();
    expect(turn(nextUndo(steps, race))).toBe('b');
    expect(turn(nextUndo(steps, race))).toBe('a');
    expect(nextUndo(steps, race)).toBeUndefined();
    expect(turn(nextRedo(steps, race))).toBe('a');
    expect(turn(nextRedo(steps, race))).toBe('b');
    expect(nextUndo(steps, 'r2')?.sent[0]?.id).toBe('c');
  });

  it('[K11] keeps as many steps as it says', () => {
    let steps: readonly Step[] = [];
    for (let i = 0; i < mostSteps + 5; i += 1)
      steps = withStep(steps, stepOf(race, says, [{ ...ruling, id: `n${i}` }]));
    expect(steps.length).toBe(mostSteps);
    expect(steps[0]?.sent[0]?.id).toBe('n5');
  });
});

describe('what a correction changes', () => {
  const boardWith = (change: (rows: Board['rows']) => Board['rows'], more: Partial<Board> = {}): Board => ({
    ...board,
    ...more,
    rows: change(board.rows),
  });

  it('[K12] rank, time, points and status, before and after, whom it is about first', () => {
    const after = boardWith((all) => {
      const { rank: _, timeUs: __, ...ruled } = all.e5!;
      return { ...all, e5: { ...ruled, order: 5, status: 'DQ', code: 'T02' }, e7: { ...all.e7!, order: 2, rank: 2 } };
    });
    const { rows } = changesOf({ board }, { board: after });
    expect(rows).toEqual([
      {
        entry: 'e5',
        bib: '5',
        name: 'Bo Ost',
        fields: { rank: ['2', ''], time: ['30.10', ''], status: ['', 'DQ T02'] },
      },
      { entry: 'e7', bib: '7', name: 'Kim Vos', fields: { rank: ['3', '2'] } },
    ]);
  });

  it('[K12] the race itself, and whom a signed result would only announce', () => {
    const laps = { ...board.laps, total: 15 };
    const revision = { number: 1, signer: 'J', at: 1, hash: 'h', pending: { e3: { rank: { before: 1, after: 2 } } } };
    const after = boardWith((rows) => rows, { laps, race: { ...board.race, status: 'official', revision } });
    const told = [
      ['Race', 'Running', 'Official result'],
      ['Laps', '16', '15'],
    ];
    expect(changesOf({ board }, { board: after })).toEqual({ rows: [], told, pending: ['e3'], isSigned: true });
  });
});

describe('what waits', () => {
  it('[K10] is listed newest first, a transponder once with all its readings', () => {
    expect(waitingOf(console_)).toMatchObject([
      { id: 'x-2', transponder: 'X1', readings: 2, why: 'unknown-transponder' },
      { id: 'u-1', transponder: 'T3', readings: 1, why: 'no-window' },
    ]);
  });

  it('[K9] who wears what is the start list, then what was decided', () => {
    const assigned = { seq: 30, at: 1, by: 'x', fact: { kind: 'assign', transponder: 'T5', entry: 'e12' } };
    const worn = wornBy({ e3: ['T3', 'T3b'], e5: ['T5'] }, { readings: console_.readings, decisions: { assigned } });
    expect(Object.fromEntries(worn)).toEqual({ T3: 'e3', T3b: 'e3', T5: 'e12' });
  });

  it('[K9] the arrows go through what waits, then the readings, and stop at both ends', () => {
    const ids = selectable(console_, undefined);
    expect(ids).toEqual(['x-2', 'u-1', 'x-1', 'a-2', 'a-1']);
    expect(moved(ids, undefined, 1)).toBe('x-2');
    expect(moved(ids, 'x-2', -1)).toBeUndefined();
    expect(moved(ids, 'a-1', 1)).toBe('a-1');
    expect(shownReadings(console_, 'e3').map(([id]) => id)).toEqual(['a-1']);
  });
});

describe('alarms', () => {
  const sources = (readingUs: number) => ({
    sources: { decoder: { by: 'd', facts: 1, acceptedUs: readingUs, readingUs, missing: [] } },
  });
  const second = 1_000_000;
  const silentAt = (nowS: number) =>
    alarmsOf(board, console_, sources(startUs + 70 * second), startUs + nowS * second, 60 * second);

  it('[K15] a source that reads every lap is silent for longer than was set, not before', () => {
    expect(silentAt(130)).toEqual([]);
    expect(silentAt(131)).toEqual([{ kind: 'silent', source: 'decoder', silentUs: 61 * second }]);
  });

  it('[K15] nothing was read since the gun', () => {
    const none = { ...console_, readings: {} };
    expect(alarmsOf(board, none, undefined, startUs + 61 * second, 60 * second)).toEqual([
      { kind: 'nothing', silentUs: 61 * second },
    ]);
  });

  it('[K15] a camera that says nothing for a while is no alarm, and neither is anything while no race runs', () => {
    const photo = { ...console_.readings['a-1']!, source: 'photo', how: 'photo' as const };
    expect(steadySources({ readings: { photo } })).toEqual([]);
    const over = { ...board, race: { ...board.race, status: 'finished' as const } };
    expect(alarmsOf(over, console_, sources(startUs), startUs + 900 * second, second)).toEqual([]);
  });

  it('[K15] who is overdue, and a bell for another lap', () => {
    const e5 = { ...board.rows.e5!, flags: { overdue: true as const } };
    const rung = { ...board, rows: { ...board.rows, e5 }, laps: { ...board.laps, bellAlarm: 14 } };
    const alarms = alarmsOf(rung, console_, sources(startUs), startUs + second, 60 * second);
    expect(alarms).toEqual([
      { kind: 'overdue', entry: 'e5' },
      { kind: 'bell', lap: 14 },
    ]);
  });
});

it('[K13] a refusal names the decision that was newer', () => {
  const detail = 'Nothing is stored, because of fact 0: decided anew meanwhile (seq 48): look at it, then …';
  expect(newerSeq({ ok: false, status: 409, detail })).toBe(48);
  expect(newerSeq({ ok: false, status: 422, detail })).toBeUndefined();
});

it.each([
  [{ kind: 'amend', target: 'a-1', toAt: startUs + 30_500_000 }, 'Changed #10 3 Ada Lee 30.500'],
  [{ kind: 'amend', target: 'x-1', toEntry: 'e7' }, 'Changed #12 → 7 Kim Vos'],
  [{ kind: 'retract', target: 'd-1' }, 'Dropped #14 DQ 7 Kim Vos'],
  [{ kind: 'clear', reason: 'falseStart' }, 'Called back false start'],
  [{ kind: 'sprint', sprint: 1, order: [['e3'], ['e5', 'e7']] }, 'Sprint 1 1. 3 Ada Lee  2. 5 Bo Ost = 7 Kim Vos'],
  [{ kind: 'restore', target: 'long-gone' }, 'Restored #long-gone'],
  [{ kind: 'later-kind' }, 'later-kind'],
])('[K22] the decision %j says "%s"', (fact, expected) => {
  expect(decisionText(fact, { board, console: console_ })).toBe(expected);
});
