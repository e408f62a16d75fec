import { describe, expect, it } from 'vitest';
import { read } from '../../../client/console/commands.ts';
import type { Context } from '../../../client/console/outcome.ts';
import { typedInstantUs } from '../../../client/console/typed-time.ts';
import { stepOf, turning } from '../../../client/console/undo-stack.ts';
import { factDraftSchema } from '../../../shared/facts.ts';
import { board, console_, context, startUs } from './context.ts';

const race = 'r1';
const meet = 'm1';

/** The only fact of a line, which the server would take. */
function factOf(text: string, upon: Context = context): object {
  const outcome = read(text, upon);
  if (outcome.does !== 'facts') throw new Error(JSON.stringify(outcome));
  for (const fact of outcome.facts) factDraftSchema.parse({ ...fact, id: 'x' });
  return outcome.facts[0] as object;
}

function wrongOf(text: string, upon: Context = context): string {
  const outcome = read(text, upon);
  return outcome.does === 'wrong' ? outcome.says.label : JSON.stringify(outcome);
}

const withBoard = (more: Partial<Context['board']>): Context => ({ ...context, board: { ...board, ...more } });

describe('the guns of a quartet', () => {
  const rows = Object.fromEntries(
    Object.entries(board.rows).map(([entry, row], i) => [entry, { ...row, startGroup: i < 3 ? '1' : '2' }]),
  );
  const quartet = (...gone: readonly string[]) =>
    withBoard({ rows, clock: Object.fromEntries(gone.map((group) => [group, { startUs }])) });

  it('[K25] is that of the group that has none yet, and another shot names its group', () => {
    const shot = { kind: 'start', race, at: startUs + 70_000_000, source: 'console' };
    expect(factOf('gun', quartet())).toEqual({ ...shot, group: '1' });
    expect(read('gun', quartet('1'))).toMatchObject({ straight: true, facts: [{ ...shot, group: '2' }] });
    expect(factOf('gun 1', quartet('2'))).toEqual({ ...shot, group: '1' });
    expect(wrongOf('gun', quartet('1', '2'))).toBe('gunNeedsGroup');
    expect(read('gun 2', quartet('1', '2'))).toMatchObject({ says: { label: 'saysGunAgainOf' } });
    expect(read('gun 2', quartet('1', '2'))).not.toHaveProperty('straight');
  });

  it('[K25] of a group that nobody is in is none', () => {
    expect(wrongOf('gun 3', quartet('1'))).toBe('noSuchGroup');
    expect(wrongOf('gun 2')).toBe('noSuchGroup');
  });
});

describe('the sheet', () => {
  it.each([
    ['air 12.3 ice -6,1 hum 38', { when: 'start', airDeciC: 123, iceDeciC: -61, humidityPercent: 38 }],
    ['ice -8 end', { when: 'end', iceDeciC: -80 }],
    ['hum 100%', { when: 'start', humidityPercent: 100 }],
  ])('[K26] "%s" is how it was', (text, fact) => {
    expect(factOf(text)).toEqual({ kind: 'conditions', race, ...fact });
  });

  it('[K26] what is not said of the conditions stays, and once the race is over they are those at its end', () => {
    const conditions = { end: { airDeciC: 110, iceDeciC: -60 } };
    const upon = withBoard({ conditions, race: { ...board.race, status: 'finished' } });
    expect(factOf('ice -7', upon)).toMatchObject({ when: 'end', airDeciC: 110, iceDeciC: -70 });
  });

  it.each([
    ['referee Jan de Vries starter Smit', { referee: 'Jan de Vries', starter: 'Smit' }],
    ['starter O’Neill', { starter: 'O’Neill' }],
  ])('[K26] "%s" is who judges', (text, names) => {
    expect(factOf(text)).toEqual({ kind: 'officials', race, ...names });
  });

  it.each([
    ['protest NED: pushed in the corner', { by: 'NED', about: 'pushed in the corner' }],
    ['protest NED pushed until +30', { by: 'NED', about: 'pushed', untilUs: startUs + 70_000_000 + 1_800_000_000 }],
    ['protest Team Zaan: lane until 1:20', { by: 'Team Zaan', about: 'lane', untilUs: 1_200_000_000 }],
    ['protest 12 bumped', { by: '12 Jan de Boer', about: 'bumped' }],
  ])('[K26] "%s" is a protest', (text, said) => {
    expect(factOf(text)).toEqual({ kind: 'protest', race, ...said });
  });

  it('[K26] a verdict keeps what was claimed', () => {
    const protests = { ned: { order: 1, by: 'NED', about: 'pushed', state: 'open' as const, untilUs: 5 } };
    const said = { kind: 'protest', race, by: 'NED', about: 'pushed', untilUs: 5, state: 'rejected' };
    expect(factOf('protest ned rejected', withBoard({ protests }))).toEqual(said);
  });

  it('[K26] three watches are one time', () => {
    const watches = [34_510_000, 34_480_000, 94_500_000];
    expect(factOf('hand 12 34.51 34,48 1:34.5')).toEqual({ kind: 'handtime', race, entry: 'e12', watches });
  });

  it.each([
    ['1:05', startUs + 20 * 60_000_000, 65 * 60_000_000],
    ['23:50', 10 * 60_000_000, -10 * 60_000_000],
    ['25:00', startUs, undefined],
    ['soon', startUs, undefined],
  ])('[K26] %s o’clock is the nearest one', (text, nowUs, us) => {
    expect(typedInstantUs(text, nowUs, 'Etc/UTC')).toBe(us);
  });
});

