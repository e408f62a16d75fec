import { describe, expect, it } from 'vitest';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { gunUs, pairsMeet, Script, seconds } from './script.ts';

/** The second pair starts so much later. */
const later = 18;

/** Four skaters over 3000 m: e1 and e2 start with the first gun, e3 and e4 with the second. */
function quartetMeet(groups = ['1', '1', '2', '2'] as readonly (string | undefined)[]): Meet {
  const meet = pairsMeet(3000, 1);
  const entries = groups.map((startGroup, index) => ({
    id: `e${index + 1}`,
    name: `Skater ${index + 1}`,
    transponders: [`T${index + 1}a`, `T${index + 1}b`],
    lane: index % 2 === 0 ? 'inner' : 'outer',
    ...(startGroup !== undefined && { startGroup }),
  }));
  return meetSchema.parse({ ...meet, races: [{ ...meet.races[0]!, entries }] });
}

function gun(script: Script, group: string | undefined, time: number): string {
  const at = gunUs + seconds(time);
  return script.say({ kind: 'start', race: 'p1', at, source: 'timing', ...(group !== undefined && { group }) });
}

function started(meet = quartetMeet()): Script {
  const script = new Script(meet);
  gun(script, '1', 0);
  gun(script, '2', later);
  return script;
}

/** Crossings of e1 to e4 at times since their own guns. */
function ride(script: Script, times: Readonly<Record<string, readonly number[]>>): Script {
  for (const [entry, list] of Object.entries(times)) {
    const shift = Number(entry[1]) > 2 ? later : 0;
    for (const time of list) script.cross(entry, shift + time, { race: 'p1' });
  }
  return script;
}

