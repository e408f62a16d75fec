import { describe, expect, it } from 'vitest';
import { massStartMeet, pairsMeet, raced, Script, seconds, steady } from './script.ts';

describe('the start list on the day', () => {
  it('[F11] bib, lane and helmet change, and what is not said stays', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', bib: '07', lane: 'outer', helmet: '3' });
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', helmet: '4' });
    expect(script.row('e1')).toMatchObject({ name: 'Skater 1', bib: '07', lane: 'outer', helmet: '4', color: 'red' });
  });

  it('[F11] a substitute is another person in the same place', () => {
    const meet = massStartMeet();
    const entry = { id: 'e1', name: 'First', nation: 'NED', bib: '1', pbUs: 1, transponders: ['T1a'] };
    const script = new Script({
      ...meet,
      athletes: [{ id: 'a2', name: 'Second', nation: 'NOR' }],
      races: [{ ...meet.races[0]!, entries: [entry] }],
    });
    script.start();
    script.read('T1a', 30);
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', athlete: 'a2' });
    expect(script.row('e1')).toMatchObject({ name: 'Second', nation: 'NOR', bib: '1', laps: 1 });
    expect(script.row('e1').marks).toEqual({});
  });

  it('[F11] the athlete is the same in every event, on rows and in standings, and goes with the person', () => {
    const meet = massStartMeet({ skaters: 1 });
    const entry = { id: 'e1', athlete: 'a1', bib: '1' };
    const athletes = ['a1', 'a2'].map((id) => ({ id, name: `Athlete ${id}` }));
    const script = new Script({ ...meet, athletes, races: [{ ...meet.races[0]!, entries: [entry] }] });
    expect(script.row('e1')).toMatchObject({ athlete: 'a1', name: 'Athlete a1' });
    expect(script.event('ms').standings['r1:e1']).toMatchObject({ athlete: 'a1' });
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', athlete: 'a2' });
    expect(script.row('e1')).toMatchObject({ athlete: 'a2', name: 'Athlete a2', bib: '1' });
  });

  it('[F11] who is added stands last on the list and races; who is not on it is nobody', () => {
    const script = raced();
    script.say({ kind: 'entry', race: 'r1', entry: 'e9', name: 'Nobody' });
    expect(script.board().rows.e9).toBeUndefined();
    script.say({ kind: 'entry', race: 'r1', entry: 'e9', name: 'Late', added: true, transponders: ['T9'] });
    for (const time of steady(3, 30, 0.1)) script.read('T9', time);
    expect(script.row('e9')).toMatchObject({ name: 'Late', laps: 3, position: 1 });
  });

  it('[F11] who is scratched does not start: no place, no rank, no reading counts, until that is taken back', () => {
    const script = raced();
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', scratched: true });
    const row = script.row('e1');
    expect(row).toMatchObject({ status: 'DNS', laps: 0, order: 4, splits: {} });
    expect([row.position, row.rank, row.timeUs]).toEqual([undefined, undefined, undefined]);
    expect(script.event('ms').standings['r1:e1']).toMatchObject({ status: 'DNS' });
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', scratched: false });
    expect(script.row('e1')).toMatchObject({ laps: 3, position: 1 });
  });

  it('[D1][F11] a lane may be called as anything JavaScript knows', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'entry', race: 'r1', entry: 'e1', lane: 'constructor' });
    expect(script.row('e1').color).toBeUndefined();
  });

  it('[L1] white is the inner lane and red the outer, unless the entry names an armband', () => {
    const script = new Script(pairsMeet(500, 1));
    expect([script.row('e1', 'p1').color, script.row('e2', 'p1').color]).toEqual(['white', 'red']);
    script.say({ kind: 'entry', race: 'p1', entry: 'e1', armband: 'yellow' });
    expect(script.row('e1', 'p1').color).toBe('yellow');
  });
});

describe('what stands on the sheet', () => {
  it('[F20] conditions and officials are as last said, each of its own', () => {
    const script = raced();
    script.say({ kind: 'conditions', race: 'r1', when: 'start', iceDeciC: -70 });
    script.say({ kind: 'conditions', race: 'r1', when: 'end', iceDeciC: -66, airDeciC: 120, humidityPercent: 30 });
    script.say({ kind: 'conditions', race: 'r1', when: 'start', iceDeciC: -71 });
    script.say({ kind: 'officials', race: 'r1', referee: 'R' });
    script.say({ kind: 'officials', race: 'r1', starter: 'S' });
    expect(script.board()).toMatchObject({
      conditions: { start: { iceDeciC: -71 }, end: { iceDeciC: -66, airDeciC: 120, humidityPercent: 30 } },
      officials: { referee: 'R', starter: 'S' },
    });
  });

  it('[T6] a personal or season best is marked when it is beaten, not when it is met', () => {
    const meet = pairsMeet(500, 1);
    const entries = meet.races[0]!.entries.map((entry) => ({ ...entry, pbUs: seconds(36), sbUs: seconds(36.5) }));
    const script = new Script({ ...meet, races: [{ ...meet.races[0]!, entries }] });
    script.start('p1');
    for (const [entry, time] of [
      ['e1', 36],
      ['e2', 35.999999],
    ] as const) {
      script.cross(entry, 10, { race: 'p1' });
      script.cross(entry, time, { race: 'p1' });
    }
    expect(script.row('e1', 'p1').marks).toEqual({ SB: true });
    expect(script.row('e2', 'p1').marks).toEqual({ PB: true, SB: true });
  });
});
