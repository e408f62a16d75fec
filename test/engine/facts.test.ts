import { describe, expect, it } from 'vitest';
import { gunUs, massStartMeet, raced, type Said, Script, seconds, steady } from './script.ts';

const at = (time: number) => gunUs + seconds(time);

/** The board without its log, which tells of every decision also when it was taken back. */
function shown(script: Script, race = 'r1'): object {
  const { log: _, ...rest } = script.board(race);
  return rest;
}

const decisions: readonly (readonly [string, Said])[] = [
  ['ruling', { kind: 'ruling', race: 'r1', entry: 'e1', status: 'DQ' }],
  ['falseStart', { kind: 'falseStart', race: 'r1', entry: 'e1' }],
  ['clear', { kind: 'clear', race: 'r1', upTo: gunUs + 1, reason: 'fall' }],
  ['assign', { kind: 'assign', transponder: 'T1a', entry: 'e2' }],
  ['entry', { kind: 'entry', race: 'r1', entry: 'e1', scratched: true }],
  ['sprint', { kind: 'sprint', race: 'r1', sprint: 1, order: [['e4']] }],
  ['finish', { kind: 'finish', race: 'r1', order: [['e4']] }],
  ['handtime', { kind: 'handtime', race: 'r1', entry: 'e1', watches: [1] }],
  ['length', { kind: 'length', race: 'r1', laps: 2 }],
  ['bell', { kind: 'bell', race: 'r1', lap: 3 }],
  ['official', { kind: 'official', race: 'r1', signer: 'R' }],
  ['conditions', { kind: 'conditions', race: 'r1', when: 'start', iceDeciC: -70 }],
  ['officials', { kind: 'officials', race: 'r1', referee: 'R' }],
  ['protest', { kind: 'protest', race: 'r1', by: 'NED', about: 'x' }],
  ['sync', { kind: 'sync', of: 'timing', offsetUs: 1000 }],
  ['arm', { kind: 'arm', race: 'r1' }],
];

describe('retract and restore', () => {
  it.each(decisions)('[F7] a %s that is retracted never was, and restored it is again', (_, said) => {
    const script = raced();
    const before = shown(script);
    const id = script.say(said);
    const during = shown(script);
    script.retract(id);
    expect(shown(script)).toEqual(before);
    script.say({ kind: 'restore', target: id });
    expect(shown(script)).toEqual(during);
    script.retract(id);
    expect(shown(script)).toEqual(before);
  });

  it('[F7] so is a reading and a gun', () => {
    const script = raced();
    // What was corrected is told, and nothing else is left of it.
    const untold = () => ({ ...script.board(), log: {} });
    const before = untold();
    const lap = script.cross('e1', 120);
    expect(script.row('e1').laps).toBe(4);
    script.retract(lap);
    expect(untold()).toEqual(before);
    const gun = 'f2';
    script.retract(gun);
    expect(script.board().race.status).toBe('scheduled');
    expect(script.row('e1').laps).toBe(0);
    script.say({ kind: 'restore', target: gun });
    expect(untold()).toEqual(before);
  });
});

describe('amend', () => {
  it('[F8] a reading happened then, and a gun too', () => {
    const script = raced();
    script.say({ kind: 'amend', target: script.cross('e1', 120), toAt: at(121) });
    expect(script.row('e1').timeUs).toBe(seconds(121));
    script.say({ kind: 'amend', target: 'f2', toAt: at(1) });
    expect(script.row('e1').timeUs).toBe(seconds(120));
  });

  it('[F8] a reading was somebody else’s, whatever it carried', () => {
    const script = raced();
    const id = script.read('T1a', 120.5, { race: 'r1' });
    script.say({ kind: 'amend', target: id, toEntry: 'e4' });
    expect([script.row('e1').laps, script.row('e4').laps]).toEqual([3, 4]);
  });

  it('[F8] of several amendments the last word on each holds, and one that is retracted never was', () => {
    const script = raced();
    const id = script.cross('e1', 120);
    script.say({ kind: 'amend', target: id, toAt: at(121) });
    const second = script.say({ kind: 'amend', target: id, toAt: at(122), toEntry: 'e2' });
    script.say({ kind: 'amend', target: id, toEntry: 'e3' });
    expect(script.row('e3')).toMatchObject({ laps: 4, timeUs: seconds(122) });
    script.retract(second);
    expect(script.row('e3')).toMatchObject({ laps: 4, timeUs: seconds(121) });
  });

  it('[F8] an instant somebody typed goes over what the device measured since the gun', () => {
    const script = raced();
    const id = script.cross('e1', 120, { elapsedUs: seconds(119) });
    expect(script.row('e1').timeUs).toBe(seconds(119));
    script.say({ kind: 'amend', target: id, toAt: at(120.4) });
    expect(script.row('e1').timeUs).toBe(seconds(120.4));
  });
});

