import { describe, expect, it } from 'vitest';
import { read } from '../../../client/console/commands.ts';
import type { Outcome } from '../../../client/console/outcome.ts';
import { typedStepUs, typedTimeUs } from '../../../client/console/typed-time.ts';
import { factDraftSchema } from '../../../shared/facts.ts';
import { board, context, startUs } from './context.ts';

const factsOf = (outcome: Outcome) => (outcome.does === 'facts' ? outcome.facts : outcome);
const wrongOf = (text: string, selected?: string) => {
  const outcome = read(text, { ...context, selected });
  return outcome.does === 'wrong' ? outcome.says.label : outcome;
};
const race = 'r1';
const manual = { kind: 'passing', race, source: 'console', loop: 'finish', how: 'manual' };

describe('a line to facts', () => {
  it.each([
    ['arm', [{ kind: 'arm', race }]],
    ['close', [{ kind: 'close', race }]],
    ['clear fall', [{ kind: 'clear', race, reason: 'fall' }]],
    ['clear false', [{ kind: 'clear', race, reason: 'falseStart' }]],
    ['official Jansen-Smit T.', [{ kind: 'official', race, signer: 'Jansen-Smit T.' }]],
    ['reopen', [{ kind: 'reopen', race }]],
    ['laps 15', [{ kind: 'length', race, laps: 15 }]],
    ['laps 26 invalid', [{ kind: 'length', race, laps: 26, timesValid: false }]],
    ['bell', [{ kind: 'bell', race, lap: 16 }]],
    ['BELL 15', [{ kind: 'bell', race, lap: 15 }]],
    ['fs 12', [{ kind: 'falseStart', race, entry: 'e12' }]],
    ['arm 2', [{ kind: 'arm', race: 'r2' }]],
  ])('[K6] "%s" is for the race', (text, facts) => {
    expect(factsOf(read(text, context))).toEqual(facts);
  });

  it.each([
    ['s1 12 7 =3 5', { kind: 'sprint', race, sprint: 1, order: [['e12'], ['e7', 'e3'], ['e5']] }],
    ['sprint 1 12 7=3 5', { kind: 'sprint', race, sprint: 1, order: [['e12'], ['e7', 'e3'], ['e5']] }],
    ['fin 12 = 7 = 3', { kind: 'finish', race, order: [['e12', 'e7', 'e3']] }],
    ['s2 14', { kind: 'finish', race, order: [['e14']] }],
  ])('[K7] "%s" is an order with its dead heats', (text, fact) => {
    expect(factsOf(read(text, context))).toEqual([fact]);
  });

  it.each([
    ['dq 12 t02', [{ kind: 'ruling', race, entry: 'e12', status: 'DQ', code: 'T02' }]],
    ['dnf 12 14', ['e12', 'e14'].map((entry) => ({ kind: 'ruling', race, entry, status: 'DNF' }))],
    ['yc 7 S5 hit his skate', [{ kind: 'ruling', race, entry: 'e7', status: 'YC', code: 'S5', note: 'hit his skate' }]],
    ['pen gelinas too late', [{ kind: 'ruling', race, entry: 'e14', status: 'PEN', note: 'too late' }]],
    ['lapped 05', [{ kind: 'ruling', race, entry: 'e5', status: 'lapped' }]],
    ['ok 7', [{ kind: 'ruling', race, entry: 'e7', status: 'ok' }]],
    ['hold dq 7 T25', [{ kind: 'ruling', race, entry: 'e7', status: 'DQ', code: 'T25', held: true }]],
    ['announce', [{ kind: 'announce', race, target: 'd-1' }]],
    ['announce 7', [{ kind: 'announce', race, target: 'd-1' }]],
  ])('[K8] "%s" is a ruling with its code and note', (text, facts) => {
    expect(factsOf(read(text, context))).toEqual(facts);
  });

  it.each([
    ['give 7', 'a-1', { kind: 'amend', race, target: 'a-1', toEntry: 'e7' }],
    ['give #11 7', 'a-1', { kind: 'amend', race, target: 'a-2', toEntry: 'e7' }],
    ['7', 'a-1', { kind: 'amend', race, target: 'a-1', toEntry: 'e7' }],
    ['move +0.05', 'a-1', { kind: 'amend', race, target: 'a-1', toAt: startUs + 30_050_000 }],
    ['move -1', 'a-1', { kind: 'amend', race, target: 'a-1', toAt: startUs + 29_000_000 }],
    ['move 29.5', 'a-2', { kind: 'amend', race, target: 'a-2', toAt: startUs + 29_500_000 }],
    ['drop', 'a-2', { kind: 'retract', race, target: 'a-2' }],
    ['drop #14', undefined, { kind: 'retract', race, target: 'd-1' }],
    ['back #10', undefined, { kind: 'restore', race, target: 'a-1' }],
    ['show', 'a-2', { kind: 'present', race, target: 'a-2' }],
    ['assign X1 7', undefined, { kind: 'assign', race, transponder: 'X1', entry: 'e7' }],
    ['ins 12 7:42.97', undefined, { ...manual, entry: 'e12', at: startUs + 462_970_000, elapsedUs: 462_970_000 }],
    ['ins 12 now', undefined, { ...manual, entry: 'e12', at: startUs + 70_000_000 }],
  ])('[K9] "%s" corrects the reading it is about', (text, selected, fact) => {
    expect(factsOf(read(text, { ...context, selected }))).toEqual([fact]);
  });

  it('[K9] a swap gives each all that the other wears', () => {
    expect(factsOf(read('swap 3 5', context))).toEqual(
      [
        ['T3', 'e5'],
        ['T3b', 'e5'],
        ['T5', 'e3'],
      ].map(([transponder, entry]) => ({ kind: 'assign', race, transponder, entry })),
    );
  });

  it('[K10] a bib alone is whose the newest unknown transponder is, with all its readings', () => {
    const outcome = read('7', context);
    expect(outcome).toMatchObject({ does: 'facts', straight: true });
    expect(factsOf(outcome)).toEqual([{ kind: 'assign', race, transponder: 'X1', entry: 'e7' }]);
  });

  it('[K10] of a reading that no open race took it is an amendment that names the race', () => {
    const outcome = read('7', { ...context, selected: 'u-1' });
    expect(factsOf(outcome)).toEqual([{ kind: 'amend', race, target: 'u-1', toEntry: 'e7' }]);
  });

  it('[K6] every fact is one the server takes', () => {
    const lines = ['arm', 'gun', 'clear test', 's1 12 7 =3', 'hold dq 7 T25 x', 'announce', 'ins 12 30', 'swap 3 5'];
    for (const line of lines) {
      const facts = factsOf(read(line, context));
      for (const fact of facts as object[]) expect(factDraftSchema.parse({ ...fact, id: 'x' })).toBeDefined();
    }
  });
});