describe('a quartet', () => {
  it('[L8] every time, lap and split runs from the gun of its own group', () => {
    const script = ride(started(), { e1: [20, 51], e3: [19.5, 50], e4: [21, 52.5] });
    expect(script.row('e1', 'p1').splits).toMatchObject({ 200: { timeUs: seconds(20) }, 600: { lapUs: seconds(31) } });
    expect(script.row('e3', 'p1')).toMatchObject({
      ...{ startGroup: '2', timeUs: seconds(50), lapUs: seconds(30.5), openingUs: seconds(19.5) },
      splits: { 200: { timeUs: seconds(19.5) }, 600: { timeUs: seconds(50), lapUs: seconds(30.5) } },
    });
    expect(script.board('p1').clock).toEqual({
      1: { startUs: gunUs },
      2: { startUs: gunUs + seconds(later) },
    });
  });

  it('[L8] position and gap compare times since the own gun where both have been', () => {
    const script = ride(started(), { e1: [20, 51, 82], e2: [20.5, 52, 84], e3: [19.5, 50], e4: [21] });
    expect(script.by('position', 'p1')).toEqual(['e3', 'e1', 'e2', 'e4']);
    expect(script.row('e1', 'p1').gapUs).toBe(seconds(1));
    expect(script.row('e2', 'p1')).toMatchObject({ gapUs: seconds(2), intervalUs: seconds(2) });
    expect(script.row('e4', 'p1')).toMatchObject({ gapUs: seconds(1.5), intervalUs: seconds(0.5) });
  });

  it('[L8] who started later is no lap down for it', () => {
    const script = started();
    ride(script, { e1: [20, 51, 82, 113], e3: [20.1] });
    expect(script.row('e3', 'p1').lapsDown).toBeUndefined();
    expect(script.row('e3', 'p1').flags.lapped).toBeUndefined();
  });

  it('[L8] nothing counts for the second pair before its own first guard', () => {
    const script = ride(started(), { e1: [20] });
    script.cross('e3', later + 1, { race: 'p1' });
    script.cross('e4', later - 4, { race: 'p1' });
    expect(script.row('e3', 'p1').laps + script.row('e4', 'p1').laps).toBe(0);
    script.cross('e3', later + 19.7, { race: 'p1' });
    expect(script.row('e3', 'p1').timeUs).toBe(seconds(19.7));
  });

  it('[L8] until its gun the second pair has not started', () => {
    const script = new Script(quartetMeet());
    gun(script, '1', 0);
    script.cross('e3', 19, { race: 'p1' });
    expect(script.row('e3', 'p1').timeUs).toBeUndefined();
    gun(script, '2', later);
    script.cross('e3', later + 20, { race: 'p1' });
    expect(script.row('e3', 'p1').timeUs).toBe(seconds(20));
  });

  it('[L8] a time since the gun as a device measured it is since the gun of whom it read', () => {
    const script = started();
    script.cross('e3', 99, { race: 'p1', source: 'other', elapsedUs: seconds(19.9) });
    script.cross('e1', 99, { race: 'p1', source: 'other', elapsedUs: seconds(20.1) });
    expect(script.row('e3', 'p1')).toMatchObject({ timeUs: seconds(19.9), flags: {} });
    expect(script.row('e1', 'p1')).toMatchObject({ timeUs: seconds(20.1), flags: {} });
    expect(script.row('e3', 'p1').flags.estimated).toBeUndefined();
  });

  it('[L8] the group may be told on the day, and is the first where two guns are fired and nobody told', () => {
    const script = ride(started(quartetMeet([undefined, undefined, undefined, undefined])), { e3: [20] });
    expect(script.row('e3', 'p1').timeUs).toBe(seconds(later + 20));
    script.say({ kind: 'entry', race: 'p1', entry: 'e3', startGroup: '2' });
    expect(script.row('e3', 'p1')).toMatchObject({ startGroup: '2', timeUs: seconds(20) });
  });

  it.each([
    ['no entry tells a group', [undefined, undefined]],
    ['all tell the same', ['A', 'A']],
  ])('[L8] where %s one gun starts everybody, whatever it is called', (_, groups) => {
    for (const name of [undefined, '1', 'A', '2']) {
      const script = new Script(quartetMeet(groups));
      gun(script, name, 0);
      script.cross('e1', 20, { race: 'p1' });
      expect(script.row('e1', 'p1').timeUs, name ?? 'no name').toBe(seconds(20));
    }
  });

  it('[L8][L5] the second pair is started anew while the first skates on', () => {
    const script = new Script(quartetMeet());
    gun(script, '1', 0);
    const early = gun(script, '2', later);
    ride(script, { e1: [20] });
    script.retract(early);
    script.say({ kind: 'falseStart', race: 'p1', entry: 'e4' });
    gun(script, '2', 40);
    script.cross('e3', 60, { race: 'p1' });
    expect(script.row('e1', 'p1').timeUs).toBe(seconds(20));
    expect(script.row('e3', 'p1').timeUs).toBe(seconds(20));
    expect(script.row('e4', 'p1')).toMatchObject({ falseStarts: 1 });
    expect(script.board('p1').race.attempt).toBe(1);
  });

  it('[L8] a lane that two share tells nothing by itself, and with a transponder that agrees whose it is', () => {
    const script = started();
    script.read('T3a', later + 20.01, { race: 'p1' });
    const lane = { kind: 'passing', source: 'timing', loop: 'finish', lane: 'inner', race: 'p1' } as const;
    script.say({ ...lane, how: 'photo', at: gunUs + seconds(later + 20) });
    expect(script.row('e3', 'p1')).toMatchObject({ timeUs: seconds(20), basis: 'photo' });
    expect(script.row('e1', 'p1').timeUs).toBeUndefined();
    script.say({ ...lane, how: 'photo', at: gunUs + seconds(20) });
    expect(script.row('e1', 'p1').timeUs).toBeUndefined();
    script.read('T2a', 20, { race: 'p1' });
    expect(script.row('e2', 'p1').basis).toBe('transponder');
  });

  it('[L8][F15] a reading of a shared lane that names no race goes to the race that has the lane', () => {
    const script = started();
    script.read('T3a', later + 20.01);
    const lane = { kind: 'passing', source: 'timing', loop: 'finish', lane: 'inner' } as const;
    script.say({ ...lane, how: 'photo', at: gunUs + seconds(later + 20) });
    expect(script.row('e3', 'p1').basis).toBe('photo');
    expect(script.unbound()).toEqual([]);
  });

  it('[L8] one of two in a lane who does not start leaves it to the other', () => {
    const script = started();
    script.say({ kind: 'entry', race: 'p1', entry: 'e1', scratched: true });
    const at = gunUs + seconds(later + 20);
    script.say({ kind: 'passing', source: 'timing', loop: 'finish', lane: 'inner', race: 'p1', how: 'photo', at });
    expect(script.row('e3', 'p1').timeUs).toBe(seconds(20));
  });

  it('[L8][P4] a lap nobody saw is found by what the others needed since their own guns', () => {
    const script = ride(started(), { e1: [20, 51, 82], e2: [20.2, 51.4, 82.6], e4: [21, 52, 83], e3: [50.5, 81] });
    const { splits } = script.row('e3', 'p1');
    expect(splits['200']).toMatchObject({ estimated: true });
    expect(splits['600']).toMatchObject({ timeUs: seconds(50.5) });
    expect(splits['600']?.estimated).toBeUndefined();
  });

  it('[L8][P8] three watches count from the gun of the group', () => {
    const script = ride(started(), { e3: [20] });
    script.say({ kind: 'handtime', race: 'p1', entry: 'e3', watches: [seconds(251), seconds(250), seconds(252)] });
    expect(script.row('e3', 'p1')).toMatchObject({ timeUs: seconds(251), basis: 'hand' });
  });

  it('[L8] the clock of a pair stands when both of it are in, while the other still skates', () => {
    const laps = [20, 51, 82, 113, 144, 175, 206, 237];
    const script = ride(started(), { e1: laps, e2: laps.map((time) => time + 1), e3: laps.slice(0, 7) });
    expect(script.board('p1').clock['1']).toMatchObject({ stopUs: gunUs + seconds(238) });
    expect(script.board('p1').clock['2']?.stopUs).toBeUndefined();
    expect(script.board('p1').race.status).toBe('running');
    ride(script, { e3: [237], e4: laps.map((time) => time + 2) });
    expect(script.board('p1').clock['2']).toMatchObject({ stopUs: gunUs + seconds(later + 239) });
    expect(script.board('p1').race.status).toBe('finished');
  });

  it('[L8] the second pair wears yellow and blue where nothing else is said', () => {
    const { rows } = started().board('p1');
    expect(Object.values(rows).map(({ color }) => color)).toEqual(['white', 'red', 'yellow', 'blue']);
  });

  it.each([1, 2, 3])('[L8] may hold %d', (skaters) => {
    const groups = ['1', '2', '2'].slice(0, skaters);
    const script = ride(started(quartetMeet(groups)), { e1: [20, 51] });
    expect(script.row('e1', 'p1')).toMatchObject({ timeUs: seconds(51), position: 1 });
    expect(Object.keys(script.board('p1').rows)).toHaveLength(skaters);
  });
});
