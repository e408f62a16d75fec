import { describe, expect, it } from 'vitest';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { massStartMeet, pairsMeet, Script } from './script.ts';

function shortTrackMeet(rules: object = {}): Meet {
  const { events, races, ...head } = massStartMeet({ skaters: 4 });
  const track = { lapMetres: 111.12 };
  return meetSchema.parse({
    ...head,
    events: [{ id: 'st', name: '500 m', kind: 'shortTrack', distance: 500.04, track, rules }],
    races: races.map((race) => ({ ...race, event: 'st' })),
  });
}

/** A race in which these entries start too soon, one attempt after the other. */
function jumped(meet: Meet, entries: readonly string[]): { script: Script; ids: string[]; race: string } {
  const script = new Script(meet);
  const race = meet.races[0]!.id;
  const ids = entries.map((entry) => {
    script.start(race);
    script.say({ kind: 'clear', race, reason: 'falseStart' });
    return script.say({ kind: 'falseStart', race, entry });
  });
  return { script, ids, race };
}

const statuses = ({ script, race }: { script: Script; race: string }) =>
  Object.fromEntries(
    Object.entries(script.board(race).rows).flatMap(([entry, { status }]) => (status ? [[entry, status]] : [])),
  );

describe('a false start', () => {
  it.each([
    ['none', ['e1'], { e1: 'DQ' }],
    ['none', ['e1', 'e2'], { e1: 'DQ', e2: 'DQ' }],
    ['race', ['e1'], {}],
    ['race', ['e1', 'e2'], { e2: 'DQ' }],
    ['race', ['e1', 'e1'], { e1: 'DQ' }],
    ['race', ['e1', 'e2', 'e1'], { e1: 'DQ', e2: 'DQ' }],
    ['skater', ['e1', 'e2'], {}],
    ['skater', ['e1', 'e2', 'e1'], { e1: 'DQ' }],
    ['referee', ['e1', 'e1', 'e1'], {}],
  ] as const)('[L5] where %s is free, %j leaves %j', (falseStarts, entries, expected) => {
    const told = jumped(pairsMeet(500, 1, { rules: { falseStarts } }), entries);
    expect(statuses(told)).toEqual(expected);
    for (const entry of Object.keys(expected)) expect(told.script.row(entry, told.race).code).toBe('T04');
    for (const entry of new Set(entries)) {
      expect(told.script.row(entry, told.race).falseStarts).toBe(entries.filter((one) => one === entry).length);
    }
  });

  it('[L5] one a pair is free unless the meet says otherwise, and in a mass start the referee decides', () => {
    expect(statuses(jumped(pairsMeet(500, 1), ['e1', 'e2']))).toEqual({ e2: 'DQ' });
    expect(statuses(jumped(massStartMeet(), ['e1', 'e1']))).toEqual({});
  });

  it('[S6] in short track the first is a penalty with no code, unless the meet lets one a race go', () => {
    const told = jumped(shortTrackMeet(), ['e1']);
    expect(statuses(told)).toEqual({ e1: 'PEN' });
    expect(told.script.row('e1').code).toBeUndefined();
    expect(statuses(jumped(shortTrackMeet({ falseStarts: 'race' }), ['e1', 'e2']))).toEqual({ e2: 'PEN' });
  });

  it('[L5] taken back it costs nobody anything, and who was the second is the first', () => {
    const told = jumped(pairsMeet(500, 1), ['e1', 'e2']);
    told.script.retract(told.ids[0]!);
    expect(statuses(told)).toEqual({});
    expect(told.script.row('e2', 'p1').falseStarts).toBe(1);
    expect(told.script.row('e1', 'p1').falseStarts).toBeUndefined();
  });

  it('[L5] the referee has the last word on it', () => {
    const told = jumped(pairsMeet(500, 1), ['e1', 'e2']);
    told.script.say({ kind: 'ruling', race: 'p1', entry: 'e2', status: 'ok' });
    expect(statuses(told)).toEqual({});
    expect(told.script.row('e2', 'p1').code).toBeUndefined();
  });

  it('[L5] each pair of a quartet has its own free one', () => {
    const meet = pairsMeet(3000, 1);
    const [race] = meet.races;
    const second = [3, 4].map((n) => ({ id: `e${n}`, name: `Skater ${n}`, startGroup: '2' }));
    const entries = [...race!.entries.map((entry) => ({ ...entry, startGroup: '1' })), ...second];
    const quartet = meetSchema.parse({ ...meet, races: [{ ...race!, entries }] });
    expect(statuses(jumped(quartet, ['e1', 'e3']))).toEqual({});
    expect(statuses(jumped(quartet, ['e1', 'e3', 'e4', 'e2']))).toEqual({ e2: 'DQ', e4: 'DQ' });
  });
});

describe('the reaction at the start', () => {
  it('[L1] is that of the attempt, as last said, and may be before the gun', () => {
    const script = new Script(pairsMeet(500, 1));
    script.start('p1');
    script.say({ kind: 'reaction', race: 'p1', entry: 'e1', reactionUs: -20_000 });
    expect(script.row('e1', 'p1').reactionUs).toBe(-20_000);
    script.say({ kind: 'clear', race: 'p1', reason: 'falseStart' });
    expect(script.row('e1', 'p1').reactionUs).toBeUndefined();
    script.say({ kind: 'reaction', race: 'p1', entry: 'e1', reactionUs: 210_000 });
    const last = script.say({ kind: 'reaction', race: 'p1', entry: 'e1', reactionUs: 190_000 });
    expect(script.row('e1', 'p1').reactionUs).toBe(190_000);
    script.retract(last);
    expect(script.row('e1', 'p1').reactionUs).toBe(210_000);
    expect(script.row('e2', 'p1').reactionUs).toBeUndefined();
  });

  it('[L1] the opening time is that at the first split of a distance, where it was measured', () => {
    const script = new Script(pairsMeet(500, 1));
    script.start('p1');
    script.cross('e1', 9.61, { race: 'p1' });
    expect(script.row('e1', 'p1').openingUs).toBe(9_610_000);
    script.cross('e1', 35, { race: 'p1' });
    expect(script.row('e1', 'p1')).toMatchObject({ openingUs: 9_610_000, timeUs: 35_000_000 });
    script.say({ kind: 'handtime', race: 'p1', entry: 'e2', watches: [36_000_000] });
    expect(script.row('e2', 'p1').openingUs).toBeUndefined();
    const mass = new Script(massStartMeet());
    mass.start();
    mass.cross('e1', 30);
    expect(mass.row('e1').openingUs).toBeUndefined();
  });
});