describe('what is decided about a reading of no race', () => {
  it.each([
    ['names no race', {}],
    ['names the race', { race: 'r1' }],
  ])('[F9] goes where the reading goes, where it %s', (_, race) => {
    const script = raced();
    const before = shown(script);
    const first = script.read('T1a', 120);
    const photo = script.read('T1a', 120.1, { how: 'photo' });
    expect(script.row('e1').timeUs).toBe(seconds(120.1));
    const present = script.say({ kind: 'present', target: first, ...race });
    expect(script.row('e1').timeUs).toBe(seconds(120));
    const amend = script.say({ kind: 'amend', target: first, toAt: at(120.3), ...race });
    expect(script.row('e1').timeUs).toBe(seconds(120.3));
    script.say({ kind: 'retract', target: amend, ...race });
    expect(script.row('e1').timeUs).toBe(seconds(120));
    script.say({ kind: 'retract', target: present, ...race });
    expect(script.row('e1').timeUs).toBe(seconds(120.1));
    script.say({ kind: 'retract', target: photo, ...race });
    script.say({ kind: 'retract', target: first, ...race });
    expect(shown(script)).toEqual(before);
    script.say({ kind: 'restore', target: first, ...race });
    expect(script.row('e1').laps).toBe(4);
  });

  it('[F9] an unknown reading given to an entry counts, by window, or in the race that is named', () => {
    const script = raced();
    const inside = script.read('X9', 120);
    script.say({ kind: 'amend', target: inside, toEntry: 'e1' });
    expect(script.row('e1').laps).toBe(4);
    script.say({ kind: 'close', race: 'r1', toUs: at(125) });
    const outside = script.read('X9', 150);
    script.say({ kind: 'amend', target: outside, toEntry: 'e1' });
    expect(script.row('e1').laps).toBe(4);
    script.say({ kind: 'amend', target: outside, toEntry: 'e1', race: 'r1' });
    expect(script.row('e1').laps).toBe(5);
  });
});

describe('who wears what', () => {
  it('[F10] a transponder that moves takes its readings along, those already in count too', () => {
    const script = new Script(massStartMeet());
    script.start();
    for (const time of steady(2)) script.read('T1a', time);
    for (const time of steady(2, 30, 0.5)) script.read('T2a', time);
    script.say({ kind: 'assign', transponder: 'T1a', entry: 'e3' });
    expect([script.row('e1').laps, script.row('e3').laps]).toEqual([0, 2]);
    script.say({ kind: 'assign', transponder: 'T1a', entry: 'e1', race: 'r1' });
    expect([script.row('e1').laps, script.row('e3').laps]).toEqual([2, 0]);
  });

  it('[F10] the last word holds, whether it is about the transponder or about the entry', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.read('T1a', 30);
    script.say({ kind: 'assign', transponder: 'T1a', entry: 'e2' });
    script.say({ kind: 'entry', race: 'r1', entry: 'e3', transponders: ['T1a'] });
    expect(script.row('e3').laps).toBe(1);
    script.say({ kind: 'entry', race: 'r1', entry: 'e3', transponders: ['T3a'] });
    expect(script.row('e3').laps).toBe(0);
    script.say({ kind: 'assign', transponder: 'T1a', entry: 'nobody' });
    expect(Object.values(script.board().rows).map(({ laps }) => laps)).toEqual([0, 0, 0, 0]);
  });

  it('[F10] an assignment of a race is of that race only, one of no race of every race with that entry', () => {
    const meet = massStartMeet();
    const script = new Script({ ...meet, races: [meet.races[0]!, { ...meet.races[0]!, id: 'r2' }] });
    const wearers = () => script.meetRaces().doors.map(({ roster }) => roster.wearers.get('X9'));
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e1', race: 'r2' });
    expect(wearers()).toEqual([undefined, 'e1']);
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e2' });
    expect(wearers()).toEqual(['e2', 'e2']);
  });
});
