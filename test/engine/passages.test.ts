import { describe, expect, it } from 'vitest';
import { massStartMeet, pairsMeet, Script, seconds, steady } from './script.ts';

/** Three who ride together for `laps` laps, and what else is told. */
function bunch(laps: number, tell: (script: Script) => void, rules: Record<string, unknown> = {}): Script {
  const script = new Script(massStartMeet({ rules }));
  script.start();
  for (const [index, entry] of ['e1', 'e2', 'e3'].entries()) script.laps(entry, steady(laps, 30, index * 0.2));
  tell(script);
  return script;
}

describe('arrival', () => {
  it('[P3] late, mixed up and again under another id, the same readings make the same race', () => {
    const straight = bunch(4, (script) => script.laps('e4', steady(4, 30, 1)));
    const mixed = new Script(massStartMeet());
    for (const time of [120, 60, 90, 30]) {
      for (const [entry, behind] of [
        ['e4', 1],
        ['e2', 0.2],
        ['e1', 0],
        ['e3', 0.4],
      ] as const) {
        mixed.cross(entry, time + behind);
        mixed.cross(entry, time + behind);
      }
    }
    mixed.start();
    expect(mixed.board()).toEqual(straight.board());
  });
});

describe('missed readings', () => {
  it('[P4] a gap of two laps while the others did one is a lap nobody saw', () => {
    const script = bunch(4, (script) => script.laps('e4', [30.6, 60.6, 120.6]));
    const { laps, splits, flags } = script.row('e4');
    expect(laps).toBe(4);
    expect(splits['3']).toEqual({ timeUs: seconds(90.6), lapUs: seconds(30), estimated: true });
    expect(splits['4']).toMatchObject({ timeUs: seconds(120.6), basis: 'transponder' });
    expect(splits['4']?.estimated).toBeUndefined();
    expect(flags.estimated).toBe(true);
  });

  it('[P4] so is a gap of three laps', () => {
    const script = bunch(5, (script) => script.laps('e4', [30.6, 60.6, 150.6]));
    expect(script.row('e4')).toMatchObject({ laps: 5, splits: { 3: { estimated: true }, 4: { estimated: true } } });
  });

  it('[P4] so is a first reading two laps after the gun', () => {
    const script = bunch(3, (script) => script.laps('e4', [60.6, 90.6]));
    expect(script.row('e4')).toMatchObject({ laps: 3, splits: { 1: { estimated: true } } });
  });

  it.each([
    ['2.1', 123.6, 4],
    ['1.9', 117.6, 4],
    ['2.11', 123.9, 3],
    ['1.89', 117.3, 3],
  ])('[P4] of %s laps of the others the lap is what it looks like', (_, at, laps) => {
    const script = bunch(5, (script) => script.laps('e4', [30.6, 60.6, at]));
    expect(script.row('e4').laps).toBe(laps);
  });

  it('[P4] a measurement replaces the estimate', () => {
    const script = bunch(4, (script) => script.laps('e4', [30.6, 60.6, 120.6, 90.9]));
    expect(script.row('e4').splits['3']).toMatchObject({ timeUs: seconds(90.9), basis: 'transponder' });
    expect(script.row('e4').flags.estimated).toBeUndefined();
  });

  it('[P4] a finish that nobody saw is never made up from a lap skated after it', () => {
    const script = bunch(4, (script) => script.laps('e4', [30.6, 60.6, 90.6, 150.6]), { laps: 4 });
    for (const [index, entry] of ['e1', 'e2', 'e3'].entries()) script.cross(entry, 150 + index);
    const row = script.row('e4');
    expect(row).toMatchObject({ laps: 3, splits: { 3: {} } });
    expect(row.flags.finished).toBeUndefined();
  });

  it('[P4] what was missed at another loop does not shift the laps', () => {
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 200 },
    ];
    const script = new Script(massStartMeet({ loops }));
    script.start();
    script.cross('e1', 30);
    script.cross('e1', 45, { loop: 'back' });
    script.cross('e1', 60);
    expect(script.row('e1')).toMatchObject({ laps: 2, splits: { '1.back': { timeUs: seconds(15), estimated: true } } });
  });

  it('[P4] a second passing of an outer loop at the end does not hide the finish', () => {
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 200 },
    ];
    const script = new Script(massStartMeet({ loops, rules: { laps: 1 } }));
    script.start();
    script.cross('e1', 17, { loop: 'back' });
    script.cross('e1', 33, { loop: 'back' });
    script.cross('e1', 40);
    expect(script.row('e1')).toMatchObject({ laps: 1, timeUs: seconds(40), flags: { finished: true } });
  });
});

describe('transponders and watches', () => {
  it('[P5] an unknown transponder is kept and counts for its whole race once it is assigned', () => {
    const script = bunch(3, (script) => {
      for (const time of steady(3, 30, 0.1)) script.cross('', time, { entry: undefined, transponder: 'X9' });
    });
    expect(script.row('e4').laps).toBe(0);
    expect(script.state().unknown).toEqual(['X9']);
    const assignment = script.say({ kind: 'assign', transponder: 'X9', entry: 'e4' });
    expect(script.row('e4')).toMatchObject({ laps: 3, timeUs: seconds(90.1), position: 2 });
    script.retract(assignment);
    expect(script.row('e4').laps).toBe(0);
  });

  it.each([
    ['three watches: the middle one', [76.5, 76.2, 76.4], 76.4],
    ['two watches: the slower one', [76.2, 76.4], 76.4],
    ['one watch', [76.2], 76.2],
  ])('[P8] %s ends the course where nothing better does, and says so', (_, watches, time) => {
    const script = new Script(pairsMeet(1000, 1));
    script.start('p1');
    script.cross('e1', 18, { race: 'p1' });
    script.say({ kind: 'handtime', race: 'p1', entry: 'e1', watches: watches.map(seconds) });
    const row = script.row('e1', 'p1');
    expect(row).toMatchObject({ timeUs: seconds(time), basis: 'hand', flags: { finished: true, estimated: true } });
    expect(row.splits['600']?.estimated).toBe(true);
    expect(row.splits['1000']?.estimated).toBeUndefined();
  });

  it('[P8] a measured finish is better', () => {
    const script = new Script(pairsMeet(1000, 1));
    script.start('p1');
    for (const time of [18, 46, 75]) script.cross('e1', time, { race: 'p1' });
    script.say({ kind: 'handtime', race: 'p1', entry: 'e1', watches: [seconds(74)] });
    expect(script.row('e1', 'p1')).toMatchObject({ timeUs: seconds(75), basis: 'transponder' });
  });

  it('[P8] watches of an attempt that was cleared timed that one', () => {
    const script = new Script(pairsMeet(1000, 1));
    script.start('p1');
    script.say({ kind: 'handtime', race: 'p1', entry: 'e1', watches: [seconds(74)] });
    script.say({ kind: 'clear', race: 'p1', upTo: script.records.length + 1_700_000_000_000_000, reason: 'fall' });
    script.start('p1', 300);
    expect(script.row('e1', 'p1').flags.finished).toBeUndefined();
  });
});
