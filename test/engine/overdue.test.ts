import { describe, expect, it } from 'vitest';
import { massStartMeet, Script, seconds, steady } from './script.ts';

/** Four in a bunch 0.2 s apart; e4, the second of them, was read on all laps but the last of `laps`. */
function withoutLast(laps: number, rules: Record<string, unknown> = {}): Script {
  const script = new Script(massStartMeet({ rules }));
  script.start();
  for (const [entry, behind] of [
    ['e1', 0],
    ['e2', 0.4],
    ['e3', 0.6],
  ] as const)
    script.laps(entry, steady(laps, 30, behind));
  script.laps('e4', steady(laps - 1, 30, 0.2));
  return script;
}

describe('one who was not seen while his group was', () => {
  it.each([
    ['1 us before a second has gone', 91.199999, undefined],
    ['when a second has gone', 91.2, true],
  ])('[P4a] is overdue, %s: %s', (_, newest, overdue) => {
    const script = withoutLast(3);
    script.read('X1', newest, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBe(overdue);
  });

  it('[P4a] is held where he would have come, greyed, and his laps and time stay measured', () => {
    const script = withoutLast(3);
    script.read('X1', 92, { race: 'r1' });
    expect(script.by('position')).toEqual(['e1', 'e4', 'e2', 'e3']);
    expect(script.row('e4')).toMatchObject({
      laps: 2,
      timeUs: seconds(60.2),
      gapUs: seconds(0.2),
      flags: { overdue: true, estimated: true },
    });
    expect(Object.keys(script.row('e4').splits)).toEqual(['1', '2']);
    expect(script.board().laps).toMatchObject({ leader: 3, toGo: 13 });
    expect(script.board().groups).toMatchObject({ 1: { entries: ['e1', 'e4', 'e2', 'e3'] } });
  });

  it('[P4a] is back when he is read, late as it may be', () => {
    const script = withoutLast(3);
    script.read('X1', 92, { race: 'r1' });
    script.cross('e4', 90.5);
    expect(script.by('position')).toEqual(['e1', 'e2', 'e4', 'e3']);
    expect(script.row('e4').flags).toEqual({});
  });

  it.each([
    ['1 us before one and a half laps', 105.199999, { overdue: true, estimated: true }, 2],
    ['after one and a half laps', 105.2, { gone: true }, 4],
  ])('[P4a] is expected no more %s', (_, newest, flags, position) => {
    const script = withoutLast(3);
    script.read('X1', newest, { race: 'r1' });
    expect(script.row('e4')).toMatchObject({ flags, position });
    expect(script.row('e4').flags).toEqual(flags);
  });

  it('[P4a] who is gone leaves the groups and comes back into them with his next reading', () => {
    const script = withoutLast(4);
    script.read('X1', 136, { race: 'r1' });
    expect(script.board().groups['1']?.entries).not.toContain('e4');
    script.cross('e4', 150.2);
    for (const entry of ['e1', 'e2', 'e3']) script.cross(entry, 150.4);
    expect(script.board().groups['1']?.entries).toContain('e4');
    expect(script.row('e4').flags).toEqual({ estimated: true });
  });

  it('[P4a] keeps his place at a sprint, which stays open until he is seen', () => {
    const script = withoutLast(4);
    script.read('X1', 122, { race: 'r1' });
    const { sprints } = script.board();
    expect(sprints['1']).toMatchObject({ state: 'open', order: [['e1'], ['e4'], ['e2']] });
    script.cross('e4', 120.3);
    expect(script.board().sprints['1']).toMatchObject({ state: 'provisional', order: [['e1'], ['e4'], ['e2']] });
  });

  it('[P4a] the meet says how long a second is', () => {
    const script = withoutLast(3, { overdueUs: seconds(5) });
    script.read('X1', 95.1, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBeUndefined();
    script.read('X1', 95.2, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBe(true);
  });
});

describe('nobody is overdue', () => {
  it('[P4a] who rides alone behind, slow as he may be', () => {
    const script = new Script(massStartMeet());
    script.start();
    for (const [entry, behind] of [
      ['e1', 0],
      ['e2', 0.4],
    ] as const)
      script.laps(entry, steady(3, 30, behind));
    script.laps('e4', [40, 78]);
    script.read('X1', 110, { race: 'r1' });
    expect(script.row('e4').flags).toEqual({});
  });

  it('[P4a] who leads', () => {
    const script = withoutLast(3);
    script.cross('e1', 120);
    script.read('X1', 122, { race: 'r1' });
    expect(script.row('e1').flags).toEqual({});
  });

  it('[P4a] who is lapped, once those around him have lapped him again', () => {
    const script = new Script(massStartMeet());
    script.start();
    for (const [entry, behind] of [
      ['e1', 0],
      ['e2', 0.4],
      ['e3', 0.6],
    ] as const)
      script.laps(entry, steady(6, 30, behind));
    script.laps('e4', [38, 76, 114, 152]);
    script.read('X1', 184, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBeUndefined();
    expect(script.row('e4').flags.lapped).toBe(true);
  });

  it.each(['DNS', 'DNF', 'DQ'] as const)('[P4a] who is %s', (status) => {
    const script = withoutLast(3);
    script.rule('e4', status);
    script.read('X1', 92, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBeUndefined();
  });
});

describe('one who was never seen', () => {
  it('[P4a] is overdue a second after the last of a field that is half through, without a place', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.laps('e1', [30]);
    script.read('X1', 31.2, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBeUndefined();
    script.laps('e2', [30.4]);
    script.read('X1', 31.399999, { race: 'r1' });
    expect(script.row('e4').flags.overdue).toBeUndefined();
    script.read('X1', 31.4, { race: 'r1' });
    expect(script.row('e4').flags).toEqual({ overdue: true, estimated: true });
    expect(script.row('e4').gapUs).toBeUndefined();
    expect(script.board().groups['1']?.entries).toEqual(['e1', 'e2']);
  });

  it('[P4a] is gone after one and a half laps, and keeps no race from ending', () => {
    const script = new Script(massStartMeet({ skaters: 3, rules: { laps: 2 } }));
    script.start();
    script.laps('e1', [30, 60]).laps('e2', [30.4, 60.4]);
    expect(script.row('e3').flags).toEqual({ gone: true });
    expect(script.board().race.status).toBe('finished');
    expect(script.row('e3').rank).toBeUndefined();
  });
});
