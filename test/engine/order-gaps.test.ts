import { describe, expect, it } from 'vitest';
import { massStartMeet, pairsMeet, Script, seconds, steady } from './script.ts';

function racing(laps: Readonly<Record<string, readonly number[]>>, rules: Record<string, unknown> = {}): Script {
  const script = new Script(massStartMeet({ skaters: Object.keys(laps).length, rules }));
  script.start();
  for (const [entry, times] of Object.entries(laps)) script.laps(entry, times);
  return script;
}

describe('gaps', () => {
  it('[G1] to the leader and to the one ahead, at the last line both have crossed', () => {
    const script = racing({ e1: [30, 60, 90], e2: [30.5, 60.7, 91], e3: [31, 61.5] });
    expect(script.row('e1')).toMatchObject({ position: 1, gapUs: 0 });
    expect(script.row('e1').intervalUs).toBeUndefined();
    expect(script.row('e2')).toMatchObject({ position: 2, gapUs: seconds(1), intervalUs: seconds(1) });
    expect(script.row('e3')).toMatchObject({ position: 3, gapUs: seconds(1.5), intervalUs: seconds(0.8) });
  });

  it('[G1] where two have changed places since, there is none', () => {
    const script = racing({ e1: [30, 61], e2: [29, 60.5, 90.5] });
    expect(script.row('e1').gapUs).toBe(seconds(0.5));
    const swapped = racing({ e1: [30, 60, 90], e2: [29.5, 59.5] });
    expect(swapped.row('e2').position).toBe(2);
    expect(swapped.row('e2').gapUs).toBeUndefined();
  });

  it.each([
    ['1 us before the leader is round', 119.999999, undefined],
    ['when the leader is round', 120, 1],
  ])('[G1] who crosses %s is down %s laps', (_, at, lapsDown) => {
    const script = racing({ e1: [30, 60, 90, 120], e2: [38, 78, at] });
    expect(script.row('e2').lapsDown).toBe(lapsDown);
    expect(script.row('e2').flags.lapped).toBe(lapsDown === undefined ? undefined : true);
  });

  it('[G1] a lapped skater shows laps down and seconds', () => {
    const script = racing({ e1: steady(6), e2: [42, 84, 126, 168] });
    expect(script.row('e2')).toMatchObject({ laps: 4, lapsDown: 1, gapUs: seconds(48) });
  });

  it('[G1] who is not seen while the leader does two laps is down one', () => {
    expect(racing({ e1: steady(4), e2: [32, 64] }).row('e2').lapsDown).toBe(1);
    expect(racing({ e1: steady(3), e2: [32, 64] }).row('e2').lapsDown).toBeUndefined();
  });

  it('[G4] what nobody measured is not there', () => {
    const row = racing({ e1: [30], e2: [] }).row('e2');
    expect([row.timeUs, row.gapUs, row.intervalUs, row.lapUs, row.lapsDown, row.basis, row.group]).toEqual(
      Array(7).fill(undefined),
    );
  });

  it('[G4] a time across two clocks nobody compared is an estimate until they are compared', () => {
    const script = racing({ e1: [30] });
    script.cross('e1', 60, { source: 'decoder' });
    expect(script.row('e1').splits['2']).toMatchObject({ timeUs: seconds(60), estimated: true });
    expect(script.row('e1').flags.estimated).toBe(true);
    script.say({ kind: 'sync', of: 'decoder', offsetUs: 250_000 });
    expect(script.row('e1').splits['2']).toEqual({
      timeUs: seconds(59.75),
      lapUs: seconds(29.75),
      basis: 'transponder',
    });
    expect(script.row('e1').flags.estimated).toBeUndefined();
  });

  it('[G4] a time the device measured since the gun itself needs no second clock', () => {
    const script = racing({ e1: [] });
    script.cross('e1', 4000, { source: 'camera', how: 'photo', elapsedUs: seconds(30.1) });
    expect(script.row('e1')).toMatchObject({ timeUs: seconds(30.1), flags: {} });
  });
});

