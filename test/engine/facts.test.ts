import { describe, expect, it } from 'vitest';
import { gunUs, massStartMeet, pairsMeet, type Said, Script, seconds, steady } from './script.ts';

const at = (time: number) => gunUs + seconds(time);

/** Four skaters over three laps, 0.2 s apart. */
function raced(): Script {
  const script = new Script(massStartMeet());
  script.start();
  for (const n of [1, 2, 3, 4]) script.laps(`e${n}`, steady(3, 30, n * 0.2));
  return script;
}

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
    const before = script.board();
    const lap = script.cross('e1', 120);
    expect(script.row('e1').laps).toBe(4);
    script.retract(lap);
    expect(script.board()).toEqual(before);
    const gun = 'f2';
    script.retract(gun);
    expect(script.board().race.status).toBe('scheduled');
    expect(script.row('e1').laps).toBe(0);
    script.say({ kind: 'restore', target: gun });
    expect(script.board()).toEqual(before);
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

describe('a new attempt', () => {
  it('[F17] hides starts, readings and orders up to its instant; cards, rulings, assignments and length stay', () => {
    const script = raced();
    script.rule('e1', 'YC');
    script.rule('e2', 'DNF');
    script.say({ kind: 'falseStart', race: 'r1', entry: 'e3' });
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e4' });
    script.say({ kind: 'length', race: 'r1', laps: 5 });
    script.say({ kind: 'sprint', race: 'r1', sprint: 1, order: [['e4']] });
    script.say({ kind: 'finish', race: 'r1', order: [['e4']] });
    script.say({ kind: 'clear', race: 'r1', upTo: at(200), reason: 'fall' });
    script.start('r1', 300);
    script.read('X9', 330);
    const board = script.board();
    expect(board.race).toMatchObject({ attempt: 2, status: 'running', cleared: 'fall' });
    expect(board.clock).toEqual({ 1: { startUs: at(300) } });
    expect(board.laps.total).toBe(5);
    expect(board.sprints['1']?.state).toBe('ahead');
    expect(['e1', 'e2', 'e3', 'e4'].map((entry) => board.rows[entry]?.laps)).toEqual([0, 0, 0, 1]);
    expect(board.rows).toMatchObject({ e1: { marks: { YC: true } }, e2: { status: 'DNF' }, e3: { falseStarts: 1 } });
  });

  it.each([
    ['up to the instant is of the old attempt', 100, 0],
    ['1 us after it is of the new', 100.000001, 1],
  ])('[F17] a start %s', (_, start, starts) => {
    const script = new Script(massStartMeet());
    script.start();
    script.say({ kind: 'clear', race: 'r1', upTo: at(100), reason: 'test' });
    script.start('r1', start);
    expect(script.state().attempt.starts.size).toBe(starts);
  });

  it('[F17] dates itself by its decision, and the latest of several holds', () => {
    const script = raced();
    script.decideAfter(100).say({ kind: 'clear', race: 'r1', reason: 'stopped' });
    script.say({ kind: 'clear', race: 'r1', upTo: at(10), reason: 'test' });
    expect(script.board().race.attempt).toBe(3);
    expect(script.row('e1').laps).toBe(0);
  });
});

describe('shots and clocks', () => {
  it('[M9] the first shot starts the race; a second, at the end of the neutral lap, is kept and told', () => {
    const script = new Script(massStartMeet());
    script.start('r1', 31);
    script.start('r1', 0);
    script.cross('e1', 30);
    expect(script.board().clock).toEqual({ 1: { startUs: gunUs, shots: [at(31)] } });
    expect(script.row('e1').timeUs).toBe(seconds(30));
  });

  it('[F18] two start groups have a clock each', () => {
    const script = new Script(pairsMeet(1000, 1));
    script.say({ kind: 'start', race: 'p1', at: at(0), source: 'timing', group: '1' });
    script.say({ kind: 'start', race: 'p1', at: at(20), source: 'timing', group: '2' });
    expect(script.board('p1').clock).toEqual({ 1: { startUs: at(0) }, 2: { startUs: at(20) } });
  });

  it('[F19] of each source the last word about its clock holds', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 31, { source: 'decoder' });
    for (const offsetUs of [5_000_000, 1_000_000]) script.say({ kind: 'sync', of: 'decoder', offsetUs });
    expect(script.row('e1')).toMatchObject({ timeUs: seconds(30), flags: {} });
  });

  it('[F19] an offset that leads out of time is held at its ends', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 30);
    script.say({ kind: 'sync', of: 'timing', offsetUs: Number.MAX_SAFE_INTEGER });
    expect(script.board().clock).toEqual({ 1: { startUs: 0 } });
    script.say({ kind: 'sync', of: 'timing', offsetUs: -Number.MAX_SAFE_INTEGER });
    expect(script.board().clock).toEqual({ 1: { startUs: Number.MAX_SAFE_INTEGER } });
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

  it('[F20] a personal or season best is marked when it is beaten, not when it is met', () => {
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
