import { describe, expect, it } from 'vitest';
import { Script, seconds, shortTrackMeet } from './script.ts';
import { heat, pace, skated } from './short-track-heat.ts';

describe('who is ruled out', () => {
  it.each(['PEN', 'DNF', 'DNS', 'DQ'] as const)(
    '[S5][S7] %s has no place and no time, and all behind move up',
    (status) => {
      const script = skated();
      script.rule('e1', status, { code: 'S1' });
      const { rank, timeUs, position, ...row } = script.row('e1');
      expect([rank, timeUs, position]).toEqual([undefined, undefined, undefined]);
      expect(row).toMatchObject({ status, code: 'S1', order: 4 });
      expect(script.by('rank')).toEqual(['e2', 'e3', 'e4']);
      expect(script.event('st').standings['r1:e1']?.timeUs).toBeUndefined();
      expect(script.row('e2')).toMatchObject({ rank: 1, splits: { 4: status === 'DNS' ? { rank: 1 } : { rank: 2 } } });
      expect(script.row('e2').splits['5']).toMatchObject({ rank: 1 });
    },
  );

  it.each(['YC', 'RC'] as const)('[S5] %s is a penalty in this race, until it is taken back', (card) => {
    const script = skated();
    const ruling = script.rule('e2', card);
    expect(script.row('e2')).toMatchObject({ status: 'PEN', marks: { [card]: true } });
    expect(script.row('e2').rank).toBeUndefined();
    expect(script.row('e2').timeUs).toBeUndefined();
    expect(script.row('e3').rank).toBe(2);
    script.retract(ruling);
    expect(script.row('e2')).toMatchObject({ rank: 2, marks: {} });
  });

  it('[S5] whoever did not start or finish keeps that status under a card', () => {
    const script = skated();
    script.rule('e2', 'DNF');
    script.rule('e2', 'YC');
    expect(script.row('e2')).toMatchObject({ status: 'DNF', marks: { YC: true } });
  });

  it.each(['ADV', 'ADA', 'ADB'] as const)('[S4] %s is a mark, and his place stays', (mark) => {
    const script = skated();
    script.rule('e4', mark);
    expect(script.row('e4')).toMatchObject({ rank: 4, timeUs: seconds(42.8), marks: { [mark]: true } });
  });

  it.each([
    ['none', ['e1'], ['PEN']],
    ['race', ['e1', 'e2', 'e3'], [undefined, 'PEN', 'PEN']],
    ['skater', ['e1', 'e2', 'e1'], ['PEN', undefined, 'PEN']],
  ])('[S6] false starts, free for %s, by %j', (falseStarts, by, statuses) => {
    const script = new Script(shortTrackMeet(500, { rules: { falseStarts } }));
    for (const entry of by) script.say({ kind: 'falseStart', race: 'r1', entry });
    expect(by.map((entry) => script.row(entry).status)).toEqual(statuses);
  });

  it('[S6] unless the meet says otherwise the first false start is a penalty', () => {
    const script = heat();
    script.say({ kind: 'falseStart', race: 'r1', entry: 'e3' });
    expect(script.row('e3')).toMatchObject({ status: 'PEN', falseStarts: 1 });
  });
});