it('[K34] who is called by his helmet is ruled by it, several too', () => {
  const rows = { ...board.rows, e5: { ...board.rows.e5!, helmet: '3' }, e7: { ...board.rows.e7!, helmet: '12' } };
  const heat = { ...context, board: { ...board, rows } };
  expect(factsOf(read('pen h3 H12 late', heat))).toMatchObject([{ entry: 'e5' }, { entry: 'e7', note: 'late' }]);
  expect(factsOf(read('fin h12 3', heat))).toMatchObject([{ order: [['e7'], ['e3']] }]);
  expect(read('pen h4', heat)).toMatchObject({ says: { label: 'nobody' } });
});

describe('what is wrong', () => {
  it.each([
    ['99', 'nobody'],
    ['dq 99 T02', 'nobody'],
    ['dnf 12 99', 'nobody'],
    ['dq', 'rulingNeedsBib'],
    ['hold arm', 'holdNeedsRuling'],
    ['s9 12', 'noSuchSprint'],
    ['s1', 'orderNeedsBibs'],
    ['s1 12 99', 'orderNobody'],
    ['fin 12 7 12', 'orderTwice'],
    ['clear', 'clearNeedsReason'],
    ['official', 'officialNeedsSigner'],
    ['laps many', 'lengthNeedsLaps'],
    ['drop', 'selectReading'],
    ['drop #999', 'selectReading'],
    ['ins 12 soon', 'insertNeedsTime'],
    ['swap 3 3', 'swapNeedsTwo'],
    ['announce 12', 'nothingHeld'],
    ['go 9', 'noSuchRace'],
    ['screen west view nowhere', 'screenUnknown'],
    ['screen west language 7', 'screenUnknown'],
    ['screen west without', 'screenUnknown'],
    ['constructor', 'noSuchCommand'],
  ])('[K6] "%s" is answered with a sentence: %s', (text, label) => {
    expect(wrongOf(text)).toBe(label);
  });

  it('[K9] a move that is no time is not guessed', () => {
    expect(wrongOf('move fast', 'a-1')).toBe('moveNeedsTime');
  });
});

describe('what the page does itself', () => {
  it.each([
    ['go 2', { does: 'go', race: 'r2' }],
    ['go pair', { does: 'go', race: 'r2' }],
    ['go auto', { does: 'go', race: undefined }],
    ['find 12', { does: 'find', entry: 'e12' }],
    ['find', { does: 'find', entry: undefined }],
    ['undo', { does: 'undo' }],
    [
      'screen west view result race 2 theme stadium delay 5 hide',
      {
        does: 'screen',
        name: 'west',
        settings: { view: 'result', race: 'r2', theme: 'stadium', delayMs: 5000, hidden: true },
      },
    ],
    [
      'screen west language nl without club,lap',
      {
        does: 'screen',
        name: 'west',
        settings: { view: 'race', theme: 'light', delayMs: 0, race: 'r1', language: 'nl', without: ['club', 'lap'] },
      },
    ],
    ['screen west race auto', { does: 'screen', name: 'west', settings: { view: 'race', theme: 'light', delayMs: 0 } }],
    ['screen east forget', { does: 'screen', name: 'east', settings: undefined }],
  ])('[K14] "%s"', (text, outcome) => {
    expect(read(text, context)).toEqual(outcome);
  });
});

describe('typed times', () => {
  it.each([
    ['34.5', 34_500_000],
    ['7:42.97', 462_970_000],
    ['1:02:03.04', 3_723_040_000],
    ['90', 90_000_000],
    ['34,37', 34_370_000],
    ['7:60', undefined],
    ['7:4x', undefined],
    ['', undefined],
  ])('[K9] "%s"', (text, us) => {
    expect(typedTimeUs(text)).toBe(us);
  });

  it.each([
    ['+0.05', 50_000],
    ['-1', -1_000_000],
    ['0.05', undefined],
  ])('[K9] the step "%s"', (text, us) => {
    expect(typedStepUs(text)).toBe(us);
  });
});
