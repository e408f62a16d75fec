import { describe, expect, it } from 'vitest';
import type { Outlook } from '../../../shared/board.ts';
import { Script, seconds } from '../script.ts';
import { raceId, skate, trialsMeet } from '../selection/trials.ts';

const standard = { id: 's', name: 'Standard', kind: 'standard', event: 'x', timeUs: seconds(240) };
const race = raceId('x', 1);

function begun(selections: readonly object[], laps: readonly number[]): Script {
  const script = new Script(trialsMeet([{ id: 'x', metres: 3000, who: ['a', 'b'] }], selections));
  script.start(race, 3600);
  for (const lap of laps) script.cross('a', 3600 + lap, { race });
  return script;
}

const ticket = (script: Script, entry: string): Outlook | undefined => script.row(entry, race).forecast?.also?.ticket;

describe('a ticket in a race', () => {
  it('[N7] is open with the time that is enough and the laps it asks for, then in or out', () => {
    const script = begun([standard], [20, 52, 84, 116, 148, 180]);
    expect(ticket(script, 'a')).toEqual({
      state: 'open',
      needs: [
        { code: 'standardForTicket', values: { event: 'x', name: '3000 m', timeUs: seconds(240) } },
        { code: 'askingRate', values: { laps: 1, lapUs: seconds(30), lastUs: seconds(30) } },
      ],
    });
    script.cross('a', 3600 + 210, { race });
    script.cross('a', 3600 + 239.9, { race });
    expect(ticket(script, 'a')).toEqual({ state: 'in' });
    for (const lap of [20, 52, 84, 116, 148, 180, 210.5, 240.02]) script.cross('b', 3600 + lap, { race });
    expect(ticket(script, 'b')).toEqual({ state: 'out' });
  });

  it('[N7] of several criteria one is enough', () => {
    const easy = { ...standard, id: 'easy', timeUs: seconds(250) };
    const script = begun([standard, easy], [20, 52, 84, 116, 148, 180, 214, 245]);
    expect(ticket(script, 'a')).toEqual({ state: 'in' });
  });

  it('[N7] is told where a criterion reads the distance, and before nobody is called up not at all', () => {
    const two = [
      { id: 'x', metres: 500, who: ['a', 'b'] },
      { id: 'y', metres: 1000, who: ['a', 'b'] },
    ];
    const script = new Script(trialsMeet(two, [{ ...standard, timeUs: seconds(36) }]));
    expect(ticket(script, 'a')).toBeUndefined();
    skate(script, raceId('y', 1), { a: 70, b: 71 });
    expect(script.row('a', raceId('y', 1)).forecast?.also?.ticket).toBeUndefined();
    skate(script, race, { a: 35.9, b: 36.1 });
    expect([ticket(script, 'a')?.state, ticket(script, 'b')?.state]).toEqual(['in', 'out']);
  });
});