describe('one who falls', () => {
  function fallen(): Script {
    const script = heat();
    for (const time of pace) for (const n of [1, 2, 3]) script.cross(`e${n}`, time + n * 0.2);
    script.laps('e4', [6.9, 15.9]);
    return script;
  }

  /** Three come by at the pace of the heat, and e4, who was with them, at these times. */
  function among(times: readonly number[]): Script {
    const script = heat();
    for (const time of pace) for (const n of [1, 2, 3]) script.cross(`e${n}`, time + n * 0.2);
    script.laps('e4', times);
    return script;
  }

  it('[S7][P4] for as long as two laps is not put forward: his next lap shows that he got up', () => {
    const { laps, flags, splits } = among([7.8, 16.8, 34, 46.5, 57]).row('e4');
    expect([laps, flags, Object.keys(splits)]).toEqual([
      5,
      { finished: true, lapped: true },
      ['1', '2', '3', '4', '5'],
    ]);
  });

  it.each([
    ['that nobody he was with came in with', [7.8, 16.8, 25.4, 42, 51]],
    ['on the last lap, whose end is not given up', [7.8, 16.8, 25.4, 34, 51.4]],
    ['at the start', [16.8, 28, 38, 48, 58]],
  ])('[S7][P4] nor is a gap of two laps %s', (_, times) => {
    expect(among(times).row('e4')).toMatchObject({ laps: 5, timeUs: seconds(times[4]!), rank: 4 });
    expect(among(times).row('e4').flags.estimated).toBeUndefined();
  });

  it('[P4] one who is back with those he was with, and goes on as they do, was not seen', () => {
    const row = among([7.8, 16.8, 34, 42.8]).row('e4');
    expect(row).toMatchObject({ laps: 5, rank: 4, timeUs: seconds(42.8), flags: { finished: true, estimated: true } });
    expect(row.splits['3']).toMatchObject({ estimated: true, timeUs: seconds(25.4) });
  });

  it('[S7] and finishes has a time, however late', () => {
    const script = fallen();
    script.read('X1', 60, { race: 'r1' });
    expect(script.board().race.status).toBe('running');
    expect(script.row('e4').flags.noTime).toBeUndefined();
    script.laps('e4', [45.3, 67, 88.3]);
    expect(script.row('e4')).toMatchObject({ rank: 4, timeUs: seconds(88.3), laps: 5, flags: { finished: true } });
    expect(script.board().race.status).toBe('finished');
  });

  it('[S7] and is on the ice when the referee ends the race has finished without time and keeps his place', () => {
    const script = fallen();
    script.decideAfter(60).say({ kind: 'close', race: 'r1' });
    const { timeUs, lapUs, gapUs, ...row } = script.row('e4');
    expect([timeUs, lapUs, gapUs]).toEqual([undefined, undefined, undefined]);
    expect(row).toMatchObject({ rank: 4, position: 4, laps: 2 });
    expect(row.flags).toMatchObject({ finished: true, noTime: true });
    expect(script.event('st')).toMatchObject({ event: { digits: 3 }, standings: { 'r1:e4': { rank: 4 } } });
    expect(script.event('st').standings['r1:e4']?.timeUs).toBeUndefined();
    expect(row.flags.gone).toBeUndefined();
    expect(script.board().race.status).toBe('finished');
  });

  it('[S7] of several the one who had come further is ahead, and the one who was never seen has no place', () => {
    const script = heat({ skaters: 5 });
    script.laps('e1', pace);
    script.laps('e2', [7.1, 16.1]);
    script.laps('e3', [7.2, 16.2, 25]);
    script.laps('e4', [7.3, 15.7]);
    script.decideAfter(60).say({ kind: 'close', race: 'r1' });
    expect(script.by('rank')).toEqual(['e1', 'e3', 'e4', 'e2']);
    expect(script.row('e5').flags).toEqual({ gone: true });
    expect(script.row('e5').rank).toBeUndefined();
  });

  it('[S7] a leader who falls on the last lap is held in front only until the race is shut', () => {
    const script = heat({ skaters: 3 });
    for (const time of pace.slice(0, 4)) for (const n of [1, 2, 3]) script.cross(`e${n}`, time + n * 0.2);
    script.cross('e2', 42.4);
    script.cross('e3', 42.6);
    script.read('X1', 44, { race: 'r1' });
    expect(script.row('e1').flags).toMatchObject({ overdue: true });
    script.decideAfter(50).say({ kind: 'close', race: 'r1' });
    expect(script.by('rank')).toEqual(['e2', 'e3', 'e1']);
    expect(script.row('e1').flags).toEqual({ finished: true, noTime: true });
  });
});

describe('laps that were miscounted', () => {
  it('[S10] a race made shorter ends at its new last crossing, in the order there; its times do not count', () => {
    const script = new Script(shortTrackMeet(1000, { skaters: 2 }));
    script.start();
    for (let lap = 0; lap < 8; lap += 1) {
      script.cross('e1', 12 + lap * 9 + 0.1);
      script.cross('e2', 12 + lap * 9);
    }
    script.say({ kind: 'length', race: 'r1', laps: 8, timesValid: false });
    expect(script.board().laps).toMatchObject({ total: 8, toGo: 0 });
    expect(script.by('rank')).toEqual(['e2', 'e1']);
    expect(script.row('e1').flags).toMatchObject({ finished: true, timeInvalid: true });
    expect(script.board().race.status).toBe('finished');
  });

  it("[S10] a time that does not count is nobody's best", () => {
    const meet = shortTrackMeet(500, { skaters: 1 });
    const entries = [{ ...meet.races[0]!.entries[0]!, pbUs: seconds(43) }];
    const script = new Script({ ...meet, races: [{ ...meet.races[0]!, entries }] });
    script.start();
    script.laps('e1', pace);
    expect(script.row('e1').marks).toEqual({ PB: true });
    script.say({ kind: 'length', race: 'r1', laps: 5, timesValid: false });
    expect(script.row('e1').marks).toEqual({});
  });

  it('[S10][G3] a bell rung for another lap than the last is an alarm', () => {
    const script = heat();
    script.say({ kind: 'bell', race: 'r1', lap: 4 });
    expect(script.board().laps.bellAlarm).toBe(4);
  });
});