it.each([
  ['set 12 lane o bib 07 helmet 3 group 2', { lane: 'outer', bib: '07', helmet: '3', startGroup: '2' }],
  ['set 12 out', { scratched: true }],
  ['set 12 in', { scratched: false }],
  ['set 12 for jorrit berg lane inner', { athlete: 'a1', lane: 'inner' }],
])('[K32] "%s" changes the start list', (text, changes) => {
  expect(factOf(text)).toEqual({ kind: 'entry', race, entry: 'e12', ...changes });
});

it('[K32] a bib that somebody has is asked about, letters of a name are no bib', () => {
  expect(read('set 12 bib 7', context)).toMatchObject({ doubts: { values: { who: '7 Kim Vos' } } });
  expect(read('set 12 bib 12', context)).not.toHaveProperty('doubts');
  expect(read('set 12 bib Kim', context)).not.toHaveProperty('doubts');
});

describe('the meet', () => {
  it.each([
    ['late 10', { kind: 'programme', meet, delayUs: 600_000_000 }],
    ['late 0', { kind: 'programme', meet, delayUs: 0 }],
    ['on 2', { kind: 'programme', meet, show: 'r2' }],
    ['on auto', { kind: 'programme', meet, auto: true }],
    ['des 6 bergsma', { kind: 'designate', meet, selection: 'men', slot: 6, athlete: 'a1' }],
    ['des men 6 jan smeekens', { kind: 'designate', meet, selection: 'men', slot: 6, athlete: 'a3' }],
    ['des 6 none', { kind: 'designate', meet, selection: 'men', slot: 6 }],
  ])('[K27] "%s"', (text, fact) => {
    expect(factOf(text)).toEqual(fact);
  });

  it('[K27] of two selections with the same slot it is asked which', () => {
    const { men } = context.selections?.selections ?? {};
    const selections = { meet, selections: { men: men!, women: { ...men!, name: 'Women' } } };
    expect(wrongOf('des 6 bergsma', { ...context, selections })).toBe('whichSelection');
    expect(factOf('des women 6 bergsma', { ...context, selections })).toMatchObject({ selection: 'women' });
  });

  it('[K24] what is said of the meet is taken back for the meet, of another race there', () => {
    const facts = [
      { id: 'f1', kind: 'programme', meet, delayUs: 0 } as const,
      { id: 'f2', kind: 'arm', race: 'r2' } as const,
    ];
    expect(turning(stepOf(race, { label: 'saysArm' }, facts))).toEqual([
      { kind: 'retract', race: 'r2', target: 'f2' },
      { kind: 'retract', target: 'f1' },
    ]);
    const said = { seq: 19, at: 1, by: 'Desk', fact: { kind: 'programme', meet, delayUs: 0 } };
    const upon = { ...context, console: { ...console_, decisions: { late: said } } };
    expect(factOf('drop #19', upon)).toEqual({ kind: 'retract', target: 'late' });
  });
});

it.each([
  ['air warm', 'conditionsUnknown'],
  ['hum 101', 'conditionsUnknown'],
  ['referee starter Smit', 'officialsNeedName'],
  ['protest', 'protestNeedsBoth'],
  ['protest NED', 'protestNeedsBoth'],
  ['protest NED pushed until noon', 'protestNeedsTime'],
  ['hand 12', 'handNeedsTimes'],
  ['hand 12 34.5 fast', 'handNeedsTimes'],
  ['hand 12 1 2 3 4', 'handNeedsTimes'],
  ['hand 99 34.5', 'nobody'],
  ['set 12', 'setNeedsWhat'],
  ['set 12 lane middle', 'setUnknown'],
  ['set 12 shoes 41', 'setUnknown'],
  ['set 12 for jan', 'setUnknown'],
  ['late soon', 'lateNeedsMinutes'],
  ['late 9999', 'lateNeedsMinutes'],
  ['on 9', 'noSuchRace'],
  ['arm 9', 'noSuchRace'],
  ['des bergsma', 'designateNeedsSlot'],
  ['des 1 bergsma', 'noSuchSlot'],
  ['des 6', 'designateNeedsWhom'],
  ['des 6 jan', 'nobodyOfMeet'],
])('[K26][K27][K32] "%s" is answered with a sentence: %s', (text, label) => {
  expect(wrongOf(text)).toBe(label);
});
