import { describe, expect, it } from 'vitest';
import { massStartMeet, Script, seconds } from './script.ts';

describe('rulings', () => {
  function finished(rules: Record<string, unknown> = {}): Script {
    const script = new Script(massStartMeet({ skaters: 5, rules: { laps: 4, sprints: [{ lap: 2 }], ...rules } }));
    script.start();
    for (let lap = 1; lap <= 4; lap += 1) {
      for (let n = 1; n <= 5; n += 1) script.cross(`e${n}`, lap * 30 + n * 0.2);
    }
    return script;
  }

  it('[M6] lapped by ruling loses the points in total, keeps time and rank by time, and the other points stay', () => {
    const script = finished();
    script.rule('e1', 'lapped');
    expect(script.row('e1')).toMatchObject({
      rank: 5,
      timeUs: seconds(120.2),
      points: { s1: 3, s2: 60, total: 0 },
      flags: { finished: true, lapped: true },
    });
    expect(script.row('e2').points).toEqual({ s1: 2, s2: 40, total: 42 });
  });

  it('[M6] who was lapped when he finished is flagged, and keeps all until the referee decides', () => {
    const script = finished({ finishPoints: [60, 40, 20, 10, 6, 3] });
    script.say({ kind: 'entry', race: 'r1', entry: 'e6', name: 'Late', added: true });
    script.laps('e6', [40, 80, 120.2, 160]);
    expect(script.row('e6')).toMatchObject({
      laps: 4,
      rank: 6,
      points: { total: 3 },
      flags: { finished: true, lapped: true },
    });
    const justNot = finished();
    justNot.say({ kind: 'entry', race: 'r1', entry: 'e6', name: 'Late', added: true });
    justNot.laps('e6', [40, 80, 120.199999, 160]);
    expect(justNot.row('e6').flags).toEqual({ finished: true });
  });

  it('[M7] disqualified: last, no time, no points printed, and everybody behind moves up', () => {
    const script = finished();
    script.rule('e1', 'DQ', { code: 'T25' });
    const row = script.row('e1');
    expect(row).toMatchObject({ rank: 5, order: 5, status: 'DQ', code: 'T25', points: { total: 0 } });
    expect(row.points).toEqual({ total: 0 });
    expect(row.timeUs).toBeUndefined();
    expect(row.position).toBeUndefined();
    expect(script.row('e2')).toMatchObject({ rank: 1, position: 1, points: { s1: 3, s2: 60, total: 63 } });
    expect(script.event('ms').standings['r1:e1']).toMatchObject({ rank: 5, status: 'DQ', code: 'T25' });
    expect(script.event('ms').standings['r1:e1']?.timeUs).toBeUndefined();
  });

  it.each(['DNS', 'WDR', 'PEN'] as const)('[L7] %s has no rank and no time', (status) => {
    const script = finished();
    script.rule('e1', status);
    expect(script.row('e1')).toMatchObject({ status, order: 5 });
    expect(script.row('e1').rank).toBeUndefined();
    expect(script.row('e1').timeUs).toBeUndefined();
    expect(script.row('e2').rank).toBe(1);
    const standing = script.event('ms').standings['r1:e1'];
    expect(standing).toMatchObject({ status, order: 5 });
    expect([standing?.rank, standing?.timeUs]).toEqual([undefined, undefined]);
  });

  it('[F12] of DNS DNF DQ WDR PEN the last holds, cards add up, and ok ends all', () => {
    const script = finished();
    script.rule('e1', 'DQ', { code: 'T25' });
    script.rule('e1', 'YC');
    script.rule('e1', 'YC');
    script.rule('e1', 'DNF');
    expect(script.row('e1')).toMatchObject({ status: 'DNF', marks: { YC: true } });
    expect(script.row('e1').code).toBeUndefined();
    expect(script.state().entrants.get('e1')?.racer.ruling.cards).toEqual({ YC: 2, RC: 0 });
    script.rule('e1', 'ok');
    expect(script.row('e1').status).toBeUndefined();
    expect(script.row('e1').marks).toEqual({});
  });

  it('[F12] a code may come with a rank', () => {
    const script = finished();
    script.rule('e3', 'YC', { code: 'T02' });
    expect(script.row('e3')).toMatchObject({ rank: 3, code: 'T02', timeUs: seconds(120.6) });
  });

  it('[F12] or with a time that stands: ok ends what was ruled before and prints its code', () => {
    const script = finished();
    script.rule('e3', 'DQ', { code: 'T25' });
    script.rule('e3', 'ok', { code: 'T02' });
    expect(script.row('e3')).toMatchObject({ rank: 3, code: 'T02', timeUs: seconds(120.6) });
    expect(script.row('e3').status).toBeUndefined();
    script.rule('e3', 'ok');
    expect(script.row('e3').code).toBeUndefined();
  });

  it('[M8] as many as the meet says qualify as it stands, and whom the referee advances', () => {
    const script = finished({ qualify: 2 });
    const qualified = () => script.by('order').filter((entry) => script.row(entry).marks.Q);
    expect(qualified()).toEqual(['e1', 'e2']);
    script.rule('e5', 'ADV');
    expect(script.row('e5').marks).toEqual({ Q: true, ADV: true });
    script.rule('e4', 'DNF');
    script.rule('e4', 'ADV');
    expect(qualified()).toEqual(['e1', 'e2', 'e5', 'e4']);
    script.rule('e4', 'DQ');
    script.rule('e1', 'DQ');
    expect(qualified()).toEqual(['e2', 'e3', 'e5']);
  });

  it('[M8] before anybody was seen nobody qualifies', () => {
    const script = new Script(massStartMeet({ rules: { qualify: 2 } }));
    script.start();
    expect(Object.values(script.board().rows).some(({ marks, rank }) => marks.Q ?? rank)).toBe(false);
  });
});
