import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../client/console/changes.ts';
import { decisionText } from '../../../client/console/decision-words.ts';
import { followed } from '../../../client/console/followed.ts';
import { toldOf } from '../../../client/console/told.ts';
import { board, context } from './context.ts';

const meet = 'm1';

describe('what stands beside the race', () => {
  const conditions = { start: { airDeciC: 123, iceDeciC: -61, humidityPercent: 38 } };
  const protests = { ned: { order: 1, by: 'NED', about: 'pushed', state: 'open' as const, untilUs: 1_200_000_000 } };
  const races = { ...context.meet!.races, r2: { ...context.meet!.races.r2!, scheduledAt: 0, expectedAt: 600_000_000 } };
  const late = { ...context.meet!, races, now: { onIce: [], next: 'r2', called: 'r2', delayUs: 600_000_000 } };

  it('[K28] is the sheet, the programme and what the federation designates', () => {
    const sheet = { ...board, conditions, protests, officials: { referee: 'Jansen' } };
    expect(toldOf({ ...context, board: sheet, meet: late })).toEqual([
      ['Officials', 'Referee Jansen'],
      ['At the start', 'Air 12.3 °C · Ice -6.1 °C · Humidity 38 %'],
      ['Protest NED', 'open · until 01:20 · pushed'],
      ['Called up', 'Pair 1'],
      ['Next', '01:10 · +10 min · Pair 1'],
      ['Slot 6 Men', 'nobody yet'],
    ]);
  });

  it('[K28] and what of it a line would change is shown before it is made', () => {
    const { men } = context.selections!.selections;
    const slots = { ...men!.slots, 6: { ...men!.slots![6]!, athlete: 'a1', athleteName: 'Jorrit Bergsma' } };
    const candidates = { a1: { order: 1, name: 'Jorrit Bergsma', selected: true as const } };
    const selections = { meet, selections: { men: { ...men!, slots, candidates } } };
    expect(changesOf(context, { board: { ...board, conditions }, meet: late, selections }).told).toEqual([
      ['Slot 6 Men', 'nobody yet', 'Jorrit Bergsma'],
      ['At the start', '', 'Air 12.3 °C · Ice -6.1 °C · Humidity 38 %'],
      ['Called up', '', 'Pair 1'],
      ['Next', '', '01:10 · +10 min · Pair 1'],
      ['Men: Jorrit Bergsma', '', 'in'],
    ]);
  });

  it.each([
    [{ kind: 'conditions', when: 'end', airDeciC: 120 }, 'Conditions At the end Air 12.0 °C'],
    [{ kind: 'officials', referee: 'Jansen', starter: 'Smit' }, 'Officials Referee Jansen Starter Smit'],
    [{ kind: 'handtime', entry: 'e12', watches: [34_510_000, 34_480_000] }, 'Hand time 12 Jan de Boer 34.51 34.48'],
    [{ kind: 'protest', by: 'NED', about: 'pushed', untilUs: 1_200_000_000 }, 'Protest NED until 01:20 pushed'],
    [{ kind: 'entry', entry: 'e12', lane: 'outer', scratched: true }, 'Entry 12 Jan de Boer outer out'],
    [{ kind: 'programme', meet, delayUs: 600_000_000 }, 'The programme is 10 min late'],
    [{ kind: 'programme', meet, show: 'r2' }, 'Everybody is shown Pair 1'],
    [{ kind: 'designate', selection: 'men', slot: 6, athlete: 'a1' }, 'Designated men 6 Jorrit Bergsma'],
  ])('[K22] the decision %j says "%s"', (fact, expected) => {
    expect(decisionText(fact, context)).toBe(expected);
  });
});

it('[K33] what a console follows is the ice, also while everybody is shown something else', () => {
  const { races } = context.meet!;
  const on = { race: 'r2', onIce: ['r1', 'r2'], chosen: true as const };
  expect(followed({ race: 'r1', onIce: ['r1', 'r2'] }, races)).toBe('r1');
  expect(followed(on, { ...races, r2: { ...races.r2!, status: 'armed' } })).toBe('r1');
  expect(followed({ ...on, onIce: [], lastResult: 'r1' }, races)).toBe('r1');
  expect(followed({ onIce: [], next: 'r2' }, races)).toBe('r2');
});
