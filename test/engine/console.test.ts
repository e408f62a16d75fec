import { describe, expect, it } from 'vitest';
import { askedState } from '../../server/engine/asked.ts';
import { type ConsoleState, consoleReadings, consoleStateSchema } from '../../shared/console-state.ts';
import { gunUs, massStartMeet, raced, Script, seconds } from './script.ts';

function consoleOf(script: Script, race = 'r1'): ConsoleState {
  return consoleStateSchema.parse(askedState(`console/${race}`, script.boards(), new Map()));
}

describe('readings', () => {
  it('[K1] every reading is there with whose it is, and the point whose time it is', () => {
    const script = new Script(massStartMeet());
    const gun = script.start();
    const ankle = script.read('T1a', 30);
    const photo = script.cross('e1', 30.01, { how: 'photo' });
    const { readings } = consoleOf(script);
    expect(readings[gun]).toMatchObject({ state: 'presented', at: gunUs, source: 'timing' });
    expect(readings[photo]).toMatchObject({ state: 'presented', entry: 'e1', point: '1', how: 'photo' });
    expect(readings[ankle]).toMatchObject({ state: 'kept', entry: 'e1', transponder: 'T1a', at: gunUs + seconds(30) });
    expect(readings[ankle]).not.toHaveProperty('point');
  });

  it('[K1] one that nobody wears says so and is listed until it is assigned', () => {
    const script = new Script(massStartMeet());
    script.start();
    const stray = script.read('X9', 30, { race: 'r1' });
    expect(consoleOf(script)).toMatchObject({ unknown: ['X9'], readings: { [stray]: { state: 'unknown' } } });
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e2', race: 'r1' });
    const { unknown, readings } = consoleOf(script);
    expect(unknown).toEqual([]);
    expect(readings[stray]).toMatchObject({ state: 'presented', entry: 'e2', point: '1' });
  });

  it('[K1] what was retracted stays in sight, what was amended says so and stands where it counts', () => {
    const script = raced();
    const wrong = script.cross('e1', 95);
    script.retract(wrong);
    const moved = script.cross('e2', 200);
    script.say({ kind: 'amend', target: moved, toEntry: 'e3' });
    const { readings } = consoleOf(script);
    expect(readings[wrong]?.state).toBe('retracted');
    expect(readings[moved]).toMatchObject({ amended: true, entry: 'e3' });
  });

  it('[K2] a reading that fits no race is listed with the reason', () => {
    const script = new Script(massStartMeet());
    const early = script.read('T1a', -3600);
    expect(consoleOf(script).unbound).toMatchObject({ [early]: { why: 'no-window', transponder: 'T1a' } });
    const stranger = script.read('X9', -3500);
    expect(consoleOf(script).unbound).toMatchObject({ [stranger]: { why: 'unknown-transponder' } });
  });

  it('[K1] of more readings than a console shows the newest are there', () => {
    const script = new Script(massStartMeet());
    script.start();
    const ids = Array.from({ length: consoleReadings + 3 }, (_, i) => script.cross('e1', 20 + i * 0.01));
    const { readings } = consoleOf(script);
    expect(Object.keys(readings)).toHaveLength(consoleReadings);
    expect(readings[ids.at(-1) ?? '']).toBeDefined();
    expect(readings[ids[2] ?? '']).toBeUndefined();
  });
});

describe('decisions', () => {
  it('[K3] each says who made it, what it says and whether it counts still', () => {
    const script = raced();
    const ruling = script.rule('e4', 'DQ', { code: 'T25' });
    const retraction = script.retract(ruling);
    const { decisions, seq } = consoleOf(script);
    expect(decisions[ruling]).toMatchObject({
      by: 'test',
      fact: { kind: 'ruling', entry: 'e4', status: 'DQ', code: 'T25' },
      retracted: true,
    });
    expect(decisions[retraction]).toMatchObject({ fact: { kind: 'retract', target: ruling } });
    expect(seq).toBe(script.records.at(-1)?.seq);
  });

  it('[K3][O2] a held ruling is held here and nowhere else, until it is announced', () => {
    const script = raced();
    const held = script.rule('e4', 'DQ', { held: true });
    expect(consoleOf(script).decisions[held]).toMatchObject({ held: true });
    expect(JSON.stringify([...(script.boards().byMeet.get('m1')?.topics ?? [])])).not.toContain(held);
    script.say({ kind: 'announce', target: held });
    expect(consoleOf(script).decisions[held]).not.toHaveProperty('held');
    expect(script.row('e4').status).toBe('DQ');
  });

  it('[K3] a protest keeps whose it is beside who typed it', () => {
    const script = raced();
    const protest = script.say({ kind: 'protest', race: 'r1', by: 'NED', about: 'Obstruction' });
    expect(consoleOf(script).decisions[protest]).toMatchObject({ by: 'test', fact: { by: 'NED' } });
  });
});

it('[K24] what was decided about the meet is among the decisions, taken back too, and is the newest seen', () => {
  const script = raced();
  const late = script.say({ kind: 'programme', meet: 'm1', delayUs: seconds(600) });
  expect(consoleOf(script)).toMatchObject({ seq: script.records.at(-1)?.seq, decisions: { [late]: { by: 'test' } } });
  const retraction = script.retract(late);
  const { decisions, seq } = consoleOf(script);
  expect(decisions).toMatchObject({ [late]: { retracted: true }, [retraction]: { fact: { target: late } } });
  expect(seq).toBe(script.records.at(-1)?.seq);
});

it('[K1] a console of a race that is not there is none', () => {
  expect(askedState('console/nowhere', raced().boards(), new Map())).toBeUndefined();
  expect(askedState('race/r1', raced().boards(), new Map())).toBeUndefined();
});

it('[K1][F5] a console keeps its identity while its race does', () => {
  const boards = raced().boards();
  expect(askedState('console/r1', boards, new Map())).toBe(askedState('console/r1', boards, new Map()));
});
