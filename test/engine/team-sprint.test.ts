import { describe, expect, it } from 'vitest';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { Script, seconds } from './script.ts';

const loops = [
  { id: 'finish', atMetres: 0 },
  { id: 'back', atMetres: 200 },
];

function sprintMeet(): Meet {
  const entries = ['X', 'Y'].map((id) => {
    const members = ['a', 'b', 'c'].map((member) => ({ id: member, name: member, transponders: [`${id}${member}`] }));
    return { id, name: `Team ${id}`, members };
  });
  return meetSchema.parse({
    id: 'm1',
    name: 'A meet',
    venue: 'A hall',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    events: [{ id: 'ts', name: 'Team Sprint', kind: 'teamSprint', distance: 1200, track: { lapMetres: 400, loops } }],
    races: [{ id: 'r1', event: 'ts', name: 'Heat 1', entries }],
  });
}

/** When each skater of team X passed the lines; a leaves after a lap, b after two. */
const skated = {
  a: [16.4, 29.7],
  b: [16.6, 29.9, 42.7, 55.6],
  c: [16.8, 30.1, 42.9, 55.8, 69.2, 83.1],
};

function told(times: Readonly<Record<string, readonly number[]>>, team = 'X'): Script {
  const script = new Script(sprintMeet());
  script.start();
  const all = Object.entries(times).flatMap(([who, list]) => list.map((time, i) => ({ who, time, i })));
  for (const { who, time, i } of all.sort((a, b) => a.time - b.time)) {
    const loop = i % 2 === 0 ? 'back' : 'finish';
    script.read(`${team}${who}`, time, { race: 'r1', loop });
  }
  return script;
}

const splits = (script: Script) =>
  ['200', '400', '600', '800', '1000', '1200'].map((point) => script.row('X').splits[point]?.timeUs);
const expected = [16.8, 30.1, 42.9, 55.8, 69.2, 83.1].map(seconds);

describe('a team sprint', () => {
  it('[L9] has passed a point when the last of those still on the ice has: three, then two, then one', () => {
    const script = told(skated);
    expect(splits(script)).toEqual(expected);
    expect(script.row('X')).toMatchObject({ timeUs: seconds(83.1), laps: 3, flags: { finished: true } });
    expect(Object.values(script.board().course).map(({ metres, lap }) => [metres, lap])).toEqual([
      [200, undefined],
      [400, 1],
      [600, undefined],
      [800, 2],
      [1000, undefined],
      [1200, 3],
    ]);
  });

  it('[L9] who has left and crosses again changes nothing, however often', () => {
    const again = { ...skated, a: [...skated.a, 55, 80, 104], b: [...skated.b, 80, 104] };
    expect(splits(told(again))).toEqual(expected);
  });

  it('[L9] nor does who turns round behind the line and is read at once', () => {
    const again = { ...skated, a: [...skated.a, 38], b: [...skated.b, 64.2] };
    expect(splits(told(again))).toEqual(expected);
  });

  it('[L9] a team read as such has passed when it was read', () => {
    const script = new Script(sprintMeet());
    script.start();
    for (const [i, time] of [16.8, 30.1, 42.9, 55.8, 69.2, 83.1].entries()) {
      script.cross('X', time, { loop: i % 2 === 0 ? 'back' : 'finish' });
    }
    expect(splits(script)).toEqual(expected);
  });

  it('[L9] the picture of the finish names the team and goes before its last skater', () => {
    const script = told({ ...skated });
    script.cross('X', 83.094, { how: 'photo' });
    expect(script.row('X').basis).toBe('photo');
    expect(splits(script).at(-1)).toBe(seconds(83.094));
  });

  it('[L9][G4] a skater whose ankles are silent does not stop the team: what the others say of that point is an estimate', () => {
    const script = told({ b: skated.b, c: skated.c });
    expect(splits(script)).toEqual(expected);
    expect(script.row('X').splits['400']).toMatchObject({ estimated: true });
    expect(script.row('X').splits['800']?.estimated).toBeUndefined();
  });

  it('[P8] three watches end the race of a team, too', () => {
    const script = told({ a: skated.a, b: skated.b, c: skated.c.slice(0, 4) });
    script.say({ kind: 'handtime', race: 'r1', entry: 'X', watches: [seconds(83.2), seconds(83.1), seconds(83.3)] });
    expect(script.row('X')).toMatchObject({ timeUs: seconds(83.2), basis: 'hand', flags: { finished: true } });
    expect(script.row('X').splits['1000']).toMatchObject({ estimated: true });
  });
});