describe('laps to go', () => {
  it('[G3] falls at the first crossing by anyone on the lead lap', () => {
    const script = racing({ e1: [30, 60], e2: [30.1, 59.9] });
    expect(script.board().laps).toEqual({ total: 16, leader: 2, toGo: 14 });
    script.cross('e1', 90.2);
    expect(script.board().laps.toGo).toBe(13);
    script.cross('e2', 90);
    expect(script.board().laps.toGo).toBe(13);
  });

  it('[G3] a lapped skater’s crossing changes nothing', () => {
    const script = racing({ e1: steady(4), e2: [45, 90] });
    script.cross('e2', 135);
    expect(script.board().laps).toMatchObject({ leader: 4, toGo: 12 });
  });

  it('[G3] does not rise again when the first is ruled out', () => {
    const script = racing({ e1: [30, 60, 90], e2: [30.5, 60.5] });
    script.rule('e1', 'DNF');
    expect(script.board().laps).toMatchObject({ leader: 3, toGo: 13 });
    script.rule('e1', 'DNS');
    expect(script.board().laps).toMatchObject({ leader: 2, toGo: 14 });
  });

  it('[G3] the bell rings for the last lap', () => {
    const script = racing({ e1: steady(2), e2: [] }, { laps: 3 });
    expect(script.board().laps).toEqual({ total: 3, leader: 2, toGo: 1, bell: true });
    script.cross('e1', 90);
    expect(script.board().laps).toEqual({ total: 3, leader: 3, toGo: 0 });
  });

  it('[G3] a bell for another lap than the last is an alarm, until an attempt is cleared', () => {
    const script = racing({ e1: steady(2), e2: [] }, { laps: 3 });
    script.say({ kind: 'bell', race: 'r1', lap: 3 });
    expect(script.board().laps.bellAlarm).toBeUndefined();
    script.say({ kind: 'bell', race: 'r1', lap: 2 });
    expect(script.board().laps.bellAlarm).toBe(2);
    script.say({ kind: 'length', race: 'r1', laps: 2 });
    expect(script.board().laps.bellAlarm).toBeUndefined();
    script.say({ kind: 'bell', race: 'r1', lap: 9 });
    script.decideAfter(100).say({ kind: 'clear', race: 'r1', reason: 'fall' });
    expect(script.board().laps.bellAlarm).toBeUndefined();
  });

  it('[G3] in pairs each counts his own', () => {
    const script = new Script(pairsMeet(1500, 1));
    script.start('p1');
    for (const time of [24, 50]) script.cross('e1', time, { race: 'p1' });
    script.cross('e2', 25, { race: 'p1' });
    expect([script.row('e1', 'p1').laps, script.row('e2', 'p1').laps]).toEqual([2, 1]);
    expect(script.board('p1').laps).toMatchObject({ total: 4, leader: 2, toGo: 2 });
  });
});

describe('groups', () => {
  /** One lap crossed with these times. */
  const crossed = (...times: readonly number[]) =>
    racing(Object.fromEntries(times.map((time, i) => [`e${i + 1}`, [time]])));

  it.each([
    ['1 us short of a second keep together', 0.999999, 1],
    ['a second apart part', 1, 2],
  ])('[G2] two %s', (_, apart, groups) => {
    expect(Object.keys(crossed(30, 30 + apart).board().groups)).toHaveLength(groups);
  });

  it('[G2] the meet says how long a second is', () => {
    const script = racing({ e1: [30], e2: [31.5] }, { groupGapUs: seconds(2) });
    expect(script.board().groups).toMatchObject({ 1: { size: 2 } });
  });

  it('[G2] they have names, sizes and leads', () => {
    const { groups, rows } = crossed(30, 30.2, 33, 35, 35.3, 35.5, 35.9, 40).board();
    expect(groups).toEqual({
      1: { name: 'break', size: 2, entries: ['e1', 'e2'], leadUs: seconds(3) },
      2: { name: 'chase', size: 1, entries: ['e3'], leadUs: seconds(2), behindUs: seconds(3) },
      3: { name: 'peloton', size: 4, entries: ['e4', 'e5', 'e6', 'e7'], leadUs: seconds(5), behindUs: seconds(5) },
      4: { name: 'dropped', size: 1, entries: ['e8'], behindUs: seconds(10) },
    });
    expect([rows.e2?.group, rows.e3?.group, rows.e8?.group]).toEqual([1, 2, 4]);
  });

  it('[G2] one who is away alone is the leader', () => {
    expect(crossed(30, 35, 35.1).board().groups).toMatchObject({ 1: { name: 'leader' }, 2: { name: 'peloton' } });
  });

  it('[G2] of two that are as large the first is the peloton, and where all ride alone there is none', () => {
    const names = (script: Script) => Object.values(script.board().groups).map(({ name }) => name);
    expect(names(crossed(30, 30.1, 35, 35.1))).toEqual(['peloton', 'dropped']);
    expect(names(crossed(30, 35, 40))).toEqual(['leader', 'chase', 'chase']);
    expect(names(crossed(30))).toEqual(['peloton']);
  });

  it('[G2] who rides alone before the peloton and comes nearer by 0.3 s a lap is bridging', () => {
    const bunch = { e4: [40, 70], e5: [40.1, 70.1], e6: [40.2, 70.2] };
    const bridging = (second: number) =>
      racing({ e1: [30, 60], e2: [30.1, 60.1], e3: [35, second], ...bunch }).board().groups['2']?.bridging;
    expect(bridging(64.7)).toEqual(['e3']);
    expect(bridging(64.700001)).toBeUndefined();
  });

  it('[G2] a dropped rider who comes nearer bridges to nobody', () => {
    const { groups } = racing({ e1: [30, 60], e2: [30.1, 60.1], e3: [35, 64] }).board();
    expect(groups['2']).toEqual({ name: 'dropped', size: 1, behindUs: seconds(4), entries: ['e3'] });
  });

  it('[G2] a lapped skater rides in none of the leaders’ groups', () => {
    const script = racing({ e1: steady(5), e2: steady(5, 30, 0.2), e3: [37, 75, 113, 150.3] });
    expect(script.board().groups).toMatchObject({
      1: { entries: ['e1', 'e2'] },
      2: { name: 'dropped', entries: ['e3'] },
    });
  });
});
